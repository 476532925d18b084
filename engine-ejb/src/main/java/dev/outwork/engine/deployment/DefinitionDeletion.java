package dev.outwork.engine.deployment;

import java.util.List;

/**
 * Fired within the transaction that deletes definitions, before their rows are deleted: observers
 * delete the rows of their instances, or veto by an exception.
 *
 * @param what is deleted, for messages, such as {@code deployment 'x'}
 * @param definitionIds at least one
 * @param cascade whether the caller wants instances to be deleted
 */
public record DefinitionDeletion(String what, List<String> definitionIds, boolean cascade) {
  public DefinitionDeletion {
    definitionIds = List.copyOf(definitionIds);
  }
}
