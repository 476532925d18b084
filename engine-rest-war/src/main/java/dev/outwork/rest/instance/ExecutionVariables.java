package dev.outwork.rest.instance;

import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.variable.VariableScope;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The variables visible to an execution, below the path of its process instance. */
record ExecutionVariables(String executionId, RuntimeService runtime) implements VariableScope {
  @Override
  public String owner() {
    return "process instance";
  }

  @Override
  public Map<String, TypedValue> all() {
    return runtime.variables(executionId);
  }

  @Override
  public Optional<TypedValue> find(String name) {
    return runtime.variable(executionId, name);
  }

  @Override
  public void change(Map<String, TypedValue> modifications, Collection<String> deletions) {
    runtime.changeVariables(executionId, modifications, deletions);
  }
}
