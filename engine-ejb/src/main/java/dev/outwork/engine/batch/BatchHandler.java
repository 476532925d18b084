package dev.outwork.engine.batch;

import jakarta.json.JsonObject;

/** Executes batches of one type; the package that creates them provides it. */
public interface BatchHandler {
  /** The type of batch. */
  String type();

  /**
   * Processes one element, within its transaction. An exception rolls it back, and the element has
   * failed.
   *
   * @param configuration the configuration of the batch
   */
  void run(String elementId, JsonObject configuration);
}
