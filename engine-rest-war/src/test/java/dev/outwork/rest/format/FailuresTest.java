package dev.outwork.rest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.outwork.api.AuthorizationException;
import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NotValidException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.api.event.MismatchingMessageCorrelationException;
import dev.outwork.api.externaltask.TooManyWaitingException;
import dev.outwork.api.externaltask.WrongWorkerException;
import jakarta.ejb.EJBException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class FailuresTest {
  @Test
  void an_engines_exception_has_the_status_of_its_family() {
    assertThat(Failures.status(new BadUserRequestException(""))).isEqualTo(400);
    assertThat(Failures.status(new NotValidException(""))).isEqualTo(400);
    assertThat(Failures.status(new NotFoundException(""))).isEqualTo(400);
    assertThat(Failures.status(new ParseException("a.bpmn", List.of(), List.of()))).isEqualTo(400);
    assertThat(Failures.status(new AuthorizationException(""))).isEqualTo(403);
    assertThat(Failures.status(new NullValueException(""))).isEqualTo(500);
    assertThat(Failures.status(new ProcessEngineException(""))).isEqualTo(500);
    assertThat(Failures.status(new TooManyWaitingException(""))).isEqualTo(503);
    assertThat(Failures.status(new DatabaseUnavailableException(null))).isEqualTo(503);
  }

  @Test
  void a_failure_is_told_by_its_simple_name_its_message_and_its_code() throws Exception {
    ProcessEngineException failure =
        new ProcessEngineException(
            "Another was first", ProcessEngineException.OPTIMISTIC_LOCKING, null);

    assertThat(json(Failures.body(failure)))
        .isEqualTo(
            "{\"type\":\"ProcessEngineException\",\"message\":\"Another was first\",\"code\":1}");
  }

  @Test
  void a_database_that_is_away_is_told_as_that_whatever_was_asked_for() {
    DatabaseUnavailableException away = new DatabaseUnavailableException(null);
    Runnable command =
        () -> {
          throw away;
        };

    assertThatThrownBy(() -> Failures.failedIs500("Cannot do it: ", command)).isSameAs(away);
    assertThatThrownBy(() -> Failures.failedIs(400, command)).isSameAs(away);
    assertThatThrownBy(() -> Failures.refusedIsRestException("", command)).isSameAs(away);
  }

  @Test
  void who_may_not_do_something_is_told_so_whatever_was_asked_for() {
    AuthorizationException forbidden = new AuthorizationException("The caller may not do it");
    Runnable command =
        () -> {
          throw forbidden;
        };

    assertThatThrownBy(() -> Failures.failedIs500("Cannot do it: ", command)).isSameAs(forbidden);
    assertThatThrownBy(() -> Failures.failedIs(400, command)).isSameAs(forbidden);
    assertThatThrownBy(() -> Failures.refusedIsRestException("", command)).isSameAs(forbidden);
  }

  @Test
  void a_commit_that_fails_because_the_database_is_away_is_unavailable() {
    RuntimeException rolledBack =
        new IllegalStateException(new SQLException("terminating connection", "57P01"));

    assertThat(FailedAnswer.of("GET /", rolledBack).status()).isEqualTo(503);
  }

  @Test
  void a_failure_without_a_message_has_an_empty_one() throws Exception {
    assertThat(json(new ErrorDto("Some", null, null)))
        .isEqualTo("{\"type\":\"Some\",\"message\":\"\",\"code\":null}");
  }

  @Test
  void a_refused_model_lists_its_problems_and_warnings_under_both_spellings_of_the_element_ids()
      throws Exception {
    ParseException refused =
        new ParseException(
            "a.bpmn",
            List.of(new Problem("no topic", 3, 4, List.of("task", "x"))),
            List.of(new Problem("never reached", 5, 6, List.of("end"))));

    assertThat(json(Failures.body(refused)))
        .isEqualTo(
            """
            {"type":"ParseException","message":"ENGINE-09005 Could not parse BPMN process. Errors: \
            \\n* no topic | resource a.bpmn | line 3 | column 4","code":0,\
            "details":{"a.bpmn":{"errors":[{"message":"no topic","line":3,"column":4,\
            "mainElementId":"task","\u0435lementIds":["task","x"],"elementIds":["task","x"]}],\
            "warnings":[{"message":"never reached","line":5,"column":6,\
            "mainElementId":"end","\u0435lementIds":["end"],"elementIds":["end"]}]}}}""");
  }

  @Test
  void a_message_without_its_one_receiver_is_a_rest_exception_that_names_the_class() {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(
            () ->
                Failures.mismatchIsRestException(
                    () -> {
                      throw new MismatchingMessageCorrelationException("nobody waits");
                    }))
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.body().type()).isEqualTo("RestException");
            })
        .withMessage("org.camunda.bpm.engine.MismatchingMessageCorrelationException: nobody waits");
  }

  @Test
  void a_report_that_the_engine_refuses_is_a_rest_exception_with_400() {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(
            () ->
                Failures.refusedIsRestException(
                    () -> {
                      throw new WrongWorkerException("It is locked by 'bob'");
                    }))
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(400);
              assertThat(refusal.body())
                  .isEqualTo(new ErrorDto("RestException", "It is locked by 'bob'", 0));
            });
  }

  @Test
  void a_report_on_a_missing_task_is_a_rest_exception_with_404_even_behind_the_containers_own() {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(
            () ->
                Failures.refusedIsRestException(
                    () -> {
                      throw new EJBException("x", new NotFoundException("Not there"));
                    }))
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(404);
              assertThat(refusal.body()).isEqualTo(new ErrorDto("RestException", "Not there", 0));
            });
  }

  @Test
  void an_exception_that_an_endpoint_does_not_rewrite_is_rethrown() {
    IllegalStateException defect = new IllegalStateException();

    assertThatThrownBy(
            () ->
                Failures.missingIs404(
                    () -> {
                      throw defect;
                    }))
        .isSameAs(defect);
  }

  private static String json(Object body) throws JsonProcessingException {
    return Json.MAPPER.writeValueAsString(body);
  }
}
