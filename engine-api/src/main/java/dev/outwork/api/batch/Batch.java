package dev.outwork.api.batch;

import java.time.Instant;

/**
 * Work on many elements that goes on in the background, element by element.
 *
 * @param type one of the constants of this class
 * @param totalJobs how many elements it has; each is a job of its own
 * @param suspended whether it stands still until somebody activates it
 * @param executionStartTime when its first element was taken up; null before
 */
public record Batch(
    String id,
    String type,
    int totalJobs,
    boolean suspended,
    Instant startTime,
    Instant executionStartTime) {
  /** Gives external tasks new retries. */
  public static final String TYPE_SET_EXTERNAL_TASK_RETRIES = "set-external-task-retries";

  /** Deletes running process instances. */
  public static final String TYPE_PROCESS_INSTANCE_DELETION = "instance-deletion";

  /** Deletes ended process instances from history. */
  public static final String TYPE_HISTORIC_PROCESS_INSTANCE_DELETION = "historic-instance-deletion";

  /** Removes from history what has been kept for long enough; comes by itself. */
  public static final String TYPE_HISTORY_CLEANUP = "history-cleanup";

  /** The most elements that one batch may have. */
  public static final int MOST_ELEMENTS = 500_000;
}
