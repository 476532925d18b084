package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.camunda.bpm.client.exception.BadRequestException;
import org.camunda.bpm.client.exception.ConnectionLostException;
import org.camunda.bpm.client.exception.EngineException;
import org.camunda.bpm.client.exception.NotFoundException;
import org.camunda.bpm.client.exception.RestException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;

/** Every call that a handler can make, and what it throws when the engine refuses. */
class JavaClientServiceIT extends JavaClient {
  private static final Map<String, Object> RESULT = Map.of("result", "done");
  private static final Map<String, Object> LOCAL = Map.of("local", "mine");

  @Test
  void a_task_knows_where_it_comes_from() throws Exception {
    String instance = start(4);

    ExternalTask task = take().task();

    assertThat(task.getProcessInstanceId()).isEqualTo(instance);
    assertThat(task.getActivityId()).isEqualTo("work");
    assertThat(task.getActivityInstanceId()).startsWith("work:");
    assertThat(task.getExecutionId()).isNotBlank();
    assertThat(task.getProcessDefinitionKey()).isEqualTo("client");
    assertThat(task.getProcessDefinitionId()).isNotBlank();
    assertThat(task.getProcessDefinitionVersionTag()).isEqualTo("one");
    assertThat(task.getBusinessKey()).isEqualTo(topic);
    assertThat(task.getPriority()).isEqualTo(4);
    assertThat(task.getCreateTime()).isNotNull();
    assertThat(task.getTenantId()).isNull();
    assertThat(task.getRetries()).isNull();
    assertThat(task.getErrorMessage()).isNull();
    assertThat(task.getErrorDetails()).isNull();
  }

