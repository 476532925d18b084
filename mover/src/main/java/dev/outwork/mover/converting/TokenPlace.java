package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.FlowNode;

/**
 * Where a token is: a row of the target.
 *
 * @param parentId the place around it, or the instance
 * @param waits for a job, or null
 * @param scopeIds where its variables are looked up, innermost first, separated by spaces
 */
record TokenPlace(String id, String parentId, FlowNode node, Waits waits, String scopeIds) {
  /**
   * Where it waits for a job.
   *
   * @param phase {@code BEFORE} or {@code AFTER} its node, or {@code TAKING} a flow
   * @param flowId the flow that it is about to take; null otherwise
   */
  record Waits(String phase, String flowId) {
    static final String AFTER = "AFTER";
  }

  /** Null if it waits for no job. */
  String phase() {
    return waits == null ? null : waits.phase();
  }

  boolean isOnFlow() {
    return waits != null && waits.flowId() != null;
  }

  /** Whether its activity is under way, or has ended only in the source. */
  boolean isStarted() {
    return waits == null || Waits.AFTER.equals(waits.phase());
  }
}
