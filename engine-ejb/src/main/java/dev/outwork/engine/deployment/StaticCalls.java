package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.CalledProcessDefinition;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.CallActivity;
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
    Map<String, ProcessDefinition> found = new LinkedHashMap<>();
    Map<String, List<String>> activities = new LinkedHashMap<>();
    model.nodes().values().stream()
        .filter(CallActivity.class::isInstance)
        .map(CallActivity.class::cast)
        .forEach(
            call ->
                target(call)
                    .ifPresent(
                        target -> {
                          found.put(target.id(), target);
                          activities
                              .computeIfAbsent(target.id(), id -> new ArrayList<>())
                              .add(call.id());
                        }));
    return found.values().stream()
        .map(
            target -> new CalledProcessDefinition(target, caller.id(), activities.get(target.id())))
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
