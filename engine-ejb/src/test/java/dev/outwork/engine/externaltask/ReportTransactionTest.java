package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestDatabase;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Reports of several workers in one transaction: each has the outcome that it has alone. */
class ReportTransactionTest extends SharedEngineTest {
  private static final TypedValue YES = new TypedValue(ValueType.BOOLEAN, true, Map.of());
  private static final TypedValue NO = new TypedValue(ValueType.BOOLEAN, false, Map.of());

  private final ReportTransaction transaction = engine.bean(ReportTransaction.class);

  /** start --> decide (external) --> x --> [known] after (external) --> end; no other way out. */
  @Test
  void each_worker_has_its_own_outcome_and_what_was_taken_is_in_one_transaction() {
    engine.deploy(choice());
    List<ProcessInstance> instances = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      instances.add(engine.start("choice", Map.of("known", i == 2 ? NO : YES)));
    }
    List<LockedExternalTask> ofAlice = new ArrayList<>(alice.fetches(3, "decide"));
    List<LockedExternalTask> ofBob = bob.fetches(3, "decide");
    LockedExternalTask stuck =
        ofAlice.stream().filter(task -> isOf(task, instances.get(2))).findFirst().orElseThrow();
    ofAlice.remove(stuck);

    Map<String, ReportOutcome> outcomes =
        transaction.makeThoseFree(
            List.of(
                completion("alice", ofAlice.get(0)),
                completion("bob", ofBob.get(0)),
                completion("alice", stuck),
                completion("carol", ofAlice.get(1)),
                new Report(
                    "bob",
                    new FailedTask(
                        ofBob.get(1).task().id(), Failure.of("no", 2, Duration.ofHours(1)))),
                new Report("bob", CompletedTask.of("unknown")),
                completion("bob", ofBob.get(2))));

