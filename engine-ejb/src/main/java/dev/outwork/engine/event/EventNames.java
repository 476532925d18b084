package dev.outwork.engine.event;

import java.util.Optional;

/** The rules for names of messages and signals. */
final class EventNames {
  /** The maximum length of a name, in characters. */
  static final int MAX_LENGTH = 255;

  private EventNames() {}

  /** The reason why a text is not a valid name; empty if it is. */
  static Optional<String> problemOf(String name) {
    if (name.isBlank()) {
      return Optional.of("it is empty");
    }
    if (name.length() > MAX_LENGTH) {
      return Optional.of(
          "it has %d characters, at most %d are allowed".formatted(name.length(), MAX_LENGTH));
    }
    return Optional.empty();
  }
}
