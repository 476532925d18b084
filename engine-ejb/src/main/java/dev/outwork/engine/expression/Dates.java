package dev.outwork.engine.expression;

import java.time.Instant;
import java.util.Date;

/** Dates, which are instants here and {@code java.util.Date} in Camunda 7. */
final class Dates {
  private Dates() {}

  /** Java's text for a value. */
  static String text(Object value) {
    return value instanceof Instant instant ? Date.from(instant).toString() : String.valueOf(value);
  }
}
