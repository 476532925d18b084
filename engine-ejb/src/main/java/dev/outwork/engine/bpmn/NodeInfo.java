package dev.outwork.engine.bpmn;

/**
 * What all nodes have in common.
 *
 * @param id of the element
 * @param name null if it has none
 * @param activityType the name of the kind of element on the wire, such as {@code serviceTask}
 *     (wire section 5.3)
 * @param scopeId id of the process or sub-process that contains the node
 * @param incomingCount how many sequence flows lead to the node
 * @param outgoing where tokens go from here
 * @param inputOutput parameters that are set when a token enters and leaves
 */
public record NodeInfo(
    String id,
    String name,
    String activityType,
    String scopeId,
    int incomingCount,
    Outgoing outgoing,
    InputOutput inputOutput) {

  /** The node in words, for messages: its kind and its id. */
  @Override
  public String toString() {
    return activityType + " '" + id + "'";
  }
}