    assertThat(outcomes).hasSize(6).doesNotContainKey("unknown");
    assertThat(outcomes.get(stuck.task().id()).failure())
        .isExactlyInstanceOf(ProcessEngineException.class)
        .hasMessage(catchThrowable(() -> alice.completes(stuck)).getMessage());
    assertThat(outcomes.get(ofAlice.get(1).task().id()).failure())
        .isExactlyInstanceOf(WrongWorkerException.class)
        .hasMessage(
            catchThrowable(() -> engine.worker("carol").completes(ofAlice.get(1))).getMessage());
    assertThat(outcomes.values()).filteredOn(ReportOutcome::isTaken).hasSize(4);
    assertThat(engine.worker("carol").fetches("after")).hasSize(3);
    assertThat(waiting(instances, "decide")).hasSize(3);
    if (database == TestDatabase.POSTGRESQL) {
      assertThat(
              Rows.count(
                  engine.database(),
                  "select count(distinct xmin::text) from external_task_log where kind in ('SUCCESSFUL', 'FAILED') and process_instance_id = any(?)",
                  (Object) instances.stream().map(ProcessInstance::id).toArray(String[]::new)))
          .isEqualTo(1);
    }
  }

  @Test
  void a_report_on_a_call_hierarchy_that_somebody_has_locked_is_left_out_and_delays_nobody()
      throws Exception {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    start(Forks.andJoin("joining", 2));
    List<LockedExternalTask> branches = alice.fetches("branch");
    start(Forks.andJoin("joining", 2));
    List<LockedExternalTask> others = alice.fetches("branch");
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try {
      Map<String, ReportOutcome> outcomes =
          engine.inTransaction(
              () -> {
                alice.completes(branches.get(0));
                return thread
                    .submit(
                        () ->
                            transaction.makeThoseFree(
                                List.of(
                                    completion("alice", branches.get(1)),
                                    completion("alice", others.get(0)))))
                    .get(10, TimeUnit.SECONDS);
              });

      assertThat(outcomes).containsOnlyKeys(others.get(0).task().id());
      assertThat(outcomes.values()).allMatch(ReportOutcome::isTaken);
    } finally {
      thread.shutdownNow();
    }
  }

  @Test
  void several_branches_of_one_instance_join_once() {
    ProcessInstance instance = start(Forks.andJoin("joining", 3));
    List<Report> reports =
        alice.fetches("branch").stream().map(task -> completion("alice", task)).toList();

    Map<String, ReportOutcome> outcomes = transaction.makeThoseFree(reports);

    assertThat(outcomes.values()).hasSize(3).allMatch(ReportOutcome::isTaken);
    assertThat(engine.waitsAt(instance)).containsExactly("after");
  }

  @Test
  void a_database_error_rolls_back_all_and_leaves_no_outcomes() {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    List<ProcessInstance> instances =
        List.of(start(Forks.andJoin("joining", 2)), start(Forks.andJoin("joining", 2)));
    List<LockedExternalTask> tasks = alice.fetches("branch");
    // No text of PostgreSQL has this character.
    TypedValue refused = new TypedValue(ValueType.STRING, "a\0b", Map.of());

    Map<String, ReportOutcome> outcomes =
        transaction.makeThoseFree(
            List.of(
                completion("alice", tasks.get(0)),
                new Report(
                    "alice",
                    new CompletedTask(
                        tasks.get(3).task().id(), Map.of("refused", refused), Map.of()))));

    assertThat(outcomes).isEmpty();
    assertThat(instances).allSatisfy(one -> assertThat(engine.waitsAt(one)).hasSize(2));
  }

  @Test
  void what_follows_a_report_is_of_the_user_who_has_reported() {
    engine.deploy(
        Bpmn.createExecutableProcess("signed")
            .startEvent()
            .serviceTask("decide")
            .operatonExternalTask("decide")
            .userTask("sign")
            .operatonAssignee("${currentUser().id}")
            .endEvent()
            .done());
    engine.start("signed");
    engine.start("signed");
    List<LockedExternalTask> tasks = alice.fetches(2, "decide");
    List<Report> reports =
        List.of(completionBy("ann", tasks.get(0)), completionBy("ben", tasks.get(1)));
    AuthenticatedUser.set("the one who leads");
    try {
      transaction.makeThoseFree(reports);
    } finally {
      AuthenticatedUser.clear();
    }

    assertThat(Rows.strings(engine.database(), "select assignee from user_task "))
        .containsExactlyInAnyOrder("ann", "ben");
  }

  private static Report completionBy(String user, LockedExternalTask task) {
    AuthenticatedUser.set(user);
    try {
      return completion("alice", task);
    } finally {
      AuthenticatedUser.clear();
    }
  }

  @Test
  void workers_that_report_at_the_same_time_each_get_their_own_answer() throws Exception {
    engine.deploy(choice());
    int workers = 12;
    int each = 10;
    List<Callable<List<Throwable>>> calls = new ArrayList<>();
    for (int i = 0; i < workers; i++) {
      String name = "worker" + i;
      for (int task = 0; task < each; task++) {
        engine.start("choice", Map.of("known", task == 5 ? NO : YES));
      }
      List<LockedExternalTask> tasks = engine.worker(name).fetches(each, "decide");
      calls.add(
          () ->
              tasks.stream()
                  .map(task -> catchThrowable(() -> engine.worker(name).completes(task)))
                  .toList());
    }

    List<Outcome<List<Throwable>>> outcomes;
    try (AtOnce atOnce = new AtOnce()) {
      outcomes = atOnce.run(calls);
    }

    assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
    assertThat(outcomes)
        .allSatisfy(
            one ->
                IntStream.range(0, each)
                    .forEach(
                        i -> {
                          if (i == 5) {
                            assertThat(one.result().get(i))
                                .isExactlyInstanceOf(ProcessEngineException.class);
                          } else {
                            assertThat(one.result().get(i)).isNull();
                          }
                        }));
    assertThat(alice.fetches(1_000, "after")).hasSize(workers * (each - 1));
  }

  private static List<ProcessInstance> waiting(List<ProcessInstance> instances, String activity) {
    return instances.stream().filter(one -> engine.waitsAt(one).contains(activity)).toList();
  }

  private static boolean isOf(LockedExternalTask task, ProcessInstance instance) {
    return task.task().processInstanceId().equals(instance.id());
  }

  private static Report completion(String worker, LockedExternalTask task) {
    return new Report(worker, CompletedTask.of(task.task().id()));
  }

  private static BpmnModelInstance choice() {
    return Bpmn.createExecutableProcess("choice")
        .startEvent()
        .serviceTask("decide")
        .operatonExternalTask("decide")
        .exclusiveGateway("way")
        .condition("known", "${known}")
        .serviceTask("after")
        .operatonExternalTask("after")
        .endEvent()
        .done();
  }
}
