package dev.outwork.engine.waiting;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.TooManyWaitingException;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingCaller;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Who waits gets work as soon as there is some, the longest-waiting first (docs/rest-api.md, "Long
 * polling").
 */
class WaitingRoomTest extends SharedEngineTest {
  /** start --> work (external, its topic from a variable) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("working")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("${topic}")
          .endEvent()
          .done();

  private static final Duration LOCK = Duration.ofMinutes(5);
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Duration A_MOMENT = Duration.ofMillis(20);
  private static final int ROOM_FOR = 8;
  private static final int UNTIL_ANSWERED = Integer.MAX_VALUE;

  private final List<CompletableFuture<?>> waiting = new ArrayList<>();

  // The engine reads it when it starts.
  static {
    System.setProperty(Settings.MAX_WAITING, String.valueOf(ROOM_FOR));
  }

  @BeforeEach
  void deploy() {
    engine.deploy(WORK);
  }

  @AfterEach
  void sendEverybodyAway() {
    waiting.forEach(one -> one.cancel(false));
  }

  @AfterAll
  static void makeRoomAgain() {
    System.clearProperty(Settings.MAX_WAITING);
  }

  @Test
  void a_fetch_with_tasks_does_not_wait() {
    start("a");

    assertThat(waitsFor("a")).isCompletedWithValueMatching(tasks -> tasks.size() == 1);
  }

  @Test
  void a_timeout_of_zero_does_not_wait() {
    for (Duration none : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
      assertThat(waits(FetchAndLock.of("bob", 1, Topic.of("a", LOCK)), none))
          .isCompletedWithValue(List.of());
    }
  }

  @Test
  void a_fetch_without_tasks_times_out_with_an_empty_list() {
    assertThat(answer(waits(FetchAndLock.of("bob", 1, Topic.of("a", LOCK)), A_MOMENT))).isEmpty();
  }

  @Test
  void an_invalid_fetch_is_refused_at_once() {
    assertThatThrownBy(() -> waitsFor(new String[] {null}))
        .isInstanceOf(ProcessEngineException.class);
  }

  @Test
  void a_new_task_wakes_waiting_workers_for_its_topic_once_it_is_committed() throws Exception {
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("b", "a");

    ProcessInstance instance = engine.inTransaction(() -> startUnseenBy(waiting));

    assertThat(answer(waiting))
        .extracting(locked -> locked.task().processInstanceId())
        .containsExactly(instance.id());
  }

  private ProcessInstance startUnseenBy(CompletableFuture<List<LockedExternalTask>> waiting) {
    ProcessInstance instance = start("a");
    assertThat(waiting).isNotDone();
    return instance;
  }

  @Test
  void a_task_that_is_not_committed_wakes_nobody() {
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    assertThatThrownBy(
            () ->
                engine.inTransaction(
                    () -> {
                      start("a");
                      throw new IllegalStateException("changed its mind");
                    }))
        .hasMessage("changed its mind");

    everybodyHasBeenServed();
    assertThat(waiting).isNotDone();
  }

  @Test
  void the_next_task_of_an_instance_wakes_waiting_workers_for_it() {
    engine.deploy(
        Bpmn.createExecutableProcess("twoSteps")
            .startEvent()
            .serviceTask("first")
            .operatonExternalTask("first")
            .serviceTask("second")
            .operatonExternalTask("second")
            .endEvent()
            .done());
    engine.start("twoSteps");
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("second");

    alice.does("first");

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void an_unlocked_task_wakes_waiting_workers() {
    start("a");
    LockedExternalTask task = alice.fetchesOne("a");
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    engine.externalTasks().unlock(task.task().id());

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void retries_that_are_raised_wake_who_waits() {
    start("a");
    LockedExternalTask task = alice.fetchesOne("a");
    alice.fails(task, 0, Duration.ZERO);
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    engine.externalTasks().setRetries(task.task().id(), 1);

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void a_failure_to_be_retried_at_once_wakes_waiting_workers() {
    start("a");
    LockedExternalTask task = alice.fetchesOne("a");
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    alice.fails(task, 3, Duration.ZERO);

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void an_activated_task_wakes_waiting_workers() {
    ProcessInstance instance = start("a");
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    engine.runtime().setProcessInstanceSuspended(instance.id(), false);

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void a_definition_that_is_activated_with_its_instances_wakes_waiting_workers() {
    String definitionId = start("a").processDefinitionId();
    engine.repository().setProcessDefinitionSuspended(definitionId, true, true, null);
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    engine.repository().setProcessDefinitionSuspended(definitionId, false, true, null);

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void a_lock_that_has_expired_wakes_waiting_workers() {
    start("a");
    alice.fetchesOne("a");
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    engine.clock().advance(LOCK);
    engine.reclaimLocks();

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void a_retry_that_is_due_wakes_waiting_workers() {
    start("a");
    alice.fails(alice.fetchesOne("a"), 1, Duration.ofMinutes(1));
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    engine.clock().advance(Duration.ofMinutes(1));
    engine.bean(Sweep.class).lookAround();

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void the_sweep_finds_tasks_of_other_nodes() {
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");
    try (TestEngine other = engine.anotherNode()) {
      other.start("working", Map.of("topic", TypedValue.string("a")));
    }

    engine.bean(Sweep.class).lookAround();

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void the_longest_waiting_caller_is_served_first() {
    CompletableFuture<List<LockedExternalTask>> first = waitsFor("a");
    CompletableFuture<List<LockedExternalTask>> second = waitsFor("a");

    start("a");

    assertThat(answer(first)).hasSize(1);
    everybodyHasBeenServed();
    assertThat(second).isNotDone();
  }

  @Test
  void no_more_waiters_are_served_than_there_are_tasks() throws Exception {
    List<CompletableFuture<List<LockedExternalTask>>> waiting =
        Stream.generate(() -> waitsFor("a")).limit(5).toList();

    engine.inTransaction(() -> List.of(start("a"), start("a"), start("a")));

    waiting.subList(0, 3).forEach(one -> assertThat(answer(one)).hasSize(1));
    start("a");
    start("a");
    waiting.subList(3, 5).forEach(one -> assertThat(answer(one)).hasSize(1));
  }

  @Test
  void a_served_caller_gets_all_requested_tasks() throws Exception {
    CompletableFuture<List<LockedExternalTask>> waiting =
        waits(FetchAndLock.of("bob", 2, Topic.of("a", LOCK)), LONG);

    engine.inTransaction(() -> List.of(start("a"), start("a"), start("a")));

    assertThat(answer(waiting)).hasSize(2);
    assertThat(alice.fetches("a")).hasSize(1);
  }

  @Test
  void a_fetch_with_filters_does_not_block_others() {
    Topic special = Topic.builder("a", LOCK).businessKey("unheard of").build();
    CompletableFuture<List<LockedExternalTask>> first =
        waits(FetchAndLock.of("bob", 1, special), LONG);
    CompletableFuture<List<LockedExternalTask>> second = waitsFor("a");

    start("a");

    assertThat(answer(second)).hasSize(1);
    assertThat(first).isNotDone();
  }

  @Test
  void a_fetch_without_topics_does_not_block_others() {
    CompletableFuture<List<LockedExternalTask>> noTopics = waits(FetchAndLock.of("bob", 1), LONG);
    engine.bean(Sweep.class).lookAround();
    CompletableFuture<List<LockedExternalTask>> noTasks =
        waits(FetchAndLock.of("bob", 0, Topic.of("a", LOCK)), LONG);
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    start("a");

    assertThat(answer(waiting)).hasSize(1);
    assertThat(noTopics).isNotDone();
    assertThat(noTasks).isNotDone();
  }

  @Test
  void no_more_may_wait_than_there_is_room_for() {
    for (int i = 0; i < ROOM_FOR; i++) {
      waitsFor("a");
    }

    assertThatThrownBy(() -> waitsFor("a")).isInstanceOf(TooManyWaitingException.class);

    start("b");
    assertThat(waitsFor("b")).isCompletedWithValueMatching(tasks -> tasks.size() == 1);
  }

  @Test
  void an_answered_caller_leaves_the_room() {
    for (int i = 0; i < 3 * ROOM_FOR; i++) {
      answer(waits(FetchAndLock.of("bob", 1, Topic.of("a", LOCK)), Duration.ofMillis(1)));
    }

    assertThat(waitsFor("a")).isNotDone();
  }

  @Test
  void a_disconnected_caller_leaves_the_room_and_gets_nothing() {
    for (int i = 0; i < 3 * ROOM_FOR; i++) {
      waitsFor("a").cancel(false);
    }
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    start("a");

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void a_task_taken_for_somebody_who_has_just_gone_away_is_given_back() throws Exception {
    for (int round = 0; round < 20; round++) {
      CompletableFuture<List<LockedExternalTask>> leaving = waitsFor("a");
      start("a");
      leaving.cancel(false);
      List<LockedExternalTask> tasks =
          leaving.isCancelled() ? answer(waitsFor("a")) : leaving.get();

      assertThat(tasks).hasSize(1);
      bob.completes(tasks.get(0));
    }
  }

  @Test
  void a_silently_disconnected_caller_gets_nothing_and_the_next_is_served() {
    FetchAndLock request = FetchAndLock.of("bob", 1, Topic.of("a", LOCK));
    CompletableFuture<List<LockedExternalTask>> gone =
        engine.bean(WaitingRoom.class).fetchAndLock(request, LONG, () -> false);
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    start("a");

    assertThat(answer(waiting)).hasSize(1);
    assertThat(gone).isCancelled();
  }

  /** A proxy refuses to write to its client for a while before the engine notices. */
  @Test
  void tasks_claimed_for_a_caller_that_disconnected_behind_a_proxy_are_released() {
    BehindProxy goneCaller = new BehindProxy(4);
    CompletableFuture<List<LockedExternalTask>> gone = waits(goneCaller);
    CompletableFuture<List<LockedExternalTask>> waiting = waits(new BehindProxy(UNTIL_ANSWERED));

    start("a");

    assertThat(answer(waiting)).hasSize(1);
    assertThat(gone).isCancelled();
    assertThat(goneCaller.asked).hasValue(5);
  }

  @Test
  void others_behind_a_proxy_are_asked_when_one_has_gone() {
    BehindProxy aside = new BehindProxy(1);
    waits(new BehindProxy(1));
    CompletableFuture<List<LockedExternalTask>> goneAside =
        engine
            .bean(WaitingRoom.class)
            .fetchAndLock(FetchAndLock.of("bob", 1, Topic.of("b", LOCK)), LONG, aside);
    aside.isThere();

    start("a");

    assertThatThrownBy(() -> answer(goneAside)).isInstanceOf(CancellationException.class);
  }

  @Test
  void a_later_waiter_gets_the_tasks_that_an_earlier_one_leaves() throws Exception {
    for (int round = 0; round < 20; round++) {
      CompletableFuture<List<LockedExternalTask>> first = waitsFor("a");
      engine.inTransaction(() -> List.of(start("a"), start("a")));
      CompletableFuture<List<LockedExternalTask>> second = waitsFor("a");

      assertThat(answer(first)).hasSize(1);
      assertThat(answer(second)).hasSize(1);
    }
  }

  @Test
  void all_waiting_callers_get_an_empty_list_when_the_engine_stops() {
    CompletableFuture<List<LockedExternalTask>> first;
    CompletableFuture<List<LockedExternalTask>> second;
    try (TestEngine closing = engine.anotherNode()) {
      FetchAndLock request = FetchAndLock.of("bob", 1, Topic.of("a", LOCK));
      first = closing.bean(WaitingRoom.class).fetchAndLock(request, LONG);
      second = closing.bean(WaitingRoom.class).fetchAndLock(request, LONG);
    }

    assertThat(first).isCompletedWithValue(List.of());
    assertThat(second).isCompletedWithValue(List.of());
  }

  /** A caller whose first answers are true, whether it is there or not. */
  private static final class BehindProxy implements WaitingCaller {
    private final AtomicInteger asked = new AtomicInteger();
    private final int believed;

    BehindProxy(int believed) {
      this.believed = believed;
    }

    @Override
    public boolean isThere() {
      return asked.incrementAndGet() <= believed;
    }

    @Override
    public boolean comesThroughProxy() {
      return true;
    }
  }

  private CompletableFuture<List<LockedExternalTask>> waits(WaitingCaller caller) {
    CompletableFuture<List<LockedExternalTask>> answer =
        engine
            .bean(WaitingRoom.class)
            .fetchAndLock(FetchAndLock.of("bob", 1, Topic.of("a", LOCK)), LONG, caller);
    waiting.add(answer);
    return answer;
  }

  private ProcessInstance start(String topic) {
    return engine.start("working", Map.of("topic", TypedValue.string(topic)));
  }

  /** Bob waits for one task, for a long time. */
  private CompletableFuture<List<LockedExternalTask>> waitsFor(String... topics) {
    Topic[] all = Stream.of(topics).map(name -> Topic.of(name, LOCK)).toArray(Topic[]::new);
    return waits(FetchAndLock.of("bob", 1, all), LONG);
  }

  private CompletableFuture<List<LockedExternalTask>> waits(
      FetchAndLock request, Duration timeout) {
    CompletableFuture<List<LockedExternalTask>> answer =
        engine.bean(WaitingRoom.class).fetchAndLock(request, timeout);
    waiting.add(answer);
    return answer;
  }

  // Callers woken earlier are served before one that is woken now.
  private void everybodyHasBeenServed() {
    CompletableFuture<List<LockedExternalTask>> last = waitsFor("another topic");
    start("another topic");
    answer(last);
  }

  private static List<LockedExternalTask> answer(
      CompletableFuture<List<LockedExternalTask>> waiting) {
    return waiting.orTimeout(20, SECONDS).join();
  }
}
