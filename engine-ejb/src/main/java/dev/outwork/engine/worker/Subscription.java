package dev.outwork.engine.worker;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.WorkerOptions;
import dev.outwork.api.worker.spi.TaskDelivery;
import dev.outwork.api.worker.spi.TaskDelivery.NotReadyException;
import dev.outwork.api.worker.spi.WorkerSubscription;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.waiting.BackOff;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Fetches tasks for one worker whenever it has free places, and delivers them. It holds no thread
 * while it waits for tasks.
 *
 * <p>All that it asks of the engine, and all that its worker does, is on behalf of the user that
 * its options name.
 *
 * <p>There is one fetch at a time. It requests as many tasks as there are free places; the next
 * one, which follows at once, fills those that become free meanwhile.
 */
final class Subscription implements WorkerSubscription {
  private static final Logger LOG = Logger.getLogger(Subscription.class.getName());

  private static final Duration A_MOMENT = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
  private static final Duration LONGEST_FETCH = Duration.ofSeconds(2);

  private final String workerId;
  private final WorkerOptions options;
  private final AuthenticatedUser.Snapshot user;
  private final TaskDelivery delivery;
  private final Surroundings surroundings;
  private final TasksInWork inWork;
  private final LockKeeper lockKeeper;
  private final BackOff backOff = new BackOff(A_MOMENT, LONGEST_PAUSE);
  private boolean fetching;
  private boolean closed;
  private CompletableFuture<List<LockedExternalTask>> awaited = new CompletableFuture<>();

  Subscription(
      String workerId, WorkerOptions options, TaskDelivery delivery, Surroundings surroundings) {
    this.workerId = workerId;
    this.options = options;
    this.user = AuthenticatedUser.user(options.runAs());
    this.delivery = delivery;
    this.surroundings = surroundings;
    this.inWork = new TasksInWork(options.maxTasks());
    this.lockKeeper =
        new LockKeeper(workerId, options.topic().lockDuration(), user, inWork, surroundings);
  }

  void start() {
    lockKeeper.start();
    fetchSoon();
  }

  private void fetchSoon() {
    synchronized (this) {
      if (closed || fetching || inWork.room() == 0) {
        return;
      }
      fetching = true;
    }
    hurry(() -> user.run(this::fetch));
  }

  private void hurry(Runnable step) {
    try {
      surroundings.executor().execute(step);
    } catch (RuntimeException e) {
      fetched(null, e);
    }
  }

  private void fetch() {
    try {
      CompletableFuture<List<LockedExternalTask>> answer =
          surroundings.waitingRoom().fetchAndLock(request(), WaitingRoom.LONGEST_WAIT);
      synchronized (this) {
        awaited = answer;
        if (closed) {
          answer.cancel(false);
        }
      }
      answer.whenComplete(this::fetched);
    } catch (Throwable e) {
      // The executor would swallow it, and the worker would never fetch again.
      fetched(null, e);
    }
  }

  private FetchAndLock request() {
    return new FetchAndLock(
        workerId, inWork.room(), options.usePriority(), null, List.of(options.topic()));
  }

  private void fetched(List<LockedExternalTask> tasks, Throwable failure) {
    if (failure != null) {
      notFetched(failure);
      return;
    }
    inWork.add(tasks);
    fetchIsOver();
    tasks.forEach(this::begin);
    if (tasks.isEmpty()) {
      // The longest waiting time has elapsed, or the engine stops.
      fetchAfter(A_MOMENT);
      return;
    }
    backOff.over();
    fetchSoon();
  }

  private void notFetched(Throwable failure) {
    fetchIsOver();
    if (isClosed() || failure instanceof CancellationException) {
      return;
    }
    Duration next = backOff.next();
    LOG.log(
        Level.WARNING,
        failure,
        () ->
            "Worker '%s' cannot fetch tasks; retrying in %d s"
                .formatted(workerId, next.toSeconds()));
    fetchAfter(next);
  }

  private synchronized void fetchIsOver() {
    fetching = false;
    notifyAll();
  }

  private void fetchAfter(Duration time) {
    try {
      surroundings.timer().schedule(this::fetchSoon, time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (RuntimeException e) {
      LOG.log(Level.FINE, e, () -> "Worker '%s' stops with the server".formatted(workerId));
    }
  }

  private void begin(LockedExternalTask task) {
    try {
      delivery.execute(() -> user.run(() -> work(task)));
    } catch (RuntimeException e) {
      notReady(task, e);
    }
  }

  private void work(LockedExternalTask task) {
    if (isClosed()) {
      giveBack(task);
      return;
    }
    ExternalTaskExecution execution = new ExternalTaskExecution(task);
    try {
      surroundings
          .tracing()
          .process(
              task,
              () ->
                  delivery.deliver(
                      execution,
                      new ReportOfWorker(surroundings.externalTasks(), workerId, execution)));
    } catch (NotReadyException e) {
      notReady(task, e);
      return;
    } catch (Exception | Error e) {
      // Any exception is a failure of this task and must not cost the worker a place.
      failed(task, e);
    }
    inWork.remove(task);
    fetchSoon();
  }

  private void failed(LockedExternalTask task, Throwable failure) {
    if (isClosed() && !inWork.has(task)) {
      // Its lock was released; the worker that does it again reports.
      return;
    }
    try {
      surroundings
          .tracing()
          .as(
              task.traceparent(),
              () -> surroundings.reports().failure(task, workerId, options.retryPolicy(), failure));
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          e,
          () ->
              "Cannot report the failure of external task '%s'; its lock will expire"
                  .formatted(task.task().id()));
    }
  }

  private void notReady(LockedExternalTask task, Exception reason) {
    giveBack(task);
    if (isClosed()) {
      return;
    }
    Duration next = backOff.next();
    LOG.log(
        Level.INFO,
        () ->
            "Worker '%s' cannot be called yet (%s); retrying in %d s"
                .formatted(workerId, reason, next.toSeconds()));
    fetchAfter(next);
  }

  private void giveBack(LockedExternalTask task) {
    try {
      user.run(() -> surroundings.reports().giveBack(task.task().id(), workerId));
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          e,
          () ->
              "Cannot release external task '%s'; its lock will expire"
                  .formatted(task.task().id()));
    } finally {
      inWork.remove(task);
    }
  }

  private synchronized boolean isClosed() {
    return closed;
  }

  // A fetch in progress would lock again what is about to be released.
  private synchronized void awaitEndOfFetch() {
    long end = System.nanoTime() + LONGEST_FETCH.toNanos();
    try {
      while (fetching && System.nanoTime() < end) {
        wait(LONGEST_FETCH.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    synchronized (this) {
      if (closed) {
        return;
      }
      closed = true;
      awaited.cancel(false);
    }
    awaitEndOfFetch();
    List<LockedExternalTask> left = inWork.awaitEnd(Settings.workerDrain());
    lockKeeper.stop();
    if (!left.isEmpty()) {
      LOG.warning(
          () ->
              "Worker '%s' stops with %d tasks in progress, which other workers will do again"
                  .formatted(workerId, left.size()));
      left.forEach(this::giveBack);
    }
  }
}
