package dev.outwork.engine.expression;

import dev.outwork.api.ProcessEngineException;
import java.time.Clock;
import java.util.List;

/**
 * A call in progress. Arguments are converted as in Camunda 7: null becomes an empty text or the
 * number 0, and a text of digits a number.
 */
record Call(Object receiver, List<Object> arguments, Work work, Names names) {
  /** For expressions that are only checked. */
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
      throw new ExpressionException("its argument must be a JSON text", none);
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

  /** The argument, converted to a text. */
  String text(int index) {
    return value(index) == null ? "" : work.text(value(index));
  }

  /** The argument, which must be a text. */
  String textItself(int index) {
    if (value(index) instanceof CharSequence text) {
      return text.toString();
    }
    throw new ExpressionException("its argument must be a text");
  }

  /** A text, or the character with the given code. */
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
        throw new ExpressionException("its argument must be a number", none);
      }
    }
    throw new ExpressionException("its argument must be a number");
  }
}
