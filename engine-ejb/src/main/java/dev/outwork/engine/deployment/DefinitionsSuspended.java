package dev.outwork.engine.deployment;

import java.util.List;

/**
 * Fired within the transaction that suspends or activates definitions: observers do the same to
 * their instances if these are included, and pause or resume whatever starts instances.
 *
 * @param includeProcessInstances whether running instances are included
 */
public record DefinitionsSuspended(
    List<String> definitionIds, boolean suspended, boolean includeProcessInstances) {
  public DefinitionsSuspended {
    definitionIds = List.copyOf(definitionIds);
  }
}
