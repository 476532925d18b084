package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.mover.moving.RandomMoves.Outcome;
import dev.outwork.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Random processes are moved half-way, many at a time, and driven to their ends beside copies that
 * stay: the same ones in each build. {@code outwork.random.seed} sets another first seed.
 */
class MovedRandomProcessesTest {
  private static final long SEED = Long.getLong("outwork.random.seed", 200_000);
  private static final int TOGETHER = 25;

  /** What was moved stays in memory as long as its engine. */
  private static final int ON_ONE_PAIR = 500;

  @Test
  void they_go_on_as_the_copies_that_stay_on_h2() {
    play(TestDatabase.H2, Integer.getInteger("outwork.move.processes", 100));
  }

  @Test
  void they_go_on_as_the_copies_that_stay_on_postgresql() {
    play(TestDatabase.POSTGRESQL, Integer.getInteger("outwork.move.processesOnPostgres", 10));
  }

  private static void play(TestDatabase database, int processes) {
    System.out.printf(
        "%d random processes from seed %d on are moved on %s%n", processes, SEED, database);
    Outcome all = Outcome.NONE;
    long seed = SEED;
    while (all.played() < processes) {
      int most = Math.min(ON_ONE_PAIR, processes - all.played());
      Outcome some = Outcome.NONE;
      try (BothEngines engines = BothEngines.on(database)) {
        while (some.played() < most) {
          some = some.and(new RandomMoves(engines, seed, seed + TOGETHER, history(seed)).play());
          seed += TOGETHER;
        }
      }
      all = all.and(some);
    }
    System.out.println(all);
    assertThat(all.moved()).as(all.toString()).isGreaterThan(processes / 3);
    assertThat(all.compared()).as(all.toString()).isGreaterThan((processes - 10) / 5);
    // Of a few processes, more may differ by chance.
    assertThat(all.unlike().size() + all.notAsFar())
        .as(all.toString())
        .isLessThanOrEqualTo(3 + all.played() / 5);
  }

  // By turns with what has ended before, and without.
  private static HistoryChoice history(long seed) {
    return (seed - SEED) / TOGETHER % 2 == 0
        ? new HistoryChoice(HistoryChoice.Kind.RUNNING, null)
        : HistoryChoice.NONE;
  }
}
