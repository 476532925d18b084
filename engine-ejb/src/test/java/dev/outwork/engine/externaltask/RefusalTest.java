package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;

/**
 * What is asked for wrongly is refused, each with its own exception, and changes nothing
 * (docs/rest-api.md, "External tasks").
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class RefusalTest {
  private static final Duration LOCK = Duration.ofMinutes(5);
  private static final Topic WORK = Topic.of("work", LOCK);
  private static final String TOO_LONG = "x".repeat(256);

  private static TestEngine engine;
  private static ExternalTaskService tasks;

  /** One that nobody has locked, and one that alice has. */
  private static ExternalTask open;

  private static ExternalTask locked;

  @Parameter TestDatabase database;

  /** start --> work (external) --> end. */
  @BeforeParameterizedClassInvocation
  static void startInstances(TestDatabase database) {
    engine = TestEngine.on(database);
    tasks = engine.externalTasks();
    engine.deploy(
        Bpmn.createExecutableProcess("working")
            .startEvent()
            .serviceTask("work")
            .operatonExternalTask("work")
            .endEvent()
            .done());
    engine.start("working");
    locked = tasks.fetchAndLock(FetchAndLock.of("alice", 1, WORK)).get(0).task();
    engine.start("working");
    open = all().stream().filter(task -> !task.id().equals(locked.id())).findFirst().orElseThrow();
  }

  @AfterParameterizedClassInvocation
  static void stop() {
    engine.close();
  }

  @AfterEach
  void nothing_has_changed() {
    assertThat(all()).containsExactlyInAnyOrder(locked, open);
  }

  @Test
  void a_fetch_without_a_worker() {
    refused(() -> tasks.fetchAndLock(FetchAndLock.of(null, 1, WORK)), NullValueException.class)
        .hasMessage("workerId is null");
  }

  @Test
  void a_fetch_by_a_worker_whose_id_is_too_long() {
    refused(
            () -> tasks.fetchAndLock(FetchAndLock.of(TOO_LONG, 1, WORK)),
            ProcessEngineException.class)
        .extracting(e -> ((ProcessEngineException) e).code())
        .isEqualTo(ProcessEngineException.VALUE_TOO_LONG);
  }

  @Test
  void a_fetch_of_less_than_nothing() {
    refused(
            () -> tasks.fetchAndLock(FetchAndLock.of("bob", -1, WORK)),
            ProcessEngineException.class)
        .hasMessageContaining("maxResults is not greater than or equal to 0");
  }

  @Test
  void a_fetch_without_the_name_of_a_topic() {
    refused(
            () -> tasks.fetchAndLock(FetchAndLock.of("bob", 1, WORK, Topic.of(null, LOCK))),
            NullValueException.class)
        .hasMessage("topicName is null");
  }

  @Test
  void a_fetch_that_locks_for_no_time() {
    for (Duration none : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
      refused(
              () -> tasks.fetchAndLock(FetchAndLock.of("bob", 1, Topic.of("work", none))),
              ProcessEngineException.class)
          .hasMessageContaining("lockTime is not greater than 0");
    }
  }

  @Test
  void a_fetch_of_nothing_or_of_no_topic_is_answered_with_nothing() {
    assertThat(tasks.fetchAndLock(FetchAndLock.of("bob", 0, WORK))).isEmpty();
    assertThat(tasks.fetchAndLock(FetchAndLock.of("bob", 1))).isEmpty();
  }

  @Test
  void a_report_without_a_worker() {
    String id = locked.id();
    refused(() -> tasks.complete(id, null, Map.of(), Map.of()), NullValueException.class);
    refused(() -> tasks.handleFailure(id, null, Failure.of("", 1, LOCK)), NullValueException.class);
    refused(
        () -> tasks.handleBpmnError(id, null, "code", null, Map.of()), NullValueException.class);
    refused(() -> tasks.lock(id, null, LOCK), NullValueException.class);
    refused(() -> tasks.extendLock(id, null, LOCK), NullValueException.class);
  }

  @Test
  void a_report_by_another_worker() {
    String id = locked.id();
    refused(() -> tasks.complete(id, "bob", Map.of(), Map.of()), WrongWorkerException.class);
    refused(
        () -> tasks.handleFailure(id, "bob", Failure.of("", 1, LOCK)), WrongWorkerException.class);
    refused(
        () -> tasks.handleBpmnError(id, "bob", "code", null, Map.of()), WrongWorkerException.class);
    refused(() -> tasks.extendLock(id, "bob", LOCK), WrongWorkerException.class);
    refused(() -> tasks.lock(id, "bob", LOCK), WrongWorkerException.class);
  }

  @Test
  void a_report_on_a_task_that_nobody_has_locked() {
    String id = open.id();
    refused(() -> tasks.complete(id, "bob", Map.of(), Map.of()), WrongWorkerException.class)
        .hasMessageContaining("locked by worker 'null'");
    refused(
        () -> tasks.handleFailure(id, "bob", Failure.of("", 1, LOCK)), WrongWorkerException.class);
    refused(
        () -> tasks.handleBpmnError(id, "bob", "code", null, Map.of()), WrongWorkerException.class);
    refused(() -> tasks.extendLock(id, "bob", LOCK), WrongWorkerException.class);
  }

  @Test
  void anything_on_a_task_that_does_not_exist() {
    String id = "unheard of";
    refused(() -> tasks.complete(id, "bob", Map.of(), Map.of()), NotFoundException.class)
        .hasMessage("External task with id unheard of does not exist");
    refused(() -> tasks.handleFailure(id, "bob", Failure.of("", 1, LOCK)), NotFoundException.class);
    refused(
        () -> tasks.handleBpmnError(id, "bob", "code", null, Map.of()), NotFoundException.class);
    refused(() -> tasks.lock(id, "bob", LOCK), NotFoundException.class);
    refused(() -> tasks.extendLock(id, "bob", LOCK), NotFoundException.class);
    refused(() -> tasks.unlock(id), NotFoundException.class);
    refused(() -> tasks.setRetries(id, 1), NotFoundException.class);
    refused(() -> tasks.setPriority(id, 1), NotFoundException.class);
    refused(() -> tasks.errorDetails(id), NotFoundException.class);
    assertThat(tasks.externalTask(id)).isEmpty();
  }

  @Test
  void a_failure_with_less_than_no_retries_or_no_time() {
    String id = locked.id();
    refused(
            () -> tasks.handleFailure(id, "alice", Failure.of("", -1, LOCK)),
            ProcessEngineException.class)
        .hasMessageContaining("retries");
    refused(
            () -> tasks.handleFailure(id, "alice", Failure.of("", 1, Duration.ofMillis(-1))),
            ProcessEngineException.class)
        .hasMessageContaining("retryDuration is not greater than or equal to 0");
  }

  @Test
  void a_bpmn_error_without_a_code() {
    String id = locked.id();
    refused(
        () -> tasks.handleBpmnError(id, "alice", null, null, Map.of()), NullValueException.class);
    refused(
        () -> tasks.handleBpmnError(id, "alice", "", null, Map.of()), ProcessEngineException.class);
  }

  @Test
  void a_lock_for_no_time_even_of_a_task_that_does_not_exist() {
    for (String id : List.of(locked.id(), "unheard of")) {
      refused(() -> tasks.lock(id, "alice", Duration.ZERO), BadUserRequestException.class);
      refused(
          () -> tasks.extendLock(id, "alice", Duration.ofMillis(-1)),
          BadUserRequestException.class);
    }
  }

  @Test
  void retries_below_zero() {
    refused(() -> tasks.setRetries(open.id(), -1), BadUserRequestException.class);
    refused(() -> tasks.setRetries(List.of(open.id()), -1), BadUserRequestException.class);
  }

  @Test
  void retries_of_no_task() {
    refused(() -> tasks.setRetries(List.of(), 1), BadUserRequestException.class)
        .hasMessage("externalTaskIds is empty");
    refused(
        () -> tasks.setRetries(Arrays.asList(open.id(), null), 1), BadUserRequestException.class);
  }

  @Test
  void retries_of_several_tasks_of_which_one_does_not_exist() {
    refused(
        () -> tasks.setRetries(List.of(open.id(), "unheard of", locked.id()), 1),
        NotFoundException.class);
  }

  private static AbstractThrowableAssert<?, ? extends Throwable> refused(
      ThrowingCallable command, Class<? extends ProcessEngineException> exception) {
    return assertThatThrownBy(command).isExactlyInstanceOf(exception);
  }

  private static List<ExternalTask> all() {
    return tasks.externalTasks(ListQuery.all());
  }
}
