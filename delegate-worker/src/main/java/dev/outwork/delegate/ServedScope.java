package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * The part of {@code VariableScope} that a worker can serve. A task comes with all visible
 * variables in one map, so a local variable that is requested by name is looked up in all of them.
 * Which ones are local is unknown, so the methods that return all local variables are missing.
 *
 * <p>Public methods are found by their names: see {@link Served}.
 */
class ServedScope {
  private final CodeTask task;
  private final WrittenVariables variables;

  ServedScope(CodeTask task, WrittenVariables variables) {
    this.task = task;
    this.variables = variables;
  }

  final CodeTask task() {
    return task;
  }

  final WrittenVariables variables() {
    return variables;
  }

  public String getProcessInstanceId() {
    return task.processInstanceId();
  }

  public String getProcessDefinitionId() {
    return task.processDefinitionId();
  }

  public String getTenantId() {
    return task.tenantId();
  }

  public String getEventName() {
    return task.event();
  }

  final String elementName() {
    return task.property(CodeProperty.ACTIVITY_NAME);
  }

  public Object getVariable(String name) {
    TypedValue typed = variables.typed(name, true);
    return typed == null ? null : typed.getValue();
  }

  public Object getVariableLocal(String name) {
    return getVariable(name);
  }

  public TypedValue getVariableTyped(String name) {
    return variables.typed(name, true);
  }

  public TypedValue getVariableTyped(String name, boolean deserializeValue) {
    return variables.typed(name, deserializeValue);
  }

  public TypedValue getVariableLocalTyped(String name) {
    return variables.typed(name, true);
  }

  public TypedValue getVariableLocalTyped(String name, boolean deserializeValue) {
    return variables.typed(name, deserializeValue);
  }

  public Map<String, Object> getVariables() {
    return getVariablesTyped();
  }

  public VariableMap getVariablesTyped() {
    return getVariablesTyped(true);
  }

  public VariableMap getVariablesTyped(boolean deserializeValues) {
    VariableMap all = Variables.createVariables();
    variables
        .names()
        .forEach(name -> all.putValueTyped(name, variables.typed(name, deserializeValues)));
    return all;
  }

  public Set<String> getVariableNames() {
    return variables.names();
  }

  public boolean hasVariables() {
    return !variables.names().isEmpty();
  }

  public boolean hasVariable(String name) {
    return variables.has(name);
  }

  public boolean hasVariableLocal(String name) {
    return variables.has(name);
  }

  public void setVariable(String name, Object value) {
    variables.set(name, value);
  }

  public void setVariableLocal(String name, Object value) {
    variables.setLocal(name, value);
  }

  public void setVariables(Map<String, ?> values) {
    values.forEach(variables::set);
  }

  public void setVariablesLocal(Map<String, ?> values) {
    values.forEach(variables::setLocal);
  }

  public void removeVariable(String name) {
    variables.remove(name);
  }

  public void removeVariableLocal(String name) {
    variables.removeLocal(name);
  }

  public void removeVariables(Collection<String> names) {
    names.forEach(variables::remove);
  }

  public void removeVariablesLocal(Collection<String> names) {
    names.forEach(variables::removeLocal);
  }
}
