package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.FlowNode;

/**
 * Where a token is: a row of the target.
 *
 * @param parentId the place around it, or the instance
 * @param waits {@code BEFORE} or {@code AFTER} its node for a job, or null
 * @param scopeIds where its variables are looked up, innermost first, separated by spaces
 */
record TokenPlace(String id, String parentId, FlowNode node, String waits, String scopeIds) {
  static final String BEFORE = "BEFORE";
  static final String AFTER = "AFTER";
}
