package dev.outwork.comparison;

import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.form.FormField;
import org.camunda.bpm.engine.form.FormProperty;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.value.TypedValue;

/** Forms of Camunda 7. */
record FilledCamunda(ProcessEngine engine) implements Filled {
  @Override
  public void deploy(String document) {
    engine.getRepositoryService().createDeployment().addString("process.bpmn", document).deploy();
  }

  @Override
  public List<String> startForm(String key) {
    return inWords(engine.getFormService().getStartFormData(definition(key)).getFormFields());
  }

  @Override
  public List<String> taskForm(String processInstanceId) {
    return inWords(
        engine.getFormService().getTaskFormData(task(processInstanceId)).getFormFields());
  }

  @Override
  @SuppressWarnings("deprecation")
  public List<String> taskProperties(String processInstanceId) {
    return propertiesInWords(
        engine.getFormService().getTaskFormData(task(processInstanceId)).getFormProperties());
  }

  @Override
  @SuppressWarnings("deprecation")
  public List<String> startProperties(String key) {
    return propertiesInWords(
        engine.getFormService().getStartFormData(definition(key)).getFormProperties());
  }

  @SuppressWarnings("deprecation")
  private static List<String> propertiesInWords(List<FormProperty> properties) {
    return properties.stream()
        .map(
            each ->
                "%s %s %s required=%s writable=%s"
                    .formatted(
                        each.getId(),
                        each.getName(),
                        each.getValue(),
                        each.isRequired(),
                        each.isWritable()))
        .toList();
  }

  @Override
  public String start(String key, Map<String, ?> variables) {
    return engine.getRuntimeService().startProcessInstanceByKey(key, own(variables)).getId();
  }

  @Override
  public Map<String, String> submitStart(String key, Map<String, ?> variables) {
    String id = engine.getFormService().submitStartForm(definition(key), own(variables)).getId();
    return typed(engine.getRuntimeService().getVariablesTyped(id, false));
  }

  @Override
  public Map<String, String> submitTask(String processInstanceId, Map<String, ?> variables) {
    return typed(
        engine
            .getFormService()
            .submitTaskFormWithVariablesInReturn(task(processInstanceId), own(variables), false));
  }

  private String definition(String key) {
    return engine
        .getRepositoryService()
        .createProcessDefinitionQuery()
        .processDefinitionKey(key)
        .singleResult()
        .getId();
  }

  private String task(String processInstanceId) {
    return engine
        .getTaskService()
        .createTaskQuery()
        .processInstanceId(processInstanceId)
        .singleResult()
        .getId();
  }

  private static List<String> inWords(List<FormField> fields) {
    return fields.stream().map(FilledCamunda::inWords).toList();
  }

  // Rendered forms show the default value, although it is not to be asked any more.
  @SuppressWarnings("deprecation")
  private static String inWords(FormField field) {
    return "%s %s %s key=%s default=%s value=%s %s %s"
        .formatted(
            field.getId(),
            field.getLabel(),
            field.getTypeName(),
            field.isBusinessKey(),
            plain(field.getDefaultValue()),
            typed(field.getValue()),
            field.getProperties(),
            field.getValidationConstraints().stream()
                .map(each -> each.getName() + "=" + each.getConfiguration())
                .collect(Collectors.joining(",")));
  }

  private static Map<String, String> typed(VariableMap variables) {
    Map<String, String> typed = new TreeMap<>();
    for (String name : variables.keySet()) {
      TypedValue value = variables.getValueTyped(name);
      typed.put(name, typed(value));
    }
    return typed;
  }

  private static String typed(TypedValue value) {
    String type = value.getType().getName();
    return "%s %s".formatted(type, plain(value.getValue()));
  }

  private static Object plain(Object value) {
    return value instanceof Date date ? date.toInstant() : value;
  }

  private static Map<String, Object> own(Map<String, ?> variables) {
    return new HashMap<>(variables);
  }
}
