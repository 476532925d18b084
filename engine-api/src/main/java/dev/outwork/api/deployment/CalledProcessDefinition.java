package dev.outwork.api.deployment;

import java.util.List;

/**
 * A definition that call activities of another one call.
 *
 * @param calledFromActivityIds the call activities, in the order of the document
 */
public record CalledProcessDefinition(
    ProcessDefinition definition,
    String callingProcessDefinitionId,
    List<String> calledFromActivityIds) {
  public CalledProcessDefinition {
    calledFromActivityIds = List.copyOf(calledFromActivityIds);
  }
}
