package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestWorker;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.builder.ParallelGatewayBuilder;

/**
 * Many at once: nothing is granted twice, nothing is lost, nobody fails for the others' sake
 * (docs/rest-api.md, "Task distribution").
 */
class RaceTest extends SharedEngineTest {
  private static final int WORKERS = 8;
  private static final int AT_A_TIME = 10;

  private final AtOnce atOnce = new AtOnce();

  @AfterEach
  void stop() {
    atOnce.close();
  }

  @Test
  void workers_of_one_topic_get_each_task_once() throws Exception {
    given(2_000, "a");

    assertThat(allFetched(2_000, worker -> List.of("a"))).doesNotHaveDuplicates().hasSize(2_000);
  }

  @Test
  void workers_that_name_their_topics_in_different_orders_get_each_task_once() throws Exception {
    given(500, "a");
    given(500, "b");

    assertThat(allFetched(1_000, worker -> worker % 2 == 0 ? List.of("a", "b") : List.of("b", "a")))
        .doesNotHaveDuplicates()
        .hasSize(1_000);
  }

  @Test
  void workers_get_each_task_whose_lock_has_run_out_once() throws Exception {
    given(500, "a");
    engine
        .externalTasks()
        .fetchAndLock(FetchAndLock.of("gone", 300, Topic.of("a", Duration.ofMinutes(1))));
    engine.clock().advance(Duration.ofMinutes(1));

    assertThat(allFetched(500, worker -> List.of("a"))).doesNotHaveDuplicates().hasSize(500);
  }

  @Test
  void of_many_who_complete_a_task_one_succeeds() throws Exception {
    given(10, "a");
    for (LockedExternalTask task : alice.fetches("a")) {
      List<Outcome<Void>> outcomes =
          atOnce.run(
              WORKERS,
              i ->
                  () -> {
                    alice.completes(task);
                    return null;
                  });

      assertThat(outcomes).filteredOn(outcome -> outcome.failure() == null).hasSize(1);
      assertThat(outcomes)
          .filteredOn(outcome -> outcome.failure() != null)
          .allSatisfy(
              outcome -> assertThat(outcome.failure()).isInstanceOf(NotFoundException.class));
    }
  }

  @Test
  void branches_that_end_at_the_same_time_join_once() throws Exception {
    engine.deploy(Forks.andJoin("forking", 4));
    for (int round = 0; round < 50; round++) {
      ProcessInstance instance = engine.start("forking");
      List<LockedExternalTask> branches = alice.fetches("branch");
      List<Outcome<Void>> outcomes =
          atOnce.run(
              branches.size(),
              i ->
                  () -> {
                    alice.completes(branches.get(i));
                    return null;
                  });

      assertThat(outcomes).hasSize(4).allSatisfy(one -> assertThat(one.failure()).isNull());
      assertThat(engine.waitsAt(instance)).containsExactly("after");
      alice.does("after");
      assertThat(engine.state(instance)).isEqualTo("COMPLETED");
    }
  }

  @Test
  void commands_of_all_kinds_neither_lock_each_other_out_nor_lose_a_task() throws Exception {
    given(200, "a");
    List<ExternalTask> tasks = engine.externalTasks().externalTasks(ListQuery.all());
    List<String> ids = tasks.stream().map(ExternalTask::id).toList();
    List<String> instances =
        tasks.stream().map(ExternalTask::processInstanceId).distinct().toList();
    List<String> deleted = instances.subList(0, instances.size() / 2);
    AtomicBoolean deleting = new AtomicBoolean(true);

    List<Outcome<Void>> outcomes =
        atOnce.run(
            List.of(
                until(deleting, random -> alice.fetches(AT_A_TIME, "a")),
                until(deleting, random -> bob.fetches(AT_A_TIME, "a")),
                until(deleting, random -> setRetriesOfSome(ids, random)),
                until(deleting, random -> setRetriesOfSome(reversed(ids), random)),
                until(deleting, random -> engine.externalTasks().unlock(any(ids, random))),
                until(deleting, random -> engine.externalTasks().setPriority(any(ids, random), 5)),
                until(deleting, random -> suspendAndActivate(any(instances, random))),
                until(deleting, random -> engine.reclaimLocks()),
                () -> {
                  deleted.forEach(id -> engine.runtime().deleteProcessInstance(id, null));
                  deleting.set(false);
                  return null;
                }));

    assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
    engine.clock().advance(Duration.ofMinutes(5));
    assertThat(engine.worker("carol").fetches(1_000, "a"))
        .extracting(locked -> locked.task().processInstanceId())
        .doesNotContainAnyElementsOf(deleted)
        .hasSize(100);
  }

