package dev.outwork.engine.together;

import java.util.function.Supplier;

/**
 * What one of those who travel together gets: a result, or its own failure.
 *
 * @param failure null if there is a result
 */
public record OwnOutcome<R>(R result, RuntimeException failure) implements Supplier<R> {
  public static <R> OwnOutcome<R> of(R result) {
    return new OwnOutcome<>(result, null);
  }

  public static <R> OwnOutcome<R> failed(RuntimeException failure) {
    return new OwnOutcome<>(null, failure);
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
