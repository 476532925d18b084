package dev.outwork.engine.variable;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.expression.JsonFormat;
import dev.outwork.engine.expression.JsonNode;
import dev.outwork.engine.expression.Names;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Converts between typed values and the values of expressions. */
public final class Values {
  private static final List<ValueType> PLAIN =
      List.of(
          ValueType.STRING,
          ValueType.BOOLEAN,
          ValueType.INTEGER,
          ValueType.LONG,
          ValueType.DOUBLE,
          ValueType.SHORT,
          ValueType.DATE);

  private static final JsonFormat JSON =
      new JsonFormat() {
        @Override
        public Object read(String text) {
          VariableValue whole = new VariableValue("JSON", TypedValue.json(text));
          return JsonPart.Source.of(whole).read();
        }

        @Override
        public String write(Object plain) {
          return JsonTexts.write(plain);
        }
      };

  private Values() {}

  /** The variables visible through a chain of scopes, as names of an expression. */
  public static Names names(Variables variables, List<String> chain) {
    return new Names() {
      @Override
      public boolean knows(String name) {
        return variables.has(chain, name);
      }

      @Override
      public Object value(String name) {
        return inside(whole(name));
      }

      @Override
      public Object whole(String name) {
        return variables
            .get(chain, name)
            .filter(typed -> typed.value() != null)
            .map(typed -> outside(name, typed))
            .orElse(null);
      }

      @Override
      public Optional<JsonFormat> json() {
        return Optional.of(JSON);
      }
    };
  }

  /** Variables that have been read, as names of an expression; files without their content. */
  public static Names names(Map<String, TypedValue> variables) {
    return new Names() {
      @Override
      public boolean knows(String name) {
        return variables.containsKey(name);
      }

      @Override
      public Object value(String name) {
        return inside(whole(name));
      }

      @Override
      public Object whole(String name) {
        return Optional.of(variables.get(name))
            .filter(typed -> typed.value() != null || typed.type() == ValueType.FILE)
            .map(typed -> outside(name, typed))
            .orElse(null);
      }

      @Override
      public Optional<JsonFormat> json() {
        return Optional.of(JSON);
      }
    };
  }

  private static Object outside(String name, TypedValue typed) {
    return PLAIN.contains(typed.type()) ? typed.value() : new VariableValue(name, typed);
  }

  /** JSON becomes maps, lists and plain values; any other object can only be passed on. */
  private static Object inside(Object whole) {
    return whole instanceof VariableValue variable && variable.value().hasJson()
        ? JsonPart.Source.of(variable).read()
        : whole;
  }

  /** The result of an expression, as a value that can be stored. */
  public static TypedValue fromExpression(Object value) {
    if (value == null) {
      return TypedValue.NULL;
    }
    if (value instanceof VariableValue variable) {
      return variable.toKeep();
    }
    if (value instanceof JsonPart part) {
      return part.typed();
    }
    if (value instanceof JsonNode node) {
      return fromNode(node);
    }
    if (value instanceof Map<?, ?> || value instanceof Collection<?>) {
      return TypedValue.structure(value, JsonTexts.write(value));
    }
    Object storable = value instanceof Number number ? exact(number) : value;
    for (ValueType type : PLAIN) {
      if (type.javaType().isInstance(storable)) {
        return TypedValue.of(type, storable);
      }
    }
    if (storable instanceof Number) {
      return TypedValue.structure(storable, JsonTexts.write(storable));
    }
    throw new ProcessEngineException(
        "Cannot store the result of an expression: it must be a text, number, boolean, date, list or map");
  }

  private static TypedValue fromNode(JsonNode node) {
    return node.plain() instanceof JsonPart part && part.typed().type() == ValueType.JSON
        ? part.typed()
        : TypedValue.json(JsonTexts.write(node.plain()));
  }

  private static Number exact(Number number) {
    if (number instanceof BigInteger whole) {
      return JsonNumbers.large(whole);
    }
    try {
      return number instanceof BigDecimal fraction
          ? JsonNumbers.fraction(fraction)
          : finite(number);
    } catch (ArithmeticException e) {
      throw new ProcessEngineException(
          "Cannot store the result of an expression: %s is not a finite number".formatted(number),
          e);
    }
  }

  private static Number finite(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      throw new ArithmeticException("JSON and databases cannot represent such a number");
    }
    return number instanceof Float ? (Number) number.doubleValue() : number;
  }
}
