package dev.outwork.comparison;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.spin.plugin.variable.SpinValues;

/**
 * A value that has to say its type, as each engine takes it.
 *
 * @param outwork as Outwork takes it
 * @param camunda as Camunda takes it
 */
record Typed(TypedValue outwork, Object camunda) {

  /** An object of a class that both engines have, in JSON. */
  static Typed object(Class<?> type, String json) {
    return new Typed(
        TypedValue.object(type.getName(), TypedValue.JSON_FORMAT, json),
        Variables.serializedObjectValue(json)
            .serializationDataFormat(TypedValue.JSON_FORMAT)
            .objectTypeName(type.getName())
            .create());
  }

  static Typed json(String text) {
    return new Typed(TypedValue.json(text), SpinValues.jsonValue(text).create());
  }

  static Typed xml(String text) {
    return new Typed(TypedValue.of(ValueType.XML, text), SpinValues.xmlValue(text).create());
  }

  static Typed nullBytes() {
    return new Typed(TypedValue.of(ValueType.BYTES, null), Variables.byteArrayValue(null));
  }

  static Typed nullString() {
    return new Typed(TypedValue.string(null), Variables.stringValue(null));
  }

  static Typed nullJson() {
    return new Typed(TypedValue.json(null), SpinValues.jsonValue((String) null).create());
  }
}
