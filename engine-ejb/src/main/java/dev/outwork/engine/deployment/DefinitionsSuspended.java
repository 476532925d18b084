package dev.outwork.engine.deployment;

import java.util.List;

/**
 * Told within the transaction that suspends or activates definitions: whoever keeps instances of
 * them does the same to these if they are included, and whoever starts some waits or goes on.
 *
 * @param includeProcessInstances whether that concerns running instances, too
 */
public record DefinitionsSuspended(
    List<String> definitionIds, boolean suspended, boolean includeProcessInstances) {
  public DefinitionsSuspended {
    definitionIds = List.copyOf(definitionIds);
  }
}
