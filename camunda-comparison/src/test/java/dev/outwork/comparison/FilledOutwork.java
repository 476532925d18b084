package dev.outwork.comparison;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.form.FormField;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Forms of Outwork. */
record FilledOutwork(TestEngine engine) implements Filled {
  @Override
  public void deploy(String document) {
    engine
        .repository()
        .createDeployment(
            DeploymentRequest.of("process.bpmn", document.getBytes(StandardCharsets.UTF_8)));
  }

  @Override
  public List<String> startForm(String key) {
    return inWords(engine.forms().startForm(definition(key)).fields());
  }

  @Override
  public List<String> taskForm(String processInstanceId) {
    return inWords(engine.forms().taskForm(task(processInstanceId)).fields());
  }

  @Override
  public List<String> taskProperties(String processInstanceId) {
    return propertiesInWords(engine.forms().taskForm(task(processInstanceId)).properties());
  }

  @Override
  public List<String> startProperties(String key) {
    return propertiesInWords(engine.forms().startForm(definition(key)).properties());
  }

  private static List<String> propertiesInWords(List<FormField> properties) {
    return properties.stream()
        .map(
            each ->
                "%s %s %s required=%s writable=%s"
                    .formatted(
                        each.id(),
                        each.label(),
                        each.value().value(),
                        each.isConstrained("required"),
                        !each.isConstrained("readonly")))
        .toList();
  }

  @Override
  public String start(String key, Map<String, ?> variables) {
    return engine.runtime().startProcessInstance(definition(key), null, own(variables)).id();
  }

  @Override
  public Map<String, String> submitStart(String key, Map<String, ?> variables) {
    String id = engine.forms().submitStartForm(definition(key), null, own(variables)).id();
    return typed(engine.runtime().variables(id));
  }

  @Override
  public Map<String, String> submitTask(String processInstanceId, Map<String, ?> variables) {
    return typed(
        engine
            .forms()
            .submitTaskFormWithVariablesInReturn(task(processInstanceId), own(variables)));
  }

  private String definition(String key) {
    return engine.repository().latestProcessDefinition(key, null).orElseThrow().id();
  }

  private String task(String processInstanceId) {
    ListQuery<TaskFilter, TaskSort> all = ListQuery.all();
    return Comparison.theOne(
            engine.tasks().tasks(all.with(TaskFilter.PROCESS_INSTANCE_ID, processInstanceId)),
            "task")
        .id();
  }

  private static List<String> inWords(List<FormField> fields) {
    return fields.stream().map(FilledOutwork::inWords).toList();
  }

  private static String inWords(FormField field) {
    return "%s %s %s key=%s default=%s value=%s %s %s"
        .formatted(
            field.id(),
            field.label(),
            field.type().typeName(),
            field.businessKey(),
            field.defaultValue() == null ? null : field.defaultValue().value(),
            typed(field.value()),
            field.properties(),
            field.constraints().stream()
                .map(each -> each.name() + "=" + each.configuration())
                .collect(Collectors.joining(",")));
  }

  private static Map<String, String> typed(Map<String, TypedValue> variables) {
    Map<String, String> typed = new TreeMap<>();
    variables.forEach((name, value) -> typed.put(name, typed(value)));
    return typed;
  }

  private static String typed(TypedValue value) {
    return "%s %s".formatted(value.type().typeName().toLowerCase(Locale.ROOT), value.value());
  }

  private static Map<String, TypedValue> own(Map<String, ?> variables) {
    Map<String, TypedValue> own = new LinkedHashMap<>();
    variables.forEach((name, value) -> own.put(name, TypedValue.untyped(value)));
    return own;
  }
}
