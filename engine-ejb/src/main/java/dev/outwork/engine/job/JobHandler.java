package dev.outwork.engine.job;

import dev.outwork.engine.token.Instance;

/** Executes jobs of some types; the package that creates them provides it. */
public interface JobHandler {
  boolean handles(JobType type);

  /** Whether the job is kept for the next time of its cycle, if it has one. */
  default boolean repeats(JobRow job) {
    return false;
  }

  /**
   * Executes the job within its transaction. An exception rolls it back, and the job has failed.
   *
   * @param job its row is locked or deleted
   * @param instance locked; null for a job that starts one
   */
  void run(JobRow job, Instance instance);
}
