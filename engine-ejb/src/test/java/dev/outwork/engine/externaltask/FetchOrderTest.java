package dev.outwork.engine.externaltask;

import static dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder.ASCENDING;
import static dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder.DESCENDING;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.CreateTimeOrder;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Which tasks are handed out first (docs/rest-api.md, "Fetch and lock" and "Task distribution").
 */
class FetchOrderTest extends SharedEngineTest {
  /** start --> work (external, its topic and priority from variables) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("working")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("${topic}")
          .operatonTaskPriority("${priority}")
          .endEvent()
          .done();

  private static final Duration LOCK = Duration.ofMinutes(5);

  private String definitionId;

  @BeforeEach
  void deploy() {
    definitionId = engine.deploy(WORK).id();
  }

  @Test
  void the_oldest_come_first_when_no_order_was_asked_for() {
    given("first", "a", 1);
    given("second", "a", 3);
    given("third", "a", 2);

    assertThat(fetched(2, false, null, "a")).containsExactly("first", "second");
  }

  @Test
  void tasks_of_the_same_moment_come_in_the_order_of_their_creation() {
    List<String> names = Stream.iterate(0, i -> i + 1).limit(20).map(i -> "task" + i).toList();
    names.forEach(name -> start(name, "a", 0));

    assertThat(fetched(20, false, null, "a")).containsExactlyElementsOf(names);
  }

  @Test
  void the_highest_priority_comes_first_when_priorities_count() {
    given("low", "a", -5);
    given("high", "a", 7);
    given("higher", "b", 8);
    given("none", "a", 0);

    assertThat(fetched(3, true, null, "a", "b")).containsExactly("higher", "high", "none");
  }

  @Test
  void oldest_first_applies_within_a_priority() {
    given("old", "a", 1);
    given("new", "a", 1);
    given("urgent", "a", 2);

    assertThat(fetched(2, true, null, "a")).containsExactly("urgent", "old");
  }

  @Test
  void newest_first_applies_within_a_priority() {
    given("old", "a", 1);
    given("new", "a", 1);
    given("urgent", "a", 2);

    assertThat(fetched(2, true, DESCENDING, "a")).containsExactly("urgent", "new");
    assertThat(fetched(2, true, ASCENDING, "a")).containsExactly("old");
  }

  @Test
  void the_newest_come_first_on_request() {
    given("first", "a", 2);
    given("second", "b", 1);
    given("third", "a", 3);

    assertThat(fetched(2, false, DESCENDING, "a", "b")).containsExactly("third", "second");
  }

  @Test
  void topics_take_turns_when_no_order_was_asked_for() {
    for (int i = 1; i <= 5; i++) {
      given("busy" + i, "busy", 0);
    }
    given("quiet1", "quiet", 0);
    given("quiet2", "quiet", 0);

    assertThat(fetched(4, false, null, "busy", "quiet"))
        .containsExactly("busy1", "busy2", "quiet1", "quiet2");
  }

  @Test
  void a_topic_with_nothing_to_do_leaves_its_turns_to_the_others() {
    for (int i = 1; i <= 5; i++) {
      given("busy" + i, "busy", 0);
    }
    given("quiet", "quiet", 0);

    assertThat(fetched(5, false, null, "idle", "busy", "quiet"))
        .containsExactly("busy1", "busy2", "busy3", "busy4", "quiet");
  }

  @Test
  void topics_do_not_take_turns_when_an_order_was_asked_for() {
    given("busy1", "busy", 0);
    given("busy2", "busy", 0);
    given("quiet", "quiet", 9);

    assertThat(fetched(2, false, ASCENDING, "busy", "quiet")).containsExactly("busy1", "busy2");
  }

  @Test
  void a_task_whose_lock_has_just_expired_takes_its_place_by_age() {
    given("locked first", "a", 0);
    fetched(1, false, null, "a");
    given("second", "a", 0);
    given("third", "a", 0);

    engine.clock().advance(LOCK);

    assertThat(fetched(2, false, null, "a")).containsExactly("locked first", "second");
  }

  @Test
  void a_task_whose_lock_has_just_expired_takes_its_place_by_priority() {
    given("urgent", "a", 8);
    given("more urgent", "a", 9);
    fetched(2, false, null, "a");
    given("normal", "a", 0);
    given("most urgent", "a", 10);

    engine.clock().advance(LOCK);

    assertThat(fetched(3, true, null, "a")).containsExactly("most urgent", "more urgent", "urgent");
  }

  @Test
  void a_task_whose_lock_has_just_expired_takes_its_turn_among_the_topics() {
    given("a1", "a", 0);
    fetched(1, false, null, "a");
    given("a2", "a", 0);
    given("b1", "b", 0);

    engine.clock().advance(LOCK);

    assertThat(fetched(2, false, null, "a", "b")).containsExactly("a1", "b1");
  }

  @Test
  void a_changed_priority_counts_at_once() {
    given("urgent", "a", 5);
    given("urgent now", "a", 0);
    String id = alice.fetches("a").get(1).task().id();
    engine.clock().advance(LOCK);

    engine.externalTasks().setPriority(id, 6);

    assertThat(fetched(1, true, null, "a")).containsExactly("urgent now");
  }

  @Test
  void the_most_tasks_asked_for_are_those_of_all_topics() {
    given("a1", "a", 0);
    given("a2", "a", 0);
    given("b1", "b", 0);
    given("b2", "b", 0);

    assertThat(fetched(3, false, null, "a", "b")).hasSize(3);
    assertThat(fetched(3, false, null, "a", "b")).hasSize(1);
  }

  @Test
  void each_topic_is_locked_for_its_own_time() {
    given("short", "a", 0);
    given("long", "b", 0);
    Topic a = Topic.of("a", Duration.ofSeconds(1));
    Topic b = Topic.of("b", Duration.ofHours(1));

    List<LockedExternalTask> tasks =
        engine.externalTasks().fetchAndLock(FetchAndLock.of("alice", 10, a, b));

    assertThat(tasks)
        .extracting(locked -> locked.task().lockExpirationTime())
        .containsExactly(
            engine.clock().instant().plusSeconds(1), engine.clock().instant().plusSeconds(3600));
  }

  @Test
  void the_last_entry_of_a_repeated_topic_counts() {
    given("task", "a", 0);
    Topic first = Topic.of("a", Duration.ofSeconds(1));
    Topic last = Topic.of("a", Duration.ofHours(1));

    List<LockedExternalTask> tasks =
        engine.externalTasks().fetchAndLock(FetchAndLock.of("alice", 10, first, last));

    assertThat(tasks)
        .extracting(locked -> locked.task().lockExpirationTime())
        .containsExactly(engine.clock().instant().plusSeconds(3600));
  }

  /** A task that is a second younger than the one before. */
  private void given(String name, String topic, int priority) {
    start(name, topic, priority);
    engine.clock().advance(Duration.ofSeconds(1));
  }

  private void start(String name, String topic, int priority) {
    engine
        .runtime()
        .startProcessInstance(
            definitionId,
            name,
            Map.of("topic", TypedValue.string(topic), "priority", TypedValue.integer(priority)));
  }

  private List<String> fetched(
      int most, boolean usePriority, CreateTimeOrder order, String... topics) {
    List<Topic> all = Stream.of(topics).map(name -> Topic.of(name, LOCK)).toList();
    return engine
        .externalTasks()
        .fetchAndLock(new FetchAndLock("alice", most, usePriority, order, all))
        .stream()
        .map(locked -> locked.task().businessKey())
        .toList();
  }
}
