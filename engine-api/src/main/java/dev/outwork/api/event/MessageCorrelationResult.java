package dev.outwork.api.event;

import dev.outwork.api.instance.Execution;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/**
 * A receiver of a message: a waiting execution, or a new instance.
 *
 * @param execution null if the message started an instance
 * @param processInstance null if an execution was waiting for the message
 * @param variables of the process instance after it has moved on; empty if not requested
 */
public record MessageCorrelationResult(
    Execution execution, ProcessInstance processInstance, Map<String, TypedValue> variables) {}
