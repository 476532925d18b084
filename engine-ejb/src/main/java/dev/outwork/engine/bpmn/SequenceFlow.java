package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Condition;

/**
 * A way from one node to another.
 *
 * @param condition null if the way is always open
 */
public record SequenceFlow(String id, String targetId, Condition condition) {}
