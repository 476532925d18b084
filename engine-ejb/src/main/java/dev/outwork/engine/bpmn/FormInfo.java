package dev.outwork.engine.bpmn;

import java.util.List;

/**
 * The form of a start event or a user task, as far as the model has it.
 *
 * @param fields those of {@code camunda:formData}
 * @param properties each {@code camunda:formProperty}
 */
public record FormInfo(List<FormFieldInfo> fields, List<FormProperty> properties) {
  public static final FormInfo NONE = new FormInfo(List.of(), List.of());

  public FormInfo {
    fields = List.copyOf(fields);
    properties = List.copyOf(properties);
  }
}
