package dev.outwork.api.form;

import java.util.List;

/**
 * The form of a start event or a user task.
 *
 * @param formKey the name under which somebody else finds the form, as {@code camunda:formKey} has
 *     it; null if there is none
 * @param fields what {@code camunda:formData} asks for, in the order of the model
 */
public record FormData(String formKey, List<FormField> fields) {
  public FormData {
    fields = List.copyOf(fields);
  }
}