  @Test
  void complete() throws Exception {
    Taken first = started();

    first.service().complete(first.task());

    String instance = first.task().getProcessInstanceId();
    assertThat(waitsAt(instance)).containsExactly("next");
    Taken next = take();
    next.service().complete(next.task(), RESULT);
    assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void complete_with_results_and_with_what_only_the_task_knows() throws Exception {
    Taken first = started();

    first.service().complete(first.task(), RESULT, LOCAL);

    String instance = first.task().getProcessInstanceId();
    assertThat(variable(instance, "result")).isEqualTo("done");
    rest().get("/process-instance/" + instance + "/variables/local").then().statusCode(404);
    Taken next = take();
    next.service().complete(next.task().getId(), RESULT, LOCAL);
    assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void set_variables() throws Exception {
    String instance = start();
    Taken taken = take();

    taken.service().setVariables(taken.task(), Map.of("one", 1));
    taken.service().setVariables(instance, Map.of("two", 2L));

    assertThat(variable(instance, "one")).isEqualTo(1);
    assertThat(variable(instance, "two")).isEqualTo(2);
    assertThat(waitsAt(instance)).containsExactly("work");
  }

  @Test
  void lock_extend_and_unlock() throws Exception {
    Taken taken = started();
    ExternalTaskService service = taken.service();

    service.extendLock(taken.task(), 600_000);
    service.extendLock(taken.task().getId(), 700_000);
    service.unlock(taken.task());
    assertThat(asStored(taken)).containsEntry("workerId", null);
    service.lock(taken.task(), 60_000);
    service.lock(taken.task().getId(), 60_000);

    assertThat(asStored(taken)).containsEntry("workerId", "java");
    assertThat(proxy().sentTo("/unlock"))
        .extracting(RecordingProxy.Request::body)
        .containsExactly("null");
  }

  @Test
  void handle_failure() throws Exception {
    Taken taken = started();
    String instance = taken.task().getProcessInstanceId();
    ExternalTaskService service = taken.service();
    ExternalTask task = taken.task();

    service.handleFailure(task, "first", "details", 3, 0);
    assertThat(asStored(taken)).containsEntry("errorMessage", "first").containsEntry("retries", 3);
    service.handleFailure(task.getId(), "second", "more details", 2, 60_000);
    assertThat(asStored(taken)).containsEntry("errorMessage", "second").containsEntry("retries", 2);
    service.handleFailure(task.getId(), "third", null, 0, 0, RESULT, LOCAL);

    assertThat(asStored(taken)).containsEntry("errorMessage", "third").containsEntry("retries", 0);
    assertThat(variable(instance, "result")).isEqualTo("done");
    assertThat(rest().get("/external-task/" + task.getId() + "/errorDetails").asString())
        .isEqualTo("more details");
  }

  @Test
  void a_failed_task_comes_back_with_all_that_was_said_of_it() throws Exception {
    Taken taken = started();

    taken.service().handleFailure(taken.task(), "message", "details", 3, 0);

    ExternalTask again = take().task();
    assertThat(again.getRetries()).isEqualTo(3);
    assertThat(again.getErrorMessage()).isEqualTo("message");
    assertThat(again.getErrorDetails()).isEqualTo("details");
  }

  @Test
  void handle_bpmn_error() throws Exception {
    String instance = start();
    Taken taken = take();

    taken.service().handleBpmnError(taken.task(), "OOPS", "it happens", RESULT);

    assertThat(waitsAt(instance)).containsExactly("afterError");
    assertThat(variable(instance, "code")).isEqualTo("OOPS");
    assertThat(variable(instance, "reason")).isEqualTo("it happens");
    assertThat(variable(instance, "result")).isEqualTo("done");
  }

  @Test
  void handle_bpmn_error_in_shorter_words_and_by_id() throws Exception {
    Taken taken = started();
    taken.service().handleBpmnError(taken.task(), "OOPS");
    assertThat(waitsAt(taken.task().getProcessInstanceId())).containsExactly("afterError");
    finish(taken);
    Taken second = started();
    second.service().handleBpmnError(second.task(), "OOPS", "again");
    assertThat(waitsAt(second.task().getProcessInstanceId())).containsExactly("afterError");
    finish(second);
    Taken third = started();

    third.service().handleBpmnError(third.task().getId(), "NOBODY-CATCHES", null, Map.of());

    assertThat(rest().stateOf(third.task().getProcessInstanceId())).isEqualTo("COMPLETED");
  }

  @Test
  void a_task_that_is_not_there_is_a_not_found_exception() throws Exception {
    Taken taken = started();
    taken.service().complete(taken.task());

    assertThatThrownBy(() -> taken.service().complete(taken.task()))
        .isInstanceOfSatisfying(
            NotFoundException.class, gone -> assertRest(gone, 404, "RestException", 0));
  }

  @Test
  void somebody_elses_task_is_a_bad_request_exception() throws Exception {
    Taken taken = started();
    taken.service().unlock(taken.task());
    rest()
        .post(
            "/external-task/" + taken.task().getId() + "/lock",
            Map.of("workerId", "other", "lockDuration", 60_000))
        .then()
        .statusCode(204);

    assertThatThrownBy(() -> taken.service().extendLock(taken.task(), 1000))
        .isInstanceOfSatisfying(
            BadRequestException.class, refused -> assertRest(refused, 400, "RestException", 0));
  }

  @Test
  void unsupported_operations_are_engine_exceptions() throws Exception {
    Taken taken = started();

    assertThatThrownBy(() -> taken.service().handleFailure(taken.task(), "m", null, -1, 0))
        .isInstanceOfSatisfying(
            EngineException.class, failed -> assertRest(failed, 500, "ProcessEngineException", 0));
    assertThatThrownBy(
            () ->
                taken
                    .service()
                    .complete(
                        taken.task(),
                        Map.of(
                            "bean",
                            Variables.serializedObjectValue("rO0ABQ==")
                                .serializationDataFormat("application/x-java-serialized-object")
                                .objectTypeName("java.lang.Object")
                                .create())))
        .isInstanceOf(EngineException.class);
  }

  /** The client leaves the empty segment out, and so names calls that are none, or other ones. */
  @Test
  void a_task_without_an_id_is_never_taken_for_done() throws Exception {
    ExternalTaskService service = started().service();
    List<ThrowingCallable> calls =
        List.of(
            () -> service.complete("", RESULT, LOCAL),
            () -> service.complete("", Map.of(), Map.of()),
            () -> service.handleFailure("", "m", "d", 1, 0),
            () -> service.handleFailure("", "m", "d", 1, 0, RESULT, LOCAL),
            () -> service.handleBpmnError("", "OOPS", "m", RESULT),
            () -> service.extendLock("", 1000),
            () -> service.lock("", 1000),
            () -> service.setVariables("", RESULT));

    for (ThrowingCallable call : calls) {
      assertThatThrownBy(call)
          .isInstanceOfSatisfying(
              RestException.class,
              refused -> {
                assertThat(refused.getHttpStatusCode()).isEqualTo(405);
                assertThat(refused.getType()).isEqualTo("NotAllowedException");
                assertThat(refused).hasMessageContaining("HTTP 405 Method Not Allowed");
              });
    }
    assertThat(proxy().sentTo("/external-task/complete")).hasSize(2);
    assertThat(proxy().sentTo("/external-task/failure")).hasSize(2);
  }

  @Test
  void an_engine_that_does_not_answer_is_a_lost_connection() throws Exception {
    Taken taken = started();
    proxy().close();

    assertThatThrownBy(() -> taken.service().complete(taken.task()))
        .isInstanceOf(ConnectionLostException.class);
  }

  private Taken started() throws Exception {
    return startAndTake(UnaryOperator.identity());
  }

  private void finish(Taken taken) {
    rest()
        .request()
        .delete("/process-instance/" + taken.task().getProcessInstanceId())
        .then()
        .statusCode(204);
  }

  private static void assertRest(RestException failure, int status, String type, int code) {
    assertThat(failure.getHttpStatusCode()).isEqualTo(status);
    assertThat(failure.getType()).isEqualTo(type);
    assertThat(failure.getCode()).isEqualTo(code);
  }
}
