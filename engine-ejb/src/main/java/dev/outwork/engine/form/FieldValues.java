package dev.outwork.engine.form;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.bpmn.FormFieldInfo;
import java.text.ParseException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** Converts values between a form field and its variable. */
final class FieldValues {
  private static final List<ValueType> TEXTS =
      List.of(ValueType.STRING, ValueType.JSON, ValueType.XML);

  private FieldValues() {}

  /** The value for the variable. Throws {@link UnfitValueException} if it cannot be converted. */
  static TypedValue toVariable(FormFieldInfo field, TypedValue filledIn) {
    return switch (field.type()) {
      case STRING -> typed(ValueType.STRING, text(filledIn), filledIn);
      case LONG -> typed(ValueType.LONG, number(filledIn), filledIn);
      case BOOLEAN -> typed(ValueType.BOOLEAN, bool(filledIn), filledIn);
      case DATE -> typed(ValueType.DATE, date(field, filledIn), filledIn);
      case ENUM -> typed(ValueType.STRING, oneOf(field, filledIn), filledIn);
    };
  }

  /** The value for the form: the same, but a date as text. */
  static TypedValue toField(FormFieldInfo field, TypedValue variable) {
    if (field.type() != FormFieldInfo.Type.DATE) {
      return toVariable(field, variable);
    }
    if (variable.value() == null) {
      return TypedValue.string("");
    }
    if (variable.type() != ValueType.DATE) {
      throw unfit(variable, "Date");
    }
    return TypedValue.string(field.dateFormat().format(Date.from((Instant) variable.value())));
  }

  private static TypedValue typed(ValueType type, Object value, TypedValue from) {
    return new TypedValue(
        type, value, from.isTransient() ? Map.of(TypedValue.TRANSIENT, true) : Map.of());
  }

  private static String text(TypedValue given) {
    Object value = given.value();
    if (value == null || TEXTS.contains(given.type())) {
      return (String) value;
    }
    if (value instanceof Number || value instanceof Boolean) {
      return value.toString();
    }
    if (value instanceof Instant date) {
      // Camunda 7 converts it to this text.
      return Date.from(date).toString();
    }
    throw unfit(given, "String");
  }

  private static Long number(TypedValue given) {
    Object value = given.value();
    if (value == null) {
      return null;
    }
    if (value instanceof Number || given.type() == ValueType.STRING) {
      try {
        return Long.valueOf(value.toString());
      } catch (NumberFormatException none) {
        throw unfit(given, "Long");
      }
    }
    throw unfit(given, "Long");
  }

  private static Boolean bool(TypedValue given) {
    Object value = given.value();
    if (value == null || value instanceof Boolean) {
      return (Boolean) value;
    }
    if (given.type() == ValueType.STRING) {
      return Boolean.valueOf((String) value);
    }
    throw unfit(given, "Boolean");
  }

  private static Instant date(FormFieldInfo field, TypedValue given) {
    Object value = given.value();
    if (value == null || value instanceof Instant) {
      return (Instant) value;
    }
    if (given.type() != ValueType.STRING) {
      throw unfit(given, "Date");
    }
    String text = ((String) value).trim();
    try {
      return text.isEmpty() ? null : field.dateFormat().parse(text).toInstant();
    } catch (ParseException none) {
      throw new UnfitValueException(
          "'%s' is not a date in the format '%s'".formatted(text, field.datePattern()));
    }
  }

  private static String oneOf(FormFieldInfo field, TypedValue given) {
    Object value = given.value();
    if (value == null) {
      return null;
    }
    if (given.type() != ValueType.STRING) {
      throw unfit(given, "String");
    }
    if (!field.values().containsKey(value)) {
      throw new UnfitValueException("'%s' is none of %s".formatted(value, field.values().keySet()));
    }
    return (String) value;
  }

  private static UnfitValueException unfit(TypedValue given, String typeName) {
    boolean isPlain = given.value() instanceof Number || given.value() instanceof Boolean;
    String value =
        isPlain || given.type() == ValueType.STRING
            ? "'%s'".formatted(given.value())
            : "a value of type '%s'".formatted(given.type().typeName());
    return new UnfitValueException("%s is not of type %s".formatted(value, typeName));
  }
}
