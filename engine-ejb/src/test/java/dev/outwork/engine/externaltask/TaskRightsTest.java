package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.AuthorizationException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.Page;
import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.TopicNames;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.testkit.Callers;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** What callers may do with external tasks once there are grants. */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TaskRightsTest {
  private static final List<String> GRANTS =
      List.of(
          "group couriers: fetch, report on topic parcel.*",
          "user watcher: read on topic parcel.*",
          "user owner: read on process payment",
          "user operator: read, operate on process *",
          "user clerk: read on topic parcel_*",
          "user root: everything");

  private static final Duration LOCK = Duration.ofMinutes(5);

  @TempDir static Path folder;
  private static TestEngine engine;

  @Parameter TestDatabase database;

  private final TestWorker worker = engine.worker("worker");

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) throws IOException {
    Path file = folder.resolve("grants-" + database);
    Files.write(file, GRANTS);
    System.setProperty(Settings.GRANTS_FILE, file.toString());
    engine = TestEngine.on(database);
    asRoot(
        () -> {
          engine.deploy(process("shipment", "parcel.pack"));
          engine.deploy(process("payment", "charge"));
          return null;
        });
  }

  /** start --> work (external) --> end. */
  private static BpmnModelInstance process(String key, String topic) {
    return Bpmn.createExecutableProcess(key)
        .startEvent()
        .serviceTask("work")
        .operatonExternalTask(topic)
        .endEvent()
        .done();
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
    System.clearProperty(Settings.GRANTS_FILE);
  }

  @BeforeEach
  void startInstances() {
    asRoot(() -> List.of(engine.start("shipment"), engine.start("payment")));
  }

  @AfterEach
  void endWhatStillRuns() {
    asRoot(
        () -> {
          engine.endWhatStillRuns();
          return null;
        });
  }

  @Test
  void a_topic_that_may_not_be_fetched_is_one_without_work() {
    assertThat(as("courier", () -> worker.fetches("parcel.pack", "charge")))
        .extracting(locked -> locked.task().topicName())
        .containsExactly("parcel.pack");
    assertThat(as("courier", () -> worker.fetches("charge"))).isEmpty();
    assertThat(as("watcher", () -> worker.fetches("parcel.pack", "charge"))).isEmpty();
    assertThat(worker.fetches("parcel.pack", "charge")).isEmpty();
    assertThat(asRoot(() -> worker.fetches("charge"))).hasSize(1);
  }

  @Test
  void the_waiting_room_drops_the_same_topics() {
    WaitingRoom room = engine.bean(WaitingRoom.class);
    FetchAndLock both =
        FetchAndLock.of("worker", 10, Topic.of("charge", LOCK), Topic.of("parcel.pack", LOCK));

    assertThat(room.fetchAndLock(both)).isEmpty();
    assertThat(as("courier", () -> room.fetchAndLock(both)))
        .extracting(locked -> locked.task().topicName())
        .containsExactly("parcel.pack");
  }

  /** The engine serves a waiter on another thread, which has no user. */
  @Test
  void who_waits_gets_the_work_that_it_may_fetch() throws Exception {
    WaitingRoom room = engine.bean(WaitingRoom.class);
    asRoot(() -> worker.fetches("parcel.pack", "charge"));
    CompletableFuture<List<LockedExternalTask>> answer =
        as(
            "courier",
            () ->
                room.fetchAndLock(
                    FetchAndLock.of(
                        "waiting", 10, Topic.of("charge", LOCK), Topic.of("parcel.pack", LOCK)),
                    Duration.ofMinutes(1)));

    asRoot(() -> List.of(engine.start("payment"), engine.start("shipment")));

    assertThat(answer.get(10, TimeUnit.SECONDS))
        .extracting(locked -> locked.task().topicName())
        .containsExactly("parcel.pack");
  }

  @Test
  void who_may_report_on_the_topic_reports() {
    LockedExternalTask task = as("courier", () -> worker.fetchesOne("parcel.pack"));

    as("courier", () -> worker.extendsLock(task, LOCK));
    as("courier", () -> worker.fails(task, 1, Duration.ofMinutes(1)));
    engine.advance(Duration.ofMinutes(2));
    as("courier", () -> worker.does("parcel.pack"));

    assertThat(asRoot(() -> all(ListQuery.all()))).hasSize(1);
  }

  @Test
  void a_report_on_a_topic_that_one_may_not_see_is_one_on_a_task_that_does_not_exist() {
    LockedExternalTask task = asRoot(() -> worker.fetchesOne("charge"));

    for (Consumer<String> verb : verbs()) {
      assertRefusedAsMissing(task.task().id(), verb);
    }
    assertThat(asRoot(() -> engine.externalTasks().externalTask(task.task().id())))
        .get()
        .satisfies(
            left -> {
              assertThat(left.workerId()).isEqualTo("worker");
              assertThat(left.retries()).isNull();
              assertThat(left.priority()).isZero();
            });
  }

  /** Each with a task id. */
  private static List<Consumer<String>> verbs() {
    var tasks = engine.externalTasks();
    Failure failure = Failure.of("no", 1, Duration.ZERO);
    return List.of(
        id -> tasks.complete(id, "worker", Map.of(), Map.of()),
        id -> tasks.handleFailure(id, "worker", failure),
        id -> tasks.handleBpmnError(id, "worker", "code", null, Map.of()),
        id -> tasks.extendLock(id, "worker", LOCK),
        id -> tasks.lock(id, "worker", LOCK),
        id -> tasks.unlock(id),
        id -> tasks.setRetries(id, 5),
        id -> tasks.setRetries(List.of(id), 5),
        id -> tasks.setPriority(id, 5),
        id -> tasks.errorDetails(id),
        id -> {
          if (tasks.externalTask(id).isEmpty()) {
            throw new NotFoundException("No task " + id);
          }
        });
  }

  private static void assertRefusedAsMissing(String id, Consumer<String> verb) {
    Throwable refusal = as("courier", () -> catchThrowable(() -> verb.accept(id)));
    Throwable missing = as("courier", () -> catchThrowable(() -> verb.accept("missing")));

    assertThat(refusal)
        .isExactlyInstanceOf(NotFoundException.class)
        .hasSameClassAs(missing)
        .hasMessage(missing.getMessage().replace("missing", id));
  }

  @Test
  void a_report_on_a_topic_that_one_may_only_see_is_refused_whoever_has_the_lock() {
    LockedExternalTask task = asRoot(() -> worker.fetchesOne("parcel.pack"));

    assertForbidden("watcher", "report on topic 'parcel.pack'", () -> worker.completes(task));
    assertForbidden(
        "watcher", "report on topic 'parcel.pack'", () -> engine.worker("other").completes(task));
    assertForbidden(
        "watcher",
        "fetch on topic 'parcel.pack'",
        () -> engine.externalTasks().lock(task.task().id(), "other", LOCK));
    assertForbidden(
        "watcher",
        "operate on topic 'parcel.pack'",
        () -> engine.externalTasks().setPriority(task.task().id(), 5));
  }

  private static void assertForbidden(String user, String what, ThrowingCallable call) {
    assertThat(as(user, () -> catchThrowable(call)))
        .isExactlyInstanceOf(AuthorizationException.class)
        .hasMessage("The caller may not %s", what);
  }

  @Test
  void a_right_to_report_is_no_lock() {
    LockedExternalTask task = asRoot(() -> worker.fetchesOne("parcel.pack"));

    assertThatThrownBy(() -> as("courier", () -> engine.worker("other").completes(task)))
        .isInstanceOf(WrongWorkerException.class);
  }

  @Test
  void many_reports_have_an_outcome_each() {
    List<LockedExternalTask> tasks = asRoot(() -> worker.fetches("parcel.pack", "charge"));
    List<CompletedTask> completed =
        tasks.stream().map(task -> CompletedTask.of(task.task().id())).toList();
    List<FailedTask> failed =
        List.of(new FailedTask(idOf("charge", tasks), Failure.of("no", 1, Duration.ZERO)));

    assertThat(as("courier", () -> engine.externalTasks().completeAll("worker", completed)))
        .hasSize(2)
        .filteredOn(outcome -> !outcome.isTaken())
        .singleElement()
        .satisfies(
            outcome -> {
              assertThat(outcome.id()).isEqualTo(idOf("charge", tasks));
              assertThat(outcome.failure()).isExactlyInstanceOf(NotFoundException.class);
            });
    assertThat(as("courier", () -> engine.externalTasks().handleFailures("worker", failed)))
        .singleElement()
        .satisfies(
            outcome -> assertThat(outcome.failure()).isExactlyInstanceOf(NotFoundException.class));
    assertThat(seenBy("root")).containsExactly("charge");
  }

  private static String idOf(String topic, List<LockedExternalTask> tasks) {
    return tasks.stream()
        .map(LockedExternalTask::task)
        .filter(task -> task.topicName().equals(topic))
        .map(ExternalTask::id)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void who_may_operate_on_the_process_operates_on_its_tasks() {
    String id = asRoot(() -> worker.fetchesOne("charge")).task().id();

    as(
        "operator",
        () -> {
          engine.externalTasks().unlock(id);
          engine.externalTasks().setRetries(id, 3);
          engine.externalTasks().setRetries(List.of(id), 4);
          engine.externalTasks().setPriority(id, 7);
          engine.externalTasks().setRetriesAsync(List.of(id), 5);
        });

    assertThat(asRoot(() -> engine.externalTasks().externalTask(id)))
        .get()
        .satisfies(
            task -> {
              assertThat(task.workerId()).isNull();
              assertThat(task.retries()).isEqualTo(4);
              assertThat(task.priority()).isEqualTo(7);
            });
    assertForbidden("operator", "report on topic 'charge'", () -> verbs().get(0).accept(id));
  }

  /** A batch may name any tasks. */
  @Test
  void retries_in_the_background_need_the_right_to_operate_on_all() {
    assertThat(
            as(
                "owner",
                () ->
                    catchThrowable(
                        () -> engine.externalTasks().setRetriesAsync(List.of("any"), 5))))
        .isInstanceOf(AuthorizationException.class);
  }

  @Test
  void lists_counts_and_topics_have_what_one_may_read_by_topic_or_by_process() {
    assertThat(seenBy("watcher")).containsExactly("parcel.pack");
    assertThat(seenBy("owner")).containsExactly("charge");
    assertThat(seenBy("operator")).containsExactlyInAnyOrder("parcel.pack", "charge");
    assertThat(seenBy("root")).containsExactlyInAnyOrder("parcel.pack", "charge");
    assertThat(seenBy("courier")).isEmpty();
    // An underscore is no wildcard.
    assertThat(seenBy("clerk")).isEmpty();
    assertThat(all(ListQuery.all())).isEmpty();
  }

  private static List<String> seenBy(String user) {
    return as(
        user,
        () -> {
          List<ExternalTask> tasks = all(ListQuery.all());
          List<String> topics = tasks.stream().map(ExternalTask::topicName).toList();
          assertThat(engine.externalTasks().countExternalTasks(ListQuery.all()))
              .isEqualTo(tasks.size());
          assertThat(engine.externalTasks().externalTaskIds(ListQuery.all()))
              .containsExactlyElementsOf(tasks.stream().map(ExternalTask::id).toList());
          assertThat(engine.externalTasks().topicNames(new TopicNames(false, false, false)))
              .containsExactlyInAnyOrderElementsOf(topics);
          return topics;
        });
  }

  @Test
  void no_filter_and_no_alternative_shows_more() {
    List<Map<ExternalTaskFilter, Object>> filters =
        List.of(
            Map.of(ExternalTaskFilter.TOPIC_NAME, "charge"),
            Map.of(ExternalTaskFilter.PROCESS_DEFINITION_KEY, "payment"));
    for (Map<ExternalTaskFilter, Object> filter : filters) {
      assertThat(as("watcher", () -> all(new ListQuery<>(filter, List.of(), Page.ALL)))).isEmpty();
      assertThat(asRoot(() -> all(new ListQuery<>(filter, List.of(), Page.ALL)))).hasSize(1);
    }
  }

  private static List<ExternalTask> all(ListQuery<ExternalTaskFilter, ExternalTaskSort> query) {
    return engine.externalTasks().externalTasks(query);
  }

  private static <T> T asRoot(Supplier<T> work) {
    return as("root", work);
  }

  private static void as(String user, Runnable work) {
    as(
        user,
        () -> {
          work.run();
          return null;
        });
  }

  /** The courier is one by its group. */
  private static <T> T as(String user, Supplier<T> work) {
    return Callers.as(user, user.equals("courier") ? Set.of("couriers") : Set.of(), work);
  }
}
