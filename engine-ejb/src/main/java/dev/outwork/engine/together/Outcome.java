package dev.outwork.engine.together;

import java.util.function.Supplier;

/**
 * What one of those who travel together gets: a result, or its own failure.
 *
 * @param failure null if there is a result
 */
public record Outcome<R>(R result, RuntimeException failure) implements Supplier<R> {
  public static <R> Outcome<R> of(R result) {
    return new Outcome<>(result, null);
  }

  public static <R> Outcome<R> failed(RuntimeException failure) {
    return new Outcome<>(null, failure);
  }

  /** The result, or throws. */
  @Override
  public R get() {
    if (failure != null) {
      throw failure;
    }
    return result;
  }
}
