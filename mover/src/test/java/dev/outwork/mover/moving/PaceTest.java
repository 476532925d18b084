package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A move that is not to slow the source moves so many a second at most. */
class PaceTest {
  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");

  @Test
  void who_comes_too_early_waits_until_those_before_have_had_their_time() {
    Pace pace = new Pace(100);

    assertThat(pace.turn(NOW, 200)).isZero();
    assertThat(pace.turn(NOW, 50)).isEqualTo(Duration.ofSeconds(2));
    assertThat(pace.turn(NOW.plusSeconds(1), 1)).isEqualTo(Duration.ofMillis(1500));
  }

  @Test
  void nobody_makes_up_for_time_that_has_passed() {
    Pace pace = new Pace(100);
    pace.turn(NOW, 200);

    assertThat(pace.turn(NOW.plusSeconds(60), 200)).isZero();
    assertThat(pace.turn(NOW.plusSeconds(60), 1)).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void without_a_limit_nobody_waits() {
    Pace pace = new Pace(Pace.UNLIMITED);

    assertThat(pace.turn(NOW, Integer.MAX_VALUE)).isZero();
    assertThat(pace.turn(NOW, 1)).isZero();
  }

  @Test
  void a_move_keeps_it() {
    try (BothEngines engines = BothEngines.on(TestDatabase.H2)) {
      engines
          .camunda()
          .getRepositoryService()
          .createDeployment()
          .addString("sequence.bpmn", ElementModels.all().get("sequence"))
          .deploy();
      for (int i = 0; i < 3; i++) {
        engines.camunda().getRuntimeService().startProcessInstanceByKey("sequence");
      }
      long begun = System.nanoTime();

      BothEngines.Told told = engines.moveAtPace(20);

      assertThat(told.done()).isEqualTo(3);
      assertThat(Duration.ofNanos(System.nanoTime() - begun))
          .isGreaterThanOrEqualTo(Duration.ofMillis(100));
    }
  }
}
