package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.mover.source.Slice;
import dev.outwork.testkit.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A timer whose due date somebody has moved fires when the copy that stays does, and as often. */
class MovedTimersTest {
  private static final Instant START = Instant.parse("2026-11-30T10:00:00Z");
  private static final int MOST = 6;

  /** At Camunda the last time of a cycle is due again if it fires in that very millisecond. */
  private static final Duration LATE = Duration.ofMillis(1);

  private static BothEngines engines;

  @BeforeAll
  static void start() {
    engines = BothEngines.on(TestDatabase.H2);
    for (String cycle : List.of("R3/PT1H", "R/PT1H", "R2/P1D")) {
      engines
          .camunda()
          .getRepositoryService()
          .createDeployment()
          .addString("timer.bpmn", model(cycle))
          .deploy();
    }
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  @AfterEach
  void reset() {
    ClockUtil.reset();
  }

  private static String key(String cycle) {
    return "timer" + cycle.replace('/', '-');
  }

  /** start --> a (external, and beside it a timer) --> end */
  private static String model(String cycle) {
    return """
    <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
        xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="moved">
      <process id="%s" isExecutable="true">
        <startEvent id="s"/>
        <userTask id="a"/>
        <boundaryEvent id="t" attachedToRef="a" cancelActivity="false">
          <timerEventDefinition><timeCycle>%s</timeCycle></timerEventDefinition>
        </boundaryEvent>
        <endEvent id="e"/>
        <endEvent id="f"/>
        <sequenceFlow id="s_a" sourceRef="s" targetRef="a"/>
        <sequenceFlow id="a_e" sourceRef="a" targetRef="e"/>
        <sequenceFlow id="t_f" sourceRef="t" targetRef="f"/>
      </process>
    </definitions>
    """
        .formatted(key(cycle), cycle);
  }

  private static void setTime(Instant time) {
    ClockUtil.setCurrentTime(Date.from(time));
    engines.outwork().clock().set(time);
  }

  private static ManagementService camunda() {
    return engines.camunda().getManagementService();
  }

  private static String startThere(String key, int fired, Long minutes, boolean cascade) {
    setTime(START);
    String id = engines.camunda().getRuntimeService().startProcessInstanceByKey(key).getId();
    for (int i = 0; i < fired; i++) {
      fireThere(id);
    }
    if (minutes != null) {
      var job = camunda().createJobQuery().processInstanceId(id).singleResult();
      camunda()
          .setJobDuedate(
              job.getId(),
              Date.from(job.getDuedate().toInstant().plus(Duration.ofMinutes(minutes))),
              cascade);
    }
    return id;
  }

  /** When it was due, or null if it will not fire again. */
  private static Instant fireThere(String id) {
    var job = camunda().createJobQuery().processInstanceId(id).singleResult();
    if (job == null) {
      return null;
    }
    setTime(job.getDuedate().toInstant().plus(LATE));
    camunda().executeJob(job.getId());
    return job.getDuedate().toInstant();
  }

  private static Instant fireHere(String id) {
    List<Job> jobs =
        engines
            .outwork()
            .management()
            .jobs(ListQuery.<JobFilter, JobSort>all().with(JobFilter.PROCESS_INSTANCE_ID, id));
    if (jobs.isEmpty()) {
      return null;
    }
    setTime(jobs.get(0).dueDate().plus(LATE));
    engines.outwork().management().executeJob(jobs.get(0).id());
    return jobs.get(0).dueDate();
  }

  @ParameterizedTest
  @CsvSource({
    "R3/PT1H, 0, , false",
    "R3/PT1H, 2, , false",
    "R3/PT1H, 0, 90, false",
    "R3/PT1H, 1, 30, false",
    "R3/PT1H, 1, -30, false",
    "R3/PT1H, 1, 300, false",
    "R3/PT1H, 0, 90, true",
    "R3/PT1H, 1, -30, true",
    "R/PT1H, 1, 30, false",
    "R/PT1H, 1, 90, true",
    "R2/P1D, 0, 60, false",
    "R2/P1D, 1, -60, true"
  })
  void it_fires_as_the_copy_that_stays(String cycle, int fired, Long minutes, boolean cascade) {
    String stays = startThere(key(cycle), fired, minutes, cascade);
    String goes = startThere(key(cycle), fired, minutes, cascade);
    BothEngines.Told told = new BothEngines.Told();
    new Move(engines.settings(), told).move(Slice.of(List.of(goes)));
    assertThat(told.staying()).isEmpty();

    List<Instant> there = new ArrayList<>();
    List<Instant> here = new ArrayList<>();
    for (int i = 0; i < MOST; i++) {
      there.add(fireThere(stays));
    }
    for (int i = 0; i < MOST; i++) {
      here.add(fireHere(goes));
    }

    assertThat(here).isEqualTo(there);
  }
}
