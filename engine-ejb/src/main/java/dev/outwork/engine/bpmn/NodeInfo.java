package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * What all nodes have in common.
 *
 * @param id of the element
 * @param name null if it has none
 * @param activityType the name of the kind of element on the wire, such as {@code serviceTask}
 *     (docs/rest-api.md, "Activity types")
 * @param scopeId id of the process, sub-process or multi-instance body that contains the node
 * @param incoming ids of the sequence flows that lead to the node
 * @param outgoing where tokens go from here
 * @param inputOutput parameters that are set when a token enters and leaves
 * @param async transaction borders around the node
 * @param steps what a token waits for around the node's own work
 */
public record NodeInfo(
    String id,
    String name,
    String activityType,
    String scopeId,
    List<String> incoming,
    Outgoing outgoing,
    InputOutput inputOutput,
    Async async,
    Steps steps) {

  public NodeInfo {
    incoming = List.copyOf(incoming);
  }

  /** The node in words, for messages: its kind and its id. */
  @Override
  public String toString() {
    return activityType + " '" + id + "'";
  }
}
