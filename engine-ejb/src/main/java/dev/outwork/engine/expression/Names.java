package dev.outwork.engine.expression;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** The names that an expression can see, and what they stand for. */
public interface Names {
  /** Nothing is known. */
  Names NONE = of(Map.of());

  boolean knows(String name);

  /**
   * Null, a String, Boolean, Number, {@link java.time.Instant}, a map or list of these, {@link
   * Opaque}, or names that are asked for as its parts.
   */
  Object value(String name);

  /** The same to be kept under another name, with all that is known of it. */
  default Object whole(String name) {
    return value(name);
  }

  /** What time it is where these names are known, in which zone; empty if it does not matter. */
  default Optional<Clock> clock() {
    return Optional.empty();
  }

  /** How JSON is read where these names are known; empty if it is not. */
  default Optional<JsonFormat> json() {
    return Optional.empty();
  }

  /** These names at the time of a clock. */
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

  /** These names, and those of {@code outer} that are not among them. */
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
