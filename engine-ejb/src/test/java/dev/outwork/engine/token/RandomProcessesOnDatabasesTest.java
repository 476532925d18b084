package dev.outwork.engine.token;

import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.random.Plays;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Random processes on each database, with workers that fail, vanish and take longer. */
class RandomProcessesOnDatabasesTest extends SharedEngineTest {
  private static final int PROCESSES =
      Integer.getInteger("outwork.random.processesOnDatabases", 30);

  @Test
  void random_processes_do_what_the_reference_does_whatever_becomes_of_the_workers() {
    Plays.play(PROCESSES, seed -> new EngineGround(engine, new Random(seed)));
  }
}
