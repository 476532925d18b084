package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.engine.testkit.GrantedEngineTest;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.testkit.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** A lock belongs to the user that took it, whatever the worker id of a report. */
class LockOwnerTest extends GrantedEngineTest {
  private static final String WORKER = "worker";
  private static final Duration LOCK = Duration.ofMinutes(5);
  private static final Failure FAILURE = Failure.of("no", 1, Duration.ZERO);

  /** start --> charge (external) --> end. */
  private static final BpmnModelInstance PAYMENT =
      Bpmn.createExecutableProcess("payment")
          .startEvent()
          .serviceTask("charge")
          .operatonExternalTask("charge")
          .endEvent()
          .done();

  @BeforeEach
  void startAnInstance() {
    deploy(PAYMENT);
    as("root", () -> engine.start("payment"));
  }

  private static String fetchedBy(String user) {
    return as(user, () -> engine.worker(WORKER).fetchesOne("charge")).task().id();
  }

  /** Each with a task id. */
  private static List<Consumer<String>> reports() {
    return List.of(
        id -> tasks().complete(id, WORKER, Map.of(), Map.of()),
        id -> tasks().handleFailure(id, WORKER, FAILURE),
        id -> tasks().handleBpmnError(id, WORKER, "code", null, Map.of()),
        id -> tasks().extendLock(id, WORKER, LOCK),
        id -> tasks().lock(id, WORKER, LOCK),
        id -> tasks().unlock(id),
        id -> only(tasks().completeAll(WORKER, List.of(CompletedTask.of(id)))),
        id -> only(tasks().handleFailures(WORKER, List.of(new FailedTask(id, FAILURE)))));
  }

  private static void only(List<ReportOutcome> outcomes) {
    if (!outcomes.get(0).isTaken()) {
      throw outcomes.get(0).failure();
    }
  }

  @Test
  void a_report_by_another_user_under_the_same_worker_id_is_refused() {
    String id = fetchedBy("ann");
    ExternalTask before = task(id).orElseThrow();

    for (Consumer<String> report : reports()) {
      assertThat(as("bea", () -> catchThrowable(() -> report.accept(id))))
          .isExactlyInstanceOf(WrongWorkerException.class)
          .hasMessageContaining(id)
          .hasMessageEndingWith(". It is locked by another user.");
    }
    assertThat(task(id)).contains(before);
  }

  @Test
  void the_user_that_took_the_lock_reports() {
    String id = fetchedBy("ann");

    as("ann", () -> tasks().extendLock(id, WORKER, LOCK));
    as("ann", () -> tasks().lock(id, WORKER, LOCK));
    as("ann", () -> tasks().handleFailure(id, WORKER, FAILURE));
    as("ann", () -> tasks().complete(id, WORKER, Map.of(), Map.of()));

    assertThat(task(id)).isEmpty();
  }

  @Test
  void who_may_operate_on_the_topic_reports_for_others() {
    String id = fetchedBy("ann");

    as("chief", () -> tasks().extendLock(id, WORKER, LOCK));
    assertThat(as("bea", () -> catchThrowable(() -> reports().get(0).accept(id))))
        .as("the lock stays that of the user")
        .isInstanceOf(WrongWorkerException.class);
    as("chief", () -> tasks().complete(id, WORKER, Map.of(), Map.of()));

    assertThat(task(id)).isEmpty();
  }

  @Test
  void everything_includes_the_locks_of_others() {
    String id = fetchedBy("ann");

    as("root", () -> tasks().unlock(id));
    assertThat(fetchedBy("bea")).isEqualTo(id);
    as("root", () -> tasks().complete(id, WORKER, Map.of(), Map.of()));

    assertThat(task(id)).isEmpty();
  }

  @Test
  void whoever_takes_over_an_expired_lock_owns_it() {
    String id = fetchedBy("ann");
    engine.advance(LOCK.plusMinutes(60));

    assertThat(fetchedBy("bea")).isEqualTo(id);

    assertThat(as("ann", () -> catchThrowable(() -> reports().get(0).accept(id))))
        .isInstanceOf(WrongWorkerException.class);
    as("bea", () -> tasks().complete(id, WORKER, Map.of(), Map.of()));
  }

  @Test
  void a_single_task_is_locked_for_its_user_as_well() {
    String id = as("root", () -> tasks().externalTaskIds(ListQuery.all())).get(0);

    as("ann", () -> tasks().lock(id, WORKER, LOCK));

    assertThat(as("bea", () -> catchThrowable(() -> reports().get(0).accept(id))))
        .isInstanceOf(WrongWorkerException.class);
  }

  /** As those that were taken before anybody had to log in. */
  @Test
  void a_lock_of_nobody_in_particular_is_everybodys() throws Exception {
    String id = fetchedBy("ann");
    Rows.change(engine.database(), "update external_task set locked_by = null");

    as("bea", () -> tasks().complete(id, WORKER, Map.of(), Map.of()));

    assertThat(task(id)).isEmpty();
  }

  /** Callers that come at the same time share a claim on PostgreSQL. */
  @Test
  void fetches_that_share_a_claim_take_locks_for_their_own_users() {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    as("root", () -> engine.start("payment"));
    FetchAndLock one = FetchAndLock.of(WORKER, 1, Topic.of("charge", LOCK));

    engine.bean(FetchTransaction.class).fetch(List.of(one.by("ann"), one.by("bea")));

    assertThat(Rows.strings(engine.database(), "select locked_by from external_task"))
        .containsExactlyInAnyOrder("ann", "bea");
  }

  @Test
  void the_user_of_the_calling_thread_counts_whatever_the_request_says() {
    FetchAndLock asBea = FetchAndLock.of(WORKER, 1, Topic.of("charge", LOCK)).by("bea");

    as("ann", () -> engine.bean(WaitingRoom.class).fetchAndLock(asBea));

    assertThat(Rows.strings(engine.database(), "select locked_by from external_task"))
        .containsExactly("ann");
  }

  private static Optional<ExternalTask> task(String id) {
    return as("root", () -> tasks().externalTask(id));
  }

  private static ExternalTaskService tasks() {
    return engine.externalTasks();
  }
}
