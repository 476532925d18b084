package dev.outwork.rest.externaltask;

import dev.outwork.api.Texts;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.rest.format.FailedAnswer;
import dev.outwork.rest.format.Json;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ConnectionCallback;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The answer to a fetch, now or later. Tasks that can no longer be written to the worker are
 * released instead of staying locked.
 */
final class WaitingFetch {
  private static final System.Logger LOG = System.getLogger(WaitingFetch.class.getName());
  private static final int OK = 200;

  private final ExternalTaskService tasks;
  private final AsyncResponse response;
  private final Set<String> deserializedTopics;
  // Created before the application stops.
  private final Runnable byJaxRs = this::endByJaxRs;
  private final AtomicReference<List<LockedExternalTask>> onTheWay =
      new AtomicReference<>(List.of());

  /**
   * @param deserializedTopics topics that requested deserialized JSON objects
   */
  WaitingFetch(ExternalTaskService tasks, AsyncResponse response, Set<String> deserializedTopics) {
    this.tasks = tasks;
    this.response = response;
    this.deserializedTopics = deserializedTopics;
    // Servers differ in which of the two they call when an answer cannot be written.
    response.register((ConnectionCallback) gone -> giveBack());
    response.register((CompletionCallback) this::giveBackAfter);
  }

  void answer(List<LockedExternalTask> locked) {
    answer(locked, Response.ok(written(locked), MediaType.APPLICATION_JSON_TYPE).build());
  }

  /** Answers with a body that contains the tasks. */
  void answer(List<LockedExternalTask> locked, Response body) {
    onTheWay.set(locked);
    boolean resumed = false;
    try {
      resumed = response.resume(body);
    } finally {
      if (!resumed) {
        giveBack();
      }
    }
  }

  void answerLater(WaitingRoom room, FetchAndLock request, Duration timeout, Line line) {
    // By default a server ends a suspended request after a timeout of its own; here the waiting
    // room ends it.
    response.setTimeout(AsyncResponse.NO_TIMEOUT, TimeUnit.MILLISECONDS);
    CompletableFuture<List<LockedExternalTask>> fetched = room.fetchAndLock(request, timeout, line);
    response.register((ConnectionCallback) gone -> fetched.cancel(false));
    fetched.whenComplete(
        (locked, failure) -> answerLate(request.workerId(), locked, failure, line));
  }

  // A future swallows exceptions thrown here. In a stopping application classes may no longer load
  // that were not used before: releasing a caller without tasks must not need any class of ours.
  private void answerLate(
      String workerId, List<LockedExternalTask> locked, Throwable failure, Line line) {
    try {
      if (failure == null) {
        send(locked, line);
      } else if (!(failure instanceof CancellationException)) {
        refuse("Fetch for worker '%s'".formatted(workerId), failure, line);
      }
    } catch (IOException | RuntimeException | LinkageError e) {
      warn("The answer to the waiting worker '%s' cannot be written", workerId, e);
    }
    try {
      giveBack();
    } catch (RuntimeException | LinkageError e) {
      warn(
          "Tasks for the unreachable worker '%s' stay locked until their locks expire",
          workerId, e);
    }
    try {
      line.end(byJaxRs);
    } catch (RuntimeException | LinkageError e) {
      warn("The fetch of the waiting worker '%s' cannot be ended", workerId, e);
    }
  }

  // Everything is written. In a stopping application JAX-RS may be gone; but if it is present and
  // not called, Payara logs a stack trace each time.
  private void endByJaxRs() {
    try {
      response.resume(Response.ok().build());
    } catch (RuntimeException | LinkageError e) {
      LOG.log(System.Logger.Level.DEBUG, "JAX-RS has stopped before the waiting fetches", e);
    }
  }

  private static void warn(String what, String workerId, Throwable e) {
    LOG.log(System.Logger.Level.WARNING, what.formatted(Texts.inOneLine(workerId)), e);
  }

  private void send(List<LockedExternalTask> locked, Line line) throws IOException {
    if (locked.isEmpty()) {
      return;
    }
    onTheWay.set(locked);
    if (line.isOpenOrUnused() && line.answer(OK, Json.MAPPER.writeValueAsBytes(written(locked)))) {
      onTheWay.set(List.of());
    }
  }

  private static void refuse(String what, Throwable failure, Line line) throws IOException {
    FailedAnswer refusal = FailedAnswer.of(what, failure);
    if (!line.hasBegun()) {
      line.answer(refusal.status(), Json.MAPPER.writeValueAsBytes(refusal.body()));
    } else if (refusal.isTemporary()) {
      // The status is already sent, but the worker must not conclude that there were no tasks.
      line.breakOff();
    }
    // The next request of the worker gets the reason.
  }

  /** The tasks in the format for the worker. */
  List<LockedExternalTaskDto> written(List<LockedExternalTask> locked) {
    return locked.stream()
        .map(
            task ->
                LockedExternalTaskDto.of(
                    task, deserializedTopics.contains(task.task().topicName())))
        .toList();
  }

  private void giveBackAfter(Throwable failure) {
    if (failure != null) {
      giveBack();
    }
  }

  private void giveBack() {
    List<LockedExternalTask> lost = onTheWay.getAndSet(List.of());
    if (!lost.isEmpty()) {
      tasks.giveBack(lost);
    }
  }
}
