package dev.outwork.engine.batch;

/** Starts the job of a run: on a server by Jakarta Batch. */
public interface RunStarter {
  /**
   * Returns before the job ends. Whatever becomes of the job, {@link BatchRuns#hasEnded} is called
   * at its end.
   */
  void start(String batchId, String runId);
}
