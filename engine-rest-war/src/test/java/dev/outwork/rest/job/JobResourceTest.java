package dev.outwork.rest.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.job.ManagementService;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.job.JobResource.DuedateDto;
import dev.outwork.rest.job.JobResource.PriorityDto;
import dev.outwork.rest.job.JobResource.RetriesDto;
import dev.outwork.rest.job.JobResource.SuspendedDto;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Answers to refusals of the engine below the path of a job (docs/rest-api.md, "Jobs"). */
class JobResourceTest {
  private static final NotFoundException UNKNOWN = new NotFoundException("not there");

  @Test
  void a_refused_job_execution_is_404() {
    for (ProcessEngineException failure :
        new ProcessEngineException[] {UNKNOWN, new ProcessEngineException("it failed")}) {
      refused(refusing(failure)::execute, 404, failure.getMessage());
    }
  }

  @Test
  void a_refused_change_of_retries_and_date_is_500() {
    for (ProcessEngineException failure :
        new ProcessEngineException[] {UNKNOWN, new BadUserRequestException("negative")}) {
      JobResource job = refusing(failure);

      refused(() -> job.setRetries(new RetriesDto(-1, null)), 500, failure.getMessage());
      refused(() -> job.setRetries(new RetriesDto(1, Instant.EPOCH)), 500, failure.getMessage());
      refused(() -> job.setDuedate(new DuedateDto(null, false)), 500, failure.getMessage());
    }
  }

  @Test
  void elsewhere_a_job_that_is_not_there_is_404() {
    JobResource job = refusing(UNKNOWN);

    refused(job::delete, 404, "not there");
    refused(job::stacktrace, 404, "not there");
    refused(() -> job.setSuspended(new SuspendedDto(true)), 404, "not there");
    refused(() -> job.setPriority(new PriorityDto(1L)), 404, "not there");
    refused(
        new JobResource("j", service((method, arguments) -> Optional.empty()))::get,
        404,
        "Job with id j does not exist");
  }

  @Test
  void a_number_that_is_not_sent_is_400() {
    JobResource job = refusing(UNKNOWN);

    refused(
        () -> job.setRetries(new RetriesDto(null, null)),
        400,
        "The number of retries cannot be null.");
    refused(
        () -> job.setPriority(new PriorityDto(null)), 400, "Priority for job 'j' cannot be null.");
  }

  @Test
  void a_date_is_set_with_the_retries_only_if_it_is_sent() {
    List<List<Object>> calls = new ArrayList<>();
    JobResource job =
        new JobResource(
            "j",
            service(
                (method, arguments) -> {
                  calls.add(List.of(arguments));
                  return null;
                }));

    job.setRetries(new RetriesDto(2, null));
    job.setRetries(new RetriesDto(3, Instant.EPOCH));

    assertThat(calls).containsExactly(List.of("j", 2), List.of("j", 3, Instant.EPOCH));
  }

  private static void refused(ThrowingCallable call, int status, String message) {
    assertThatExceptionOfType(RestException.class)
        .isThrownBy(call)
        .withMessage(message)
        .satisfies(refusal -> assertThat(refusal.status()).isEqualTo(status));
  }

  private static JobResource refusing(ProcessEngineException refusal) {
    return new JobResource(
        "j",
        service(
            (method, arguments) -> {
              throw refusal;
            }));
  }

  private interface Answer {
    Object to(String method, Object[] arguments);
  }

  private static ManagementService service(Answer answer) {
    return (ManagementService)
        Proxy.newProxyInstance(
            ManagementService.class.getClassLoader(),
            new Class<?>[] {ManagementService.class},
            (proxy, method, arguments) -> answer.to(method.getName(), arguments));
  }
}
