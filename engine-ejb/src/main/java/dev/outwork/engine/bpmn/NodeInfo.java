package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * The common attributes of nodes.
 *
 * @param id of the element
 * @param name null if it has none
 * @param activityType the kind of element as named in the REST API, such as {@code serviceTask}
 *     (docs/rest-api.md, "Activity types")
 * @param scopeId id of the process, sub-process or multi-instance body that contains the node
 * @param incoming ids of the incoming sequence flows
 * @param outgoing the outgoing sequence flows
 * @param inputOutput parameters that are set when a token enters and leaves
 * @param async asynchronous continuations of the node
 * @param steps steps of a token before and after the node's own work
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

  /** The node for messages: its kind and its id. */
  @Override
  public String toString() {
    return activityType + " '" + id + "'";
  }
}
