package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.expression.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Typed values as expressions see them, and what expressions yield as typed values. */
public final class Values {
  private Values() {}

  /** The variables that are seen through a chain of scopes, as names of an expression. */
  public static Names names(Variables variables, List<String> chain) {
    return new Names() {
      @Override
      public boolean knows(String name) {
        return variables.has(chain, name);
      }

      @Override
      public Object value(String name) {
        return variables.get(chain, name).map(value -> forExpression(name, value)).orElse(null);
      }
    };
  }

  /** The same for variables that have been read. */
  public static Names names(Map<String, TypedValue> variables) {
    return new Names() {
      @Override
      public boolean knows(String name) {
        return variables.containsKey(name);
      }

      @Override
      public Object value(String name) {
        return forExpression(name, variables.get(name));
      }
    };
  }

  /**
   * JSON becomes maps and lists; plain values stand for themselves; anything else can only be
   * passed on, so it stays the typed value that it is.
   */
  private static Object forExpression(String name, TypedValue typed) {
    return switch (typed.type()) {
      case NULL, BOOLEAN, SHORT, INTEGER, LONG, DOUBLE, STRING, DATE -> typed.value();
      case JSON -> JsonTexts.read(name, (String) typed.value());
      case BYTES, FILE, XML, OBJECT -> typed;
    };
  }

  /** What an expression has yielded, as a value that can be stored. */
  public static TypedValue fromExpression(Object value) {
    if (value == null) {
      return TypedValue.NULL;
    }
    if (value instanceof TypedValue typed) {
      return typed;
    }
    if (value instanceof Double number && !Double.isFinite(number)) {
      throw new ProcessEngineException(
          "Cannot store what an expression has yielded: %s is no number".formatted(number));
    }
    for (ValueType type : PLAIN) {
      if (type.javaType().isInstance(value)) {
        return TypedValue.of(type, value);
      }
    }
    if (value instanceof BigInteger || value instanceof BigDecimal || value instanceof Float) {
      return number((Number) value);
    }
    if (value instanceof Map<?, ?> || value instanceof List<?>) {
      return TypedValue.json(JsonTexts.write(value));
    }
    throw new ProcessEngineException(
        "Cannot store what an expression has yielded: it is neither text, number, boolean, date, list nor map");
  }

  private static final List<ValueType> PLAIN =
      List.of(
          ValueType.STRING,
          ValueType.BOOLEAN,
          ValueType.INTEGER,
          ValueType.LONG,
          ValueType.DOUBLE,
          ValueType.SHORT,
          ValueType.DATE);

  private static TypedValue number(Number number) {
    if (number instanceof BigInteger integer && integer.bitLength() < Long.SIZE) {
      return TypedValue.of(ValueType.LONG, integer.longValue());
    }
    return TypedValue.of(ValueType.DOUBLE, number.doubleValue());
  }
}
