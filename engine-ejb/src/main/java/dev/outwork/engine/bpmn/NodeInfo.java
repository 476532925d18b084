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
 * @param flows its sequence flows
 * @param inputOutput parameters that are set when a token enters and leaves
 * @param async asynchronous continuations of the node
 * @param steps steps of a token before and after the node's own work
 */
public record NodeInfo(
    String id,
    String name,
    String activityType,
    String scopeId,
    Flows flows,
    InputOutput inputOutput,
    Async async,
    Steps steps) {

  /**
   * The sequence flows of a node.
   *
   * @param incoming their ids
   */
  public record Flows(List<String> incoming, Outgoing outgoing) {
    public static final Flows NONE = new Flows(List.of(), Outgoing.NONE);

    public Flows {
      incoming = List.copyOf(incoming);
    }
  }

  /** The ids of the incoming sequence flows. */
  public List<String> incoming() {
    return flows.incoming;
  }

  /** The outgoing sequence flows. */
  public Outgoing outgoing() {
    return flows.outgoing;
  }

  /** Whether a job leaves the node, by its only flow if it has one. */
  public boolean isLeftByOneJob() {
    return async.after() && !isLeftByJobs();
  }

  /** Whether a job takes each of the flows that are chosen when the node is left. */
  public boolean isLeftByJobs() {
    return async.after() && outgoing().areChosen();
  }

  /** The node for messages: its kind and its id. */
  @Override
  public String toString() {
    return activityType + " '" + id + "'";
  }
}
