package dev.outwork.engine.usertask;

/** The states of a user task. */
enum UserTaskState {
  /** It can be completed. */
  OPEN,
  /** Its process instance is suspended. */
  SUSPENDED,
  /** It was completed. */
  COMPLETED,
  /** It was cancelled or deleted. */
  DELETED
}
