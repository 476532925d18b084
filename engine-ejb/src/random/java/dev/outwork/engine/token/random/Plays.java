package dev.outwork.engine.token.random;

import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongFunction;

/**
 * Many random processes. The first seed is printed; {@code outwork.random.seed} sets it, to play a
 * process again.
 */
public final class Plays {
  private static final long SEED =
      Long.getLong("outwork.random.seed", ThreadLocalRandom.current().nextInt(1_000_000_000));

  private Plays() {}

  /** Plays as many processes, each on its own ground. */
  public static void play(int processes, LongFunction<Ground> grounds) {
    System.out.printf("%d random processes from seed %d on%n", processes, SEED);
    int steps = 0;
    for (long seed = SEED; seed < SEED + processes; seed++) {
      steps += Play.of(seed, grounds.apply(seed));
    }
    System.out.printf("%d steps, and no difference%n", steps);
  }
}