  @Test
  void retries_of_many_tasks_are_set_at_the_same_time_whatever_instances_they_are_of()
      throws Exception {
    engine.deploy(twoStepsBesideOne());
    for (int round = 0; round < 10; round++) {
      engine.start("steps");
      String early = alice.fetchesOne("beside").task().id();
      LockedExternalTask first = alice.fetchesOne("first");
      engine.start("steps");
      String between = alice.fetchesOne("beside").task().id();
      alice.completes(first);
      String late = alice.fetchesOne("second").task().id();
      alice.fetchesOne("first");

      List<Outcome<Void>> outcomes =
          atOnce.run(
              List.of(setRetries(List.of(early, between)), setRetries(List.of(between, late))));

      assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
    }
  }

  private Callable<Void> setRetries(List<String> ids) {
    return () -> {
      for (int i = 1; i <= 5; i++) {
        engine.externalTasks().setRetries(ids, i);
      }
      return null;
    };
  }

  @Test
  void a_fetch_that_is_rolled_back_takes_nothing() {
    given(20, "a");
    assertThatThrownBy(
            () ->
                engine.inTransaction(
                    () -> {
                      assertThat(alice.fetches("a")).hasSize(20);
                      throw new IllegalStateException("changed its mind");
                    }))
        .hasMessage("changed its mind");

    assertThat(bob.fetches("a")).hasSize(20);
  }

  /**
   * What all workers together got until none of them gets anything more; nobody goes away
   * empty-handed too early.
   */
  private List<String> allFetched(int count, IntFunctionOfTopics topics) throws Exception {
    ConcurrentLinkedQueue<String> fetched = new ConcurrentLinkedQueue<>();
    List<Outcome<Void>> outcomes =
        atOnce.run(
            WORKERS,
            worker ->
                () -> {
                  String[] names = topics.of(worker).toArray(String[]::new);
                  TestWorker one = engine.worker("worker" + worker);
                  List<LockedExternalTask> some = fetchNowOrLater(one, names);
                  for (; !some.isEmpty(); some = fetchNowOrLater(one, names)) {
                    some.forEach(locked -> fetched.add(locked.task().id()));
                  }
                  // Of each topic, the others may just be taking that many locked and unlocked
                  // ones.
                  int inOtherHands = (WORKERS - 1) * names.length * 2 * AT_A_TIME;
                  assertThat(count - fetched.size()).isLessThanOrEqualTo(inOtherHands);
                  return null;
                });
    assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
    return List.copyOf(fetched);
  }

  // From the head of a queue that was drained a lock that has run out is not seen, but a second
  // later it is.
  private List<LockedExternalTask> fetchNowOrLater(TestWorker worker, String... topics) {
    List<LockedExternalTask> some = worker.fetches(AT_A_TIME, topics);
    if (some.isEmpty()) {
      engine.clock().advance(Duration.ofSeconds(1));
      some = worker.fetches(AT_A_TIME, topics);
    }
    return some;
  }

  private interface IntFunctionOfTopics {
    List<String> of(int worker);
  }

  private interface Command {
    void with(Random random);
  }

  private static Callable<Void> until(AtomicBoolean goesOn, Command command) {
    Random random = new Random(1);
    return () -> {
      while (goesOn.get()) {
        try {
          command.with(random);
        } catch (NotFoundException e) {
          // It has been deleted meanwhile.
          continue;
        }
      }
      return null;
    };
  }

  private void setRetriesOfSome(List<String> ids, Random random) {
    List<String> some = new ArrayList<>(ids);
    Collections.shuffle(some, random);
    engine.externalTasks().setRetries(some.subList(0, 5), 1 + random.nextInt(3));
  }

  private void suspendAndActivate(String instanceId) {
    engine.runtime().setProcessInstanceSuspended(instanceId, true);
    engine.runtime().setProcessInstanceSuspended(instanceId, false);
  }

  private static List<String> reversed(List<String> ids) {
    List<String> reversed = new ArrayList<>(ids);
    Collections.reverse(reversed);
    return reversed;
  }

  private static String any(List<String> ids, Random random) {
    return ids.get(random.nextInt(ids.size()));
  }

  /** So many open tasks on a topic, ten in each instance. */
  private void given(int count, String topic) {
    engine.deploy(fork(topic));
    for (int i = 0; i < count / 10; i++) {
      engine.start("fork-" + topic);
    }
  }

  /** start --> + --> ten times: work (external) --> end. */
  private static BpmnModelInstance fork(String topic) {
    ParallelGatewayBuilder fork =
        Bpmn.createExecutableProcess("fork-" + topic).startEvent().parallelGateway("fork");
    IntStream.range(0, 10)
        .forEach(i -> fork.serviceTask("work" + i).operatonExternalTask(topic).endEvent());
    return fork.done();
  }

  /**
   * start --> + --> first (external) --> second (external) --> end, and + --> beside (external) -->
   * end.
   */
  private static BpmnModelInstance twoStepsBesideOne() {
    ParallelGatewayBuilder fork =
        Bpmn.createExecutableProcess("steps").startEvent().parallelGateway("fork");
    fork.serviceTask("first")
        .operatonExternalTask("first")
        .serviceTask("second")
        .operatonExternalTask("second")
        .endEvent();
    fork.serviceTask("beside").operatonExternalTask("beside").endEvent();
    return fork.done();
  }
}
