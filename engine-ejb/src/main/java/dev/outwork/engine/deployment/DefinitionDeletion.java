package dev.outwork.engine.deployment;

import java.util.List;

/**
 * Told within the transaction that deletes definitions, before they go: whoever keeps rows of their
 * instances deletes them, or objects by an exception.
 *
 * @param what is deleted, for messages, such as {@code deployment 'x'}
 * @param definitionIds at least one
 * @param cascade whether the caller accepts that instances go
 */
public record DefinitionDeletion(String what, List<String> definitionIds, boolean cascade) {
  public DefinitionDeletion {
    definitionIds = List.copyOf(definitionIds);
  }
}
