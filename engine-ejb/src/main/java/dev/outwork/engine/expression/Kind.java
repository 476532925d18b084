package dev.outwork.engine.expression;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** What a method of the vocabulary is called on, and what it answers. */
enum Kind {
  FUNCTION("an expression"),
  EXECUTION("an execution"),
  EXTERNAL_TASK("an external task"),
  TEXT("a text"),
  LIST("a list"),
  MAP("a map"),
  NUMBER("a number"),
  DATE("a date"),
  DATE_TIME("what dateTime() yields"),
  BOOLEAN("a Boolean"),
  USER("what currentUser() yields"),
  JSON("JSON"),
  XML("XML"),
  XML_ATTRIBUTE("an attribute of XML"),
  DECISION_RESULT("the result of a decision"),
  DECISION_RESULT_ENTRIES("one result of a decision"),
  /** Only told when an expression is evaluated. */
  ANY("a value");

  private final String words;

  Kind(String words) {
    this.words = words;
  }

  /** {@link #ANY} of what has no methods. */
  static Kind of(Object value) {
    if (value instanceof Receiver receiver) {
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

  /** What an expression knows by this name, whatever variables there are. */
  static Kind ofName(String name) {
    return switch (name) {
      case ExecutionProperty.EXECUTION -> EXECUTION;
      case ExternalTaskProperty.EXTERNAL_TASK -> EXTERNAL_TASK;
      default -> ANY;
    };
  }

  /** In a message. */
  @Override
  public String toString() {
    return words;
  }
}
