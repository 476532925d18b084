package dev.outwork.engine.expression;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** The kinds of receivers and results of methods in the vocabulary. */
enum Kind {
  FUNCTION("an expression"),
  EXECUTION("an execution"),
  EXTERNAL_TASK("an external task"),
  TEXT("a text"),
  LIST("a list"),
  MAP("a map"),
  NUMBER("a number"),
  DATE("a date"),
  DATE_TIME("a result of dateTime()"),
  BOOLEAN("a Boolean"),
  USER("a result of currentUser()"),
  JSON("JSON"),
  XML("XML"),
  XML_ATTRIBUTE("an attribute of XML"),
  DECISION_RESULT("the result of a decision"),
  DECISION_RESULT_ENTRIES("one result of a decision"),
  /** Known only when the expression is evaluated. */
  ANY("a value");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** {@link #ANY} for values without methods. */
  static Kind of(Object value) {
    if (value instanceof CallReceiver receiver) {
      return receiver.kind();
    }
    if (value instanceof Opaque opaque && opaque.isXml()) {
      return XML;
    }
    if (value instanceof CharSequence) {
      return TEXT;
    }
    if (value instanceof Number) {
      return NUMBER;
    }
    if (value instanceof Boolean) {
      return BOOLEAN;
    }
    if (value instanceof Instant) {
      return DATE;
    }
    if (value instanceof Map) {
      return MAP;
    }
    return value instanceof Collection ? LIST : ANY;
  }

  /** The kind of a predefined name; variables cannot hide it. */
  static Kind ofName(String name) {
    return switch (name) {
      case ExecutionProperty.EXECUTION -> EXECUTION;
      case ExternalTaskProperty.EXTERNAL_TASK -> EXTERNAL_TASK;
      default -> ANY;
    };
  }

  /** The kind in messages. */
  @Override
  public String toString() {
    return words;
  }
}
