package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.CalledProcessDefinition;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.expression.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The calls of a model whose target is written in it. */
record StaticCalls(ProcessDefinition caller, ProcessModel model, DefinitionStore definitions) {
  List<CalledProcessDefinition> definitionsCalled() {
    Map<ProcessDefinition, List<String>> activities = new LinkedHashMap<>();
    for (FlowNode node : model.nodes().values()) {
      if (node instanceof CallActivity call) {
        target(call)
            .ifPresent(
                target ->
                    activities.computeIfAbsent(target, any -> new ArrayList<>()).add(call.id()));
      }
    }
    return activities.entrySet().stream()
        .map(called -> new CalledProcessDefinition(called.getKey(), caller.id(), called.getValue()))
        .toList();
  }

  private Optional<ProcessDefinition> target(CallActivity call) {
    if (!isWritten(call.calledElement())
        || !isWritten(call.version())
        || !isWritten(call.tenantId())) {
      return Optional.empty();
    }
    String tenantId = call.tenantId() == null ? caller.tenantId() : call.tenantId().text();
    String version = call.version() == null ? null : call.version().text();
    return definitions.bound(
        caller, call.binding(), call.calledElement().text(), version, tenantId);
  }

  private static boolean isWritten(Expression expression) {
    return expression == null || expression.isConstant();
  }
}
