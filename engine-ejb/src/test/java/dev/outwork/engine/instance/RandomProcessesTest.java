package dev.outwork.engine.instance;

import dev.outwork.engine.instance.random.Play;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/**
 * Random processes, played by random workers, against a reference of some hundred lines. The first
 * seed is printed; to play a process again, give it as {@code outwork.random.seed}.
 */
class RandomProcessesTest {
  private static final int PROCESSES = Integer.getInteger("outwork.random.processes", 500);
  private static final long SEED =
      Long.getLong("outwork.random.seed", ThreadLocalRandom.current().nextInt(1_000_000_000));

  @Test
  void random_processes_do_what_the_reference_does() {
    int steps = 0;
    for (long seed = SEED; seed < SEED + PROCESSES; seed++) {
      steps += Play.of(seed, new PureGround());
    }
    System.out.printf(
        "%d random processes from seed %d on, %d steps%n", PROCESSES, SEED, steps);
  }
}
