package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.health.Health.Hints;
import dev.outwork.api.health.HealthService;
import dev.outwork.engine.testkit.Await;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestDatabase;
import org.junit.jupiter.api.Test;

class NodeHealthTest extends SharedEngineTest {
  @Test
  void it_tells_whether_hints_of_other_nodes_are_heard() throws Exception {
    // A server creates the waiting room at its start.
    engine.bean(Sweep.class).lookAround();

    if (database == TestDatabase.H2) {
      assertThat(hints()).isEqualTo(Hints.NOT_NEEDED);
    } else {
      Await.until(() -> hints() == Hints.HEARD);
      engine.bean(HintChannel.class).close();
      Await.until(() -> hints() == Hints.NOT_HEARD);
    }
  }

  private static Hints hints() {
    return engine.bean(HealthService.class).health().hints();
  }
}
