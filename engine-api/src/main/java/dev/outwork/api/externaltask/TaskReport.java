package dev.outwork.api.externaltask;

/** One of many reports of a worker, each on a different task. */
public sealed interface TaskReport permits CompletedTask, FailedTask {
  /** The id of the task, never null. */
  String id();
}
