package dev.outwork.engine.batch;

import jakarta.json.JsonObject;

/** Does what batches of one type are there for; the package that creates them has one. */
public interface BatchHandler {
  /** The type of batch. */
  String type();

  /**
   * Does it with one element, within the transaction of that element. If it throws, that is rolled
   * back and the element has failed.
   *
   * @param configuration that the batch was created with
   */
  void run(String elementId, JsonObject configuration);
}
