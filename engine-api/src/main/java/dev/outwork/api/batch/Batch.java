package dev.outwork.api.batch;

import java.time.Instant;

/**
 * A batch: one operation on many elements, executed in the background element by element.
 *
 * @param type one of the constants of this class
 * @param totalJobs number of elements; each is a job of its own
 * @param suspended whether the batch pauses until somebody activates it
 * @param createUserId who has created it; null if the engine, or if nobody had to log in
 * @param executionStartTime start of its first element; null before
 */
public record Batch(
    String id,
    String type,
    int totalJobs,
    boolean suspended,
    String createUserId,
    Instant startTime,
    Instant executionStartTime) {
  /** Sets the retries of external tasks. */
  public static final String TYPE_SET_EXTERNAL_TASK_RETRIES = "set-external-task-retries";

  /** Sets the retries of jobs, and possibly their due date. */
  public static final String TYPE_SET_JOB_RETRIES = "set-job-retries";

  /** Deletes running process instances. */
  public static final String TYPE_PROCESS_INSTANCE_DELETION = "instance-deletion";

  /** Deletes ended process instances from history. */
  public static final String TYPE_HISTORIC_PROCESS_INSTANCE_DELETION = "historic-instance-deletion";

  /** Deletes historic data whose time to live has expired; the engine starts it by itself. */
  public static final String TYPE_HISTORY_CLEANUP = "history-cleanup";

  /** Maximum number of elements of one batch. */
  public static final int MOST_ELEMENTS = 500_000;
}
