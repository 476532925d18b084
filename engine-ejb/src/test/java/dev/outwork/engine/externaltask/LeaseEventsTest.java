package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.history.LeaseEvent;
import dev.outwork.api.history.LeaseEvent.Kind;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** What is written of locks (docs/rest-api.md, "Lease events"). */
class LeaseEventsTest {
  private static final Duration LOCK = Duration.ofMinutes(5);

  /** start --> work (external) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("working")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("a")
          .endEvent()
          .done();

  @AfterEach
  void forget() {
    System.clearProperty(Settings.LEASE_EVENTS);
  }

  @ParameterizedTest
  @EnumSource
  void by_default_nothing_is_written(TestDatabase database) {
    try (TestEngine engine = TestEngine.on(database)) {
      assertThat(story(engine)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void failures_are_locks_that_were_lost_or_taken_away(TestDatabase database) {
    System.setProperty(Settings.LEASE_EVENTS, "failures");
    try (TestEngine engine = TestEngine.on(database)) {
      assertThat(story(engine))
          .extracting(LeaseEvent::kind)
          .containsExactly(Kind.UNLOCKED, Kind.GIVEN_BACK, Kind.EXPIRED, Kind.EXPIRED);
    }
  }

  @ParameterizedTest
  @EnumSource
  void all_tells_the_whole_story(TestDatabase database) {
    System.setProperty(Settings.LEASE_EVENTS, "all");
    try (TestEngine engine = TestEngine.on(database)) {
      Instant begin = engine.clock().instant();
      List<LeaseEvent> story = story(engine);

      assertThat(story)
          .extracting(LeaseEvent::kind, LeaseEvent::workerId)
          .containsExactly(
              tuple(Kind.FETCHED, "alice"),
              tuple(Kind.EXTENDED, "alice"),
              tuple(Kind.UNLOCKED, "alice"),
              tuple(Kind.LOCKED, "bob"),
              tuple(Kind.GIVEN_BACK, "bob"),
              tuple(Kind.FETCHED, "alice"),
              tuple(Kind.EXPIRED, "alice"),
              tuple(Kind.FETCHED, "bob"),
              tuple(Kind.EXPIRED, "bob"),
              tuple(Kind.FETCHED, "alice"));
      assertThat(story.get(0).lockedUntil()).isEqualTo(begin.plus(LOCK));
      assertThat(story.get(0).topicName()).isEqualTo("a");
    }
  }

  @ParameterizedTest
  @EnumSource
  void events_are_forgotten_with_their_instance(TestDatabase database) {
    System.setProperty(Settings.LEASE_EVENTS, "all");
    try (TestEngine engine = TestEngine.on(database)) {
      assertThat(story(engine)).isNotEmpty();

      engine.reset();

      assertThat(Rows.count(engine.database(), "select count(*) from external_task_lease_log"))
          .isZero();
    }
  }

  /** All that can happen to a lock, until the task is completed. */
  private static List<LeaseEvent> story(TestEngine engine) {
    TestWorker alice = engine.worker("alice");
    TestWorker bob = engine.worker("bob");
    engine.deploy(WORK);
    engine.start("working");
    LockedExternalTask task = alice.fetchesOne("a");
    String id = task.task().id();
    later(engine);
    alice.extendsLock(task, LOCK);
    later(engine);
    engine.externalTasks().unlock(id);
    later(engine);
    engine.externalTasks().lock(id, "bob", LOCK);
    later(engine);
    engine
        .externalTasks()
        .giveBack(
            List.of(
                new LockedExternalTask(
                    engine.externalTasks().externalTask(id).orElseThrow(),
                    null,
                    Map.of(),
                    Map.of())));
    later(engine);
    alice.fetchesOne("a");
    engine.clock().advance(LOCK.plusSeconds(1));
    engine.reclaimLocks();
    later(engine);
    bob.fetchesOne("a");
    engine.clock().advance(LOCK.plusSeconds(1));
    LockedExternalTask last = alice.fetchesOne("a");
    alice.completes(last);
    return engine.history().leaseEvents(id);
  }

  private static void later(TestEngine engine) {
    engine.clock().advance(Duration.ofSeconds(1));
  }

  @Test
  void a_choice_that_does_not_exist_is_refused() {
    System.setProperty(Settings.LEASE_EVENTS, "some");

    assertThatThrownBy(Settings::leaseEvents)
        .hasMessage("outwork.history.lease-events is 'some': it must be off, failures or all");
  }
}
