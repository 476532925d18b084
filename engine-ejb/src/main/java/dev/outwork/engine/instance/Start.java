package dev.outwork.engine.instance;

import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;

/**
 * A call that starts an instance.
 *
 * @param instructions other nodes than the start event; empty for the start event
 */
public record Start(
    Of definition,
    String businessKey,
    Map<String, TypedValue> variables,
    List<ModificationInstruction> instructions) {
  /** The definition: by its id, or the latest by its key. */
  public record Of(String id, String key, String tenantId) {}
}
