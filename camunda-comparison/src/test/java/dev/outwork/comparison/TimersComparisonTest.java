package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.testkit.SettableClock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Map;
import java.util.TimeZone;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When timers are due. */
class TimersComparisonTest {
  private static final String TIME_ZONE = "outwork.time-zone";
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void putTheClocksBack() {
    ClockUtil.reset();
    BOTH.outwork().engine().clock().set(SettableClock.START);
    TimeZone.setDefault(before);
    System.clearProperty(TIME_ZONE);
  }

  /** start --> wait --> end */
  private static String waiting(String key, String time) {
    return """
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="wait"/>
          <intermediateCatchEvent id="wait">
            <timerEventDefinition id="waitDefinition">%s</timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="f2" sourceRef="wait" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """
        .formatted(key, time);
  }

  private static void setClocks(ZoneId zone, String localTime) {
    Instant now = LocalDateTime.parse(localTime).atZone(zone).toInstant();
    System.setProperty(TIME_ZONE, zone.getId());
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    ClockUtil.setCurrentTime(Date.from(now));
    BOTH.outwork().engine().clock().set(now);
  }

  private static Instant dueAt(Played engine, String instance) {
    return engine == BOTH.camunda()
        ? BOTH.camunda()
            .engine()
            .getManagementService()
            .createJobQuery()
            .processInstanceId(instance)
            .singleResult()
            .getDuedate()
            .toInstant()
        : Comparison.theOne(
                BOTH.outwork()
                    .engine()
                    .management()
                    .jobs(
                        ListQuery.<JobFilter, JobSort>all()
                            .with(JobFilter.PROCESS_INSTANCE_ID, instance)),
                "job")
            .dueDate();
  }

  /** Plays it to its end on both, and compares when the timer is due. */
  private static Instant sameTime(String key, String time) {
    Instant[] due = new Instant[2];
    BOTH.sameCourse(
        waiting(key, time),
        engine -> {
          String id = engine.start(key);
          due[engine == BOTH.camunda() ? 0 : 1] = dueAt(engine, id);
          engine.runJobs();
          return id;
        });
    assertThat(due[1]).as("Outwork's due date").isEqualTo(due[0]);
    return due[0];
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 12 * * ?",
        "0 0 12 * * *",
        "0 0/5 * * * ?",
        "0/10 * * * * ?",
        "0 0 9 ? * MON-FRI",
        "0 0 9 ? * MON,WED-FRI",
        "0 15 10 L * ?",
        "0 15 10 L-3 * ?",
        "0 15 10 LW * ?",
        "0 0 0 15W * ?",
        "0 0 12 1W,15 * ?",
        "0 0 12 ? * 6#3",
        "0 0 12 ? * FRI#2",
        "0 0 12 ? * 6L",
        "0 0 12 ? * 5L,6",
        "0 0 12 ? * 1",
        "0 0 12 ? * 7",
        "0 0 12 ? * 0",
        "0 0 12 ? * L",
        "0 0 12 ? * FRI-MON",
        "0 0 12 1 * MON",
        "0 0 12 1,L * ?",
        "0 0 12 ? JAN SUN",
        "0  0 12 29 2 ?",
        "@daily",
        "@yearly",
        "@hourly",
      })
  void a_cron_expression_is_read_as_the_reference_reads_it(String text) {
    setClocks(ZoneId.of("UTC"), "2026-11-29T23:45:00");

    sameTime("cron-" + Integer.toHexString(text.hashCode()), "<timeCycle>" + text + "</timeCycle>");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 30 2 * * ?   | 2027-03-27T12:00 | 2027-03-29T02:30",
        "0 0 8 * * ?    | 2027-03-27T12:00 | 2027-03-28T08:00",
        "0 0/30 * * * ? | 2027-03-28T01:40 | 2027-03-28T03:00",
        "0 30 2 * * ?   | 2027-10-30T12:00 | 2027-10-31T02:30",
        "0 0 8 * * ?    | 2027-10-30T12:00 | 2027-10-31T08:00",
        "0 0 3 * * ?    | 2027-10-30T12:00 | 2027-10-31T03:00",
      })
  void cron_crosses_both_changes_of_summer_time(String text, String now, String due) {
    setClocks(BERLIN, now);

    Instant dueAt =
        sameTime(
            "summer-" + Integer.toHexString((text + now).hashCode()),
            "<timeCycle>" + text + "</timeCycle>");

    assertThat(dueAt.atZone(BERLIN).toLocalDateTime()).isEqualTo(due);
  }

  @ParameterizedTest
  @CsvSource({
    "timeDuration, R3/PT10M",
    "timeDuration, R10/PT5S",
    "timeDuration, R/PT5S",
    "timeDuration, P1W",
    "timeDuration, PT1H/2030-01-01T00:00:00",
    "timeDuration, 2030-01-01T00:00:00/PT1H",
    "timeDuration, R2/2030-01-01T00:00:00/PT1H",
    "timeDate, PT10M",
    "timeDate, P1D",
    "timeDate, P1Y",
    "timeDate, 2030-01-01",
    "timeDate, 2030-07-01T10:00:00",
    "timeDate, 2030-07-01T10:00:00Z",
    "timeCycle, R3/PT10M",
    "timeCycle, R3/PT1M/2030-12-31T00:00:00",
  })
  void a_time_may_stand_where_another_kind_is_meant(String kind, String text) {
    setClocks(BERLIN, "2026-11-29T23:45:00");

    sameTime(
        "time-" + Integer.toHexString((kind + text).hashCode()),
        "<%1$s>%2$s</%1$s>".formatted(kind, text));
  }

  @Test
  void a_duration_that_repeats_happens_once_at_a_boundary() {
    setClocks(ZoneId.of("UTC"), "2026-11-29T23:45:00");

    Course course =
        BOTH.sameCourse(
            """
            <process id="repeats-once" isExecutable="true">
              <startEvent id="start"/>
              <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
              <userTask id="work"/>
              <sequenceFlow id="f2" sourceRef="work" targetRef="end"/>
              <endEvent id="end"/>
              <boundaryEvent id="late" attachedToRef="work" cancelActivity="false">
                <timerEventDefinition id="lateDefinition"><timeDuration>R3/PT5S</timeDuration></timerEventDefinition>
              </boundaryEvent>
              <sequenceFlow id="f3" sourceRef="late" targetRef="told"/>
              <endEvent id="told"/>
            </process>
            """,
            engine -> {
              String id = engine.start("repeats-once");
              engine.runJobs();
              engine.completeTask("work", Map.of());
              return id;
            });

    assertThat(course.activities()).filteredOn("told"::equals).hasSize(1);
  }
}
