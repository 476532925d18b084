package dev.outwork.engine.expression;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The names visible to an expression, and their values. */
public interface Names {
  /** No names. */
  Names NONE = of(Map.of());

  boolean knows(String name);

  /**
   * Null, a String, Boolean, Number, {@link java.time.Instant}, a map or list of these, {@link
   * Opaque}, or further names for its properties.
   */
  Object value(String name);

  /** The value to be stored under another name, with its type. */
  default Object whole(String name) {
    return value(name);
  }

  /** The clock and time zone of the evaluation; empty if they do not matter. */
  default Optional<Clock> clock() {
    return Optional.empty();
  }

  /** The JSON format of the evaluation; empty if JSON is not supported. */
  default Optional<JsonFormat> json() {
    return Optional.empty();
  }

  /** These names with a clock. */
  default Names at(Clock clock) {
    return new Names() {
      @Override
      public boolean knows(String name) {
        return Names.this.knows(name);
      }

      @Override
      public Object value(String name) {
        return Names.this.value(name);
      }

      @Override
      public Object whole(String name) {
        return Names.this.whole(name);
      }

      @Override
      public Optional<Clock> clock() {
        return Optional.of(clock);
      }

      @Override
      public Optional<JsonFormat> json() {
        return Names.this.json();
      }
    };
  }

  static Names of(Map<String, ?> values) {
    return new Names() {
      @Override
      public boolean knows(String name) {
        return values.containsKey(name);
      }

      @Override
      public Object value(String name) {
        return values.get(name);
      }
    };
  }

  /** These names; those of {@code outer} for all others. */
  default Names orElse(Names outer) {
    Names inner = this;
    return new Names() {
      @Override
      public boolean knows(String name) {
        return inner.knows(name) || outer.knows(name);
      }

      @Override
      public Object value(String name) {
        return inner.knows(name) ? inner.value(name) : outer.value(name);
      }

      @Override
      public Object whole(String name) {
        return inner.knows(name) ? inner.whole(name) : outer.whole(name);
      }

      @Override
      public Optional<Clock> clock() {
        return inner.clock().or(outer::clock);
      }

      @Override
      public Optional<JsonFormat> json() {
        return inner.json().or(outer::json);
      }
    };
  }
}
