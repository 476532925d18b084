package dev.outwork.rest.externaltask;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.WaitingRoom;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.CompletionCallback;
import jakarta.ws.rs.container.ConnectionCallback;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The answer to a fetch, now or later. What cannot be written to the worker any more is given back,
 * instead of staying locked for nobody.
 */
final class WaitingFetch {
  private final ExternalTaskService tasks;
  private final AsyncResponse response;
  private final Set<String> deserializedTopics;
  private final AtomicReference<List<LockedExternalTask>> onTheWay =
      new AtomicReference<>(List.of());

  /**
   * @param deserializedTopics whose objects in JSON are wanted as structures
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
    answer(locked, body(locked));
  }

  /** Answers with tasks as a part of the body. */
  void answer(List<LockedExternalTask> locked, Response body) {
    onTheWay.set(locked);
    if (!response.resume(body)) {
      giveBack();
    }
  }

  void answerLater(WaitingRoom room, FetchAndLock request, Duration timeout, Line line) {
    CompletableFuture<List<LockedExternalTask>> fetched =
        room.fetchAndLock(request, timeout, line::isOpen);
    // A server ends a suspended request after a time of its own unless told; the room ends it.
    response.setTimeout(AsyncResponse.NO_TIMEOUT, TimeUnit.MILLISECONDS);
    response.register((ConnectionCallback) gone -> fetched.cancel(false));
    fetched.whenComplete((locked, failure) -> answerLate(locked, failure, line));
  }

  private void answerLate(List<LockedExternalTask> locked, Throwable failure, Line line) {
    boolean open = line.isOpenOrUnused();
    boolean begun = line.hangUp();
    if (!open) {
      onTheWay.set(failure == null ? locked : List.of());
      giveBack();
      response.cancel();
    } else if (failure == null) {
      answer(locked);
    } else if (begun) {
      // A status is on the way already. Who asks again is told what is wrong.
      response.resume(body(List.of()));
    } else {
      response.resume(failure);
    }
  }

  private Response body(List<LockedExternalTask> locked) {
    return Response.ok(written(locked), MediaType.APPLICATION_JSON_TYPE).build();
  }

  /** Tasks as the worker gets them. */
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
