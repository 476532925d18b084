package dev.outwork.rest.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;

/**
 * A value as a list shows it: one that cannot be deserialized is null, with the reason beside it.
 *
 * @param errorMessage null if nothing is wrong
 */
public record DeserializedValue(VariableValueDto value, String errorMessage) {

  /**
   * @param deserialize as {@link VariableWriter#write(TypedValue, boolean)}
   */
  public static DeserializedValue of(TypedValue value, boolean deserialize) {
    try {
      return new DeserializedValue(VariableWriter.write(value, deserialize), null);
    } catch (ProcessEngineException e) {
      VariableValueDto nothing =
          new VariableValueDto(value.type().typeName(), null, value.valueInfo());
      return new DeserializedValue(nothing, e.getMessage());
    }
  }
}
