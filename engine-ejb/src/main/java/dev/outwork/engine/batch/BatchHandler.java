package dev.outwork.engine.batch;

import dev.outwork.engine.right.Rights;
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
   * @param rights of whoever has created the batch, now; all of them if that was the engine, or
   *     nobody had to log in then
   */
  void run(String elementId, JsonObject configuration, Rights rights);
}
