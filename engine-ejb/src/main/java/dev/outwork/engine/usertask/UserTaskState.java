package dev.outwork.engine.usertask;

/** How a user task stands. */
enum UserTaskState {
  /** Somebody can complete it. */
  OPEN,
  /** Its process instance is suspended. */
  SUSPENDED,
  /** Its work is done. */
  COMPLETED,
  /** It has ended otherwise. */
  DELETED
}
