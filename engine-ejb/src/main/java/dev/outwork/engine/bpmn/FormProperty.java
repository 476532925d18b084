package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;

/**
 * One property of a form, {@code camunda:formProperty}: the older kind of field.
 *
 * @param name its label as written; null if there is none
 * @param field its type, default value and constraints, as those of a field
 * @param isTyped whether submitted values are converted to the type of the field
 * @param variable the variable that is set
 * @param source yields the value that a task form shows; null for that of the variable
 * @param isReadable whether it is shown
 * @param isWritable whether it can be submitted
 * @param isRequired whether it must be submitted if it has no default value
 */
public record FormProperty(
    String name,
    FormFieldInfo field,
    boolean isTyped,
    String variable,
    Expression source,
    boolean isReadable,
    boolean isWritable,
    boolean isRequired) {
  public String id() {
    return field.id();
  }
}
