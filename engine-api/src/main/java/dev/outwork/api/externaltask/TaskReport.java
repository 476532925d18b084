package dev.outwork.api.externaltask;

/** One of many reports that a worker makes at a time, each on another task. */
public sealed interface TaskReport permits CompletedTask, FailedTask {
  /** The id of the task, never null. */
  String id();
}
