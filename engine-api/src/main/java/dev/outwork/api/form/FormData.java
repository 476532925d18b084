package dev.outwork.api.form;

import java.util.List;

/**
 * The form of a start event or a user task.
 *
 * @param formKey reference to a form outside the model, as in {@code camunda:formKey}; null if
 *     there is none
 * @param fields the fields of {@code camunda:formData}, in the order of the model
 * @param properties each readable {@code camunda:formProperty}, the older kind of field, in the
 *     order of the model; {@code formVariables} do not contain them
 */
public record FormData(String formKey, List<FormField> fields, List<FormField> properties) {
  public FormData {
    fields = List.copyOf(fields);
    properties = List.copyOf(properties);
  }
}
