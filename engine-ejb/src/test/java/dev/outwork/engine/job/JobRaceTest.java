package dev.outwork.engine.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;

/** Two nodes, and the same jobs. */
class JobRaceTest extends SharedEngineTest {
  private static final int INSTANCES = 200;

  /** start --> pause (10 minutes) --> work (external) --> end. */
  @Test
  void two_nodes_fire_each_timer_once() throws Exception {
    engine.deploy(
        Bpmn.createExecutableProcess("pausing")
            .startEvent()
            .intermediateCatchEvent("pause")
            .timerWithDuration("PT10M")
            .serviceTask("work")
            .operatonExternalTask("work")
            .endEvent()
            .done());
    for (int i = 0; i < INSTANCES; i++) {
      engine.start("pausing");
    }
    engine.clock().advance(Duration.ofMinutes(10));

    List<AtOnce.Outcome<Void>> outcomes = runOnTwoNodes();

    assertThat(outcomes).extracting(AtOnce.Outcome::failure).containsOnlyNulls();
    assertThat(alice.fetches(INSTANCES * 2, "work"))
        .extracting(task -> task.task().processInstanceId())
        .hasSize(INSTANCES)
        .doesNotHaveDuplicates();
    assertThat(engine.management().countJobs(ListQuery.all())).isZero();
  }

  /** begin (every second) --> work (external) --> end. */
  @Test
  void two_nodes_start_a_process_once_at_each_time() throws Exception {
    engine.deploy(
        Bpmn.createExecutableProcess("regular")
            .startEvent()
            .timerWithCycle("R20/PT1S")
            .serviceTask("work")
            .operatonExternalTask("regular")
            .endEvent()
            .done());

    for (int i = 0; i < 20; i++) {
      engine.clock().advance(Duration.ofSeconds(1));
      runOnTwoNodes();
    }

    assertThat(alice.fetches("regular")).hasSize(20);
    assertThat(engine.management().countJobs(ListQuery.all())).isZero();
  }

  /** start --> pause (10 minutes) --> work (external) --> end. */
  @Test
  void the_second_concurrent_execution_of_a_job_finds_none() throws Exception {
    engine.deploy(
        Bpmn.createExecutableProcess("overtaken")
            .startEvent()
            .intermediateCatchEvent("pause")
            .timerWithDuration("PT10M")
            .serviceTask("work")
            .operatonExternalTask("overtaken")
            .endEvent()
            .done());
    for (int i = 0; i < 20; i++) {
      engine.start("overtaken");
      String job = engine.management().jobs(ListQuery.all()).get(0).id();

      List<AtOnce.Outcome<Void>> outcomes = executeTwice(job);

      assertThat(outcomes)
          .extracting(AtOnce.Outcome::failure)
          .containsOnlyOnce((Throwable) null)
          .filteredOn(Objects::nonNull)
          .hasOnlyElementsOfType(NotFoundException.class);
    }
    assertThat(alice.fetches("overtaken")).hasSize(20);
  }

  private static List<AtOnce.Outcome<Void>> executeTwice(String job) throws Exception {
    try (AtOnce atOnce = new AtOnce()) {
      return atOnce.run(
          2,
          i ->
              () -> {
                engine.management().executeJob(job);
                return null;
              });
    }
  }

  private static List<AtOnce.Outcome<Void>> runOnTwoNodes() throws Exception {
    try (TestEngine other = engine.anotherNode();
        AtOnce atOnce = new AtOnce()) {
      return atOnce.run(List.of(running(engine), running(other)));
    }
  }

  private static Callable<Void> running(TestEngine node) {
    return () -> {
      node.runDueJobs();
      return null;
    };
  }
}
