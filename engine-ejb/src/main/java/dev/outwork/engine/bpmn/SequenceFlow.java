package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Condition;

/**
 * A sequence flow.
 *
 * @param condition null if there is none
 */
public record SequenceFlow(String id, String targetId, Condition condition) {}
