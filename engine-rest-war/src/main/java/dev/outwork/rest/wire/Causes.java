package dev.outwork.rest.wire;

import dev.outwork.api.ProcessEngineException;
import java.util.Optional;
import java.util.stream.Stream;

/** Looks behind what the container wraps around an exception. */
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

  /** What the engine said, if it was the engine that failed. */
  public static Optional<ProcessEngineException> engine(RuntimeException failure) {
    return find(failure, ProcessEngineException.class);
  }
}
