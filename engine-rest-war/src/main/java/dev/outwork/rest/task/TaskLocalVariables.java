package dev.outwork.rest.task;

import dev.outwork.api.task.TaskService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.variable.VariableScope;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** The local variables of a task. */
record TaskLocalVariables(String taskId, TaskService tasks) implements VariableScope {
  @Override
  public String owner() {
    return "task";
  }

  @Override
  public Map<String, TypedValue> all() {
    return tasks.variablesLocal(taskId);
  }

  @Override
  public Optional<TypedValue> find(String name) {
    return tasks.variableLocal(taskId, name);
  }

  @Override
  public void change(Map<String, TypedValue> modifications, Collection<String> deletions) {
    tasks.changeVariablesLocal(taskId, modifications, deletions);
  }
}
