package dev.outwork.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;

class JobAlarmTest {
  private static final Duration LONGEST = Duration.ofSeconds(20);

  /** start --> one (asyncBefore) --> two (asyncBefore, external) --> end. */
  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void due_jobs_run_after_the_commit_without_a_tick(TestDatabase database) throws Exception {
    try (TestEngine engine = TestEngine.on(database, JobAlarm.class)) {
      engine.deploy(
          Bpmn.createExecutableProcess("async")
              .startEvent()
              .manualTask("one")
              .operatonAsyncBefore()
              .serviceTask("two")
              .operatonExternalTask("two")
              .operatonAsyncBefore()
              .endEvent()
              .done());

      engine.start("async");

      FetchAndLock request = FetchAndLock.of("alice", 1, Topic.of("two", Duration.ofMinutes(5)));
      assertThat(
              engine
                  .bean(WaitingRoom.class)
                  .fetchAndLock(request, LONGEST)
                  .get(LONGEST.toSeconds(), TimeUnit.SECONDS))
          .hasSize(1);
    }
  }
}
