package dev.outwork.engine.job;

import dev.outwork.engine.token.Instance;

/** Does what jobs of some types are there for; the package that creates them has one. */
public interface JobHandler {
  boolean handles(JobType type);

  /** Whether the job is there again for the next time of its cycle, if it has one. */
  default boolean repeats(JobRow job) {
    return false;
  }

  /**
   * Does it, within the transaction of the job. If it throws, that is rolled back and the job has
   * failed.
   *
   * @param job whose row this transaction holds, or has deleted
   * @param instance which this transaction holds; null for a job that starts one
   */
  void run(JobRow job, Instance instance);
}
