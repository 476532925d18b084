package dev.outwork.engine.expression;

import dev.outwork.api.ProcessEngineException;
import java.time.Clock;
import java.util.List;

/**
 * A call that is being answered. Arguments become what the method takes as in Camunda 7: a null is
 * an empty text and the number 0, and a text of digits is a number.
 */
record Call(Object receiver, List<Object> arguments, Work work, Names names) {
  /** For expressions that are only looked at. */
  private static final Clock SYSTEM = Clock.systemUTC();

  Clock clock() {
    return names.clock().orElse(SYSTEM);
  }

  SpinJson json(Object plain) {
    return new SpinJson(plain, format());
  }

  SpinJson jsonOf(String text) {
    try {
      return json(format().read(text));
    } catch (ProcessEngineException none) {
      throw new ExpressionException("it takes a text of JSON", none);
    }
  }

  private JsonFormat format() {
    return names.json().orElseThrow(() -> new ExpressionException("JSON cannot be read here"));
  }

  <T> T receiver(Class<T> type) {
    return type.cast(receiver);
  }

  Object value(int index) {
    return arguments.get(index);
  }

  /** A text, whatever was given. */
  String text(int index) {
    return value(index) == null ? "" : work.text(value(index));
  }

  /** What has to be a text already. */
  String textItself(int index) {
    if (value(index) instanceof CharSequence text) {
      return text.toString();
    }
    throw new ExpressionException("it takes a text");
  }

  /** A text, or the one character that has the number which was given. */
  String characters(int index) {
    return value(index) instanceof Number code
        ? String.valueOf((char) code.intValue())
        : text(index);
  }

  int number(int index) {
    Object value = value(index);
    if (value == null || "".equals(value)) {
      return 0;
    }
    if (value instanceof Number number) {
      return number.intValue();
    }
    if (value instanceof String text) {
      try {
        return Integer.parseInt(text);
      } catch (NumberFormatException none) {
        throw new ExpressionException("it takes a number", none);
      }
    }
    throw new ExpressionException("it takes a number");
  }
}
