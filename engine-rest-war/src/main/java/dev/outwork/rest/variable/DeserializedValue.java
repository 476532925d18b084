package dev.outwork.rest.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;

/**
 * A value in a list: null with an error message if it cannot be deserialized.
 *
 * @param errorMessage null if there is no error
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
