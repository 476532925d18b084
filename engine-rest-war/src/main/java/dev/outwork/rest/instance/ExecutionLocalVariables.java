package dev.outwork.rest.instance;

import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.variable.VariableScope;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The variables of an execution itself. */
record ExecutionLocalVariables(String executionId, RuntimeService runtime)
    implements VariableScope {
  @Override
  public String owner() {
    return "execution";
  }

  @Override
  public Map<String, TypedValue> all() {
    return runtime.variablesLocal(executionId);
  }

  @Override
  public Optional<TypedValue> find(String name) {
    return runtime.variableLocal(executionId, name);
  }

  @Override
  public void change(Map<String, TypedValue> modifications, Collection<String> deletions) {
    runtime.changeVariablesLocal(executionId, modifications, deletions);
  }
}
