package dev.outwork.rest.externaltask;

import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.FetchAndLock.Sender;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.api.externaltask.TaskReport;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.rest.externaltask.BulkResultDto.FetchResultDto;
import dev.outwork.rest.externaltask.BulkResultDto.ReportResultDto;
import dev.outwork.rest.format.FailedAnswer;
import dev.outwork.rest.format.Failures;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Many reports of a worker in one request, and its next fetch (docs/rest-api.md, "Bulk reports").
 */
final class ReportsAndFetch {
  private static final int FETCHED = 200;
  private static final int DONE = 204;

  private final ExternalTaskService tasks;
  private final WaitingRoom waitingRoom;
  private final WaitingFetch fetch;
  private final Sender sender;

  /**
   * @param fetchAndLock the fetch after the reports; null for none
   */
  record CompleteManyDto(
      String workerId, List<CompletedTaskDto> tasks, FetchAndLockDto fetchAndLock) {}

  record CompletedTaskDto(
      String id,
      Map<String, VariableValueDto> variables,
      Map<String, VariableValueDto> localVariables) {

    CompletedTask toReport() {
      return new CompletedTask(
          given(id), VariableReader.readAll(variables), VariableReader.readAll(localVariables));
    }
  }

  /**
   * @param fetchAndLock the fetch after the reports; null for none
   */
  record FailManyDto(String workerId, List<FailedTaskDto> tasks, FetchAndLockDto fetchAndLock) {}

  record FailedTaskDto(
      String id,
      String errorMessage,
      String errorDetails,
      int retries,
      long retryTimeout,
      Map<String, VariableValueDto> variables,
      Map<String, VariableValueDto> localVariables) {

    FailedTask toReport() {
      return new FailedTask(
          given(id),
          ExternalTaskRequests.failure(
              errorMessage, errorDetails, retries, retryTimeout, variables, localVariables));
    }
  }

  /**
   * @param next the fetch after the reports; null for none
   */
  ReportsAndFetch(
      ExternalTaskService tasks,
      WaitingRoom waitingRoom,
      AsyncResponse response,
      FetchAndLockDto next,
      Sender sender) {
    this.sender = sender;
    this.tasks = tasks;
    this.waitingRoom = waitingRoom;
    this.fetch =
        new WaitingFetch(tasks, response, next == null ? Set.of() : next.deserializedTopics());
  }

  void complete(CompleteManyDto sent) {
    haveReports(sent.tasks(), sent.fetchAndLock());
    FetchAndLock next = next(sent.fetchAndLock(), sent.workerId());
    List<Reading<CompletedTask>> read =
        read(sent.tasks(), CompletedTaskDto::id, CompletedTaskDto::toReport);
    answer(read, tasks.completeAll(sent.workerId(), readable(read)), next);
  }

  void fail(FailManyDto sent) {
    haveReports(sent.tasks(), sent.fetchAndLock());
    FetchAndLock next = next(sent.fetchAndLock(), sent.workerId());
    List<Reading<FailedTask>> read = read(sent.tasks(), FailedTaskDto::id, FailedTaskDto::toReport);
    answer(read, tasks.handleFailures(sent.workerId(), readable(read)), next);
  }

  // A report on one task whose id is empty arrives here, because clients drop the empty path
  // segment. Camunda 7 has no such path, and a success would be wrong.
  private static void haveReports(List<?> tasks, FetchAndLockDto next) {
    if (tasks == null && next == null) {
      throw RestException.notAllowed("neither the path contains a task id nor the body 'tasks'");
    }
  }

  // An invalid fetch is refused before anything is reported.
  private FetchAndLock next(FetchAndLockDto sent, String workerId) {
    if (sent == null) {
      return null;
    }
    if (sent.asyncResponseTimeout() != null) {
      throw RestException.invalidRequest(
          "Property 'fetchAndLock.asyncResponseTimeout' is %d: it must be 0, because the results of reports cannot wait for tasks"
              .formatted(sent.asyncResponseTimeout()));
    }
    return sent.toFetchAndLock(workerId).from(sender);
  }

  /** A report, or the reason why it cannot be read. */
  private record Reading<R>(String id, R report, RuntimeException failure) {}

  private static <D, R> List<Reading<R>> read(
      List<D> sent, Function<D, String> id, Function<D, R> toReport) {
    if (sent == null) {
      return List.of();
    }
    if (sent.size() > ExternalTaskService.MOST_REPORTS) {
      throw RestException.invalidRequest(
          "Cannot take %d reports in one request: at most %d are allowed"
              .formatted(sent.size(), ExternalTaskService.MOST_REPORTS));
    }
    List<Reading<R>> read = new ArrayList<>();
    for (D one : sent) {
      read.add(one == null ? nothing() : read(one, id.apply(one), toReport));
    }
    return read;
  }

  private static <R> Reading<R> nothing() {
    return new Reading<>(
        null, null, RestException.invalidRequest("Property 'tasks' contains null"));
  }

  private static <D, R> Reading<R> read(D sent, String id, Function<D, R> toReport) {
    try {
      return new Reading<>(id, toReport.apply(sent), null);
    } catch (RuntimeException e) {
      return new Reading<>(id, null, e);
    }
  }

  private static String given(String id) {
    if (id == null) {
      throw RestException.invalidRequest("A report in property 'tasks' has no 'id'");
    }
    return id;
  }

  private static <R> List<R> readable(List<Reading<R>> read) {
    return read.stream().filter(one -> one.failure() == null).map(Reading::report).toList();
  }

  private <R extends TaskReport> void answer(
      List<Reading<R>> read, List<ReportOutcome> outcomes, FetchAndLock next) {
    List<ReportResultDto> results = new ArrayList<>();
    int made = 0;
    for (Reading<R> one : read) {
      RuntimeException failure =
          one.failure() == null ? outcomes.get(made++).failure() : one.failure();
      results.add(result(one.id(), failure));
    }
    answer(results, next);
  }

  private static ReportResultDto result(String id, RuntimeException failure) {
    if (failure == null) {
      return new ReportResultDto(id, DONE, null);
    }
    FailedAnswer answer =
        FailedAnswer.of(
            "Report on external task '%s'".formatted(id), Failures.refusedIsRestException(failure));
    return new ReportResultDto(id, answer.status(), answer.body());
  }

  // A failing fetch must not hide committed reports.
  private void answer(List<ReportResultDto> results, FetchAndLock next) {
    if (next == null) {
      answer(results, null, List.of());
      return;
    }
    List<LockedExternalTask> locked;
    try {
      locked = waitingRoom.fetchAndLock(next);
    } catch (RuntimeException e) {
      FailedAnswer failed = FailedAnswer.of("Fetch after reports", e);
      answer(results, new FetchResultDto(failed.status(), failed.body(), List.of()), List.of());
      return;
    }
    List<LockedExternalTaskDto> shown = fetch.written(locked);
    answer(results, new FetchResultDto(FETCHED, null, shown), locked);
  }

  private void answer(
      List<ReportResultDto> results, FetchResultDto fetched, List<LockedExternalTask> locked) {
    fetch.answer(
        locked,
        Response.ok(new BulkResultDto(results, fetched), MediaType.APPLICATION_JSON_TYPE).build());
  }
}
