package dev.outwork.api.event;

import dev.outwork.api.instance.Execution;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/**
 * Who got a message: an execution that waited for it, or a new instance.
 *
 * @param execution null if it has started an instance
 * @param processInstance null if an execution has waited for it
 * @param variables of the process instance, after it has moved on; empty if not asked for
 */
public record MessageCorrelationResult(
    Execution execution, ProcessInstance processInstance, Map<String, TypedValue> variables) {}
