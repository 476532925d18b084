package dev.outwork.engine.variable;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.time.Instant;

/** Maps a value of each type to its column and back. */
public record Columns(String text, Long number, Double fraction, byte[] bytes) {

  static Columns of(TypedValue typed) {
    Object value = typed.value();
    if (value == null) {
      return new Columns(null, null, null, null);
    }
    return switch (typed.type()) {
      case NULL -> new Columns(null, null, null, null);
      case BOOLEAN -> number((Boolean) value ? 1 : 0);
      case SHORT, INTEGER, LONG -> number(((Number) value).longValue());
      case DATE -> number(((Instant) value).toEpochMilli());
      case DOUBLE -> new Columns(null, null, (Double) value, null);
      case STRING, JSON, XML, OBJECT -> new Columns((String) value, null, null, null);
      case BYTES, FILE -> new Columns(null, null, null, (byte[]) value);
    };
  }

  Object value(ValueType type) {
    return switch (type) {
      case NULL -> null;
      case BOOLEAN -> number == null ? null : number != 0;
      case SHORT -> number == null ? null : number.shortValue();
      case INTEGER -> number == null ? null : number.intValue();
      case LONG -> number;
      case DATE -> number == null ? null : Instant.ofEpochMilli(number);
      case DOUBLE -> fraction;
      case STRING, JSON, XML, OBJECT -> text;
      case BYTES, FILE -> bytes;
    };
  }

  private static Columns number(long number) {
    return new Columns(null, number, null, null);
  }
}
