package dev.outwork.engine.token;

import dev.outwork.engine.token.random.Plays;
import org.junit.jupiter.api.Test;

/** Random processes and random workers, against a reference of a few hundred lines. */
class RandomProcessesTest {
  private static final int PROCESSES = Integer.getInteger("outwork.random.processes", 500);

  @Test
  void random_processes_do_what_the_reference_does() {
    Plays.play(PROCESSES, seed -> new PureGround());
  }
}
