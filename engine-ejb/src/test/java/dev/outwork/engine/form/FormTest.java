package dev.outwork.engine.form;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.form.FormField;
import dev.outwork.api.form.FormService;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.List;
import java.util.Map;

/** Tests that fill in forms, and what they all draw and ask. */
abstract class FormTest extends SharedEngineTest {
  private static final String DOCUMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="ordering" isExecutable="true">
          <startEvent id="start">%s</startEvent>
          <userTask id="check">%s</userTask>
          <endEvent id="end"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="check"/>
          <sequenceFlow id="out" sourceRef="check" targetRef="end"/>
        </process>
      </definitions>""";

  /**
   *
   *
   * <pre>
   * start (form) --> check (user, form) --> end
   * </pre>
   */
  protected static ProcessDefinition deploy(String startFields, String taskFields) {
    return engine.deploy(DOCUMENT.formatted(formOf(startFields), formOf(taskFields)));
  }

  private static String formOf(String fields) {
    return fields.isEmpty()
        ? ""
        : "<extensionElements><camunda:formData businessKey=\"key\">%s</camunda:formData></extensionElements>"
            .formatted(fields);
  }

  /**
   *
   *
   * <pre>
   * start (form) --> check (user, form) --> end
   * </pre>
   */
  protected static ProcessDefinition deployProperties(
      String startProperties, String taskProperties) {
    return engine.deploy(
        DOCUMENT.formatted(extensions(startProperties), extensions(taskProperties)));
  }

  private static String extensions(String content) {
    return "<extensionElements>%s</extensionElements>".formatted(content);
  }

  protected static String property(String id, String attributes) {
    return "<camunda:formProperty id='%s' %s><camunda:value id='red' name='Red'/></camunda:formProperty>"
        .formatted(id, attributes);
  }

  /** A field with constraints, each as {@code name} or {@code name=config}. */
  protected static String field(String id, String attributes, String... constraints) {
    StringBuilder validation = new StringBuilder();
    for (String constraint : constraints) {
      String[] parts = constraint.split("=");
      validation.append(
          parts.length == 1
              ? "<camunda:constraint name='%s'/>".formatted(parts[0])
              : "<camunda:constraint name='%s' config='%s'/>".formatted(parts[0], parts[1]));
    }
    return "<camunda:formField id='%s' %s><camunda:value id='red' name='Red'/><camunda:validation>%s</camunda:validation></camunda:formField>"
        .formatted(id, attributes, validation);
  }

  protected static FormService forms() {
    return engine.forms();
  }

  /** An instance that was started without its form, at its task. */
  protected static Task taskOf(ProcessDefinition definition, Map<String, TypedValue> variables) {
    return taskOf(engine.runtime().startProcessInstance(definition.id(), null, variables));
  }

  protected static Task taskOf(ProcessInstance instance) {
    return openTasks().stream()
        .filter(task -> task.processInstanceId().equals(instance.id()))
        .findFirst()
        .orElseThrow();
  }

  protected static List<Task> openTasks() {
    return engine.tasks().tasks(ListQuery.all());
  }

  protected static Map<String, TypedValue> variablesOf(String instanceId) {
    return engine.runtime().variables(instanceId);
  }

  protected static FormField only(List<FormField> fields) {
    if (fields.size() != 1) {
      throw new AssertionError("There are %d fields".formatted(fields.size()));
    }
    return fields.get(0);
  }
}
