package dev.outwork.rest.format;

import dev.outwork.api.ProcessEngineException;
import java.util.Optional;
import java.util.stream.Stream;

/** Unwraps exceptions of the container. */
public final class Causes {
  private static final int DEEPEST = 20;

  private Causes() {}

  /** The first of the type in the chain of causes. */
  static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(DEEPEST)
        .filter(type::isInstance)
        .map(type::cast)
        .findFirst();
  }

  /** The exception of the engine; empty if the engine did not fail. */
  public static Optional<ProcessEngineException> engine(RuntimeException failure) {
    return find(failure, ProcessEngineException.class);
  }
}
