package dev.outwork.engine.tally;

/** What happens to external tasks and is counted. */
public enum TaskEvent {
  CREATED,
  FETCHED,
  COMPLETED,
  /** A worker reported a failure, and there are retries left. */
  FAILED,
  /** A worker reported a failure, and no retries are left. */
  EXHAUSTED,
  /** A worker, or its report, raised a BPMN error. */
  BPMN_ERROR,
  LOCK_EXPIRED
}
