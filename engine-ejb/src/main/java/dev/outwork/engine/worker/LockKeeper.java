package dev.outwork.engine.worker;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.identity.AuthenticatedUser;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Extends the locks of a worker's tasks in progress, three times within their duration. */
final class LockKeeper {
  private static final Logger LOG = Logger.getLogger(LockKeeper.class.getName());
  private static final int TIMES = 3;

  private final String workerId;
  private final Duration lockDuration;
  private final AuthenticatedUser.Snapshot user;
  private final TasksInWork inWork;
  private final Surroundings surroundings;
  private final AtomicBoolean busy = new AtomicBoolean();
  private Future<?> ticks;

  LockKeeper(
      String workerId,
      Duration lockDuration,
      AuthenticatedUser.Snapshot user,
      TasksInWork inWork,
      Surroundings surroundings) {
    this.workerId = workerId;
    this.lockDuration = lockDuration;
    this.user = user;
    this.inWork = inWork;
    this.surroundings = surroundings;
  }

  void start() {
    long interval = lockDuration.toMillis() / TIMES;
    ticks =
        surroundings
            .timer()
            .scheduleAtFixedRate(this::tick, interval, interval, TimeUnit.MILLISECONDS);
  }

  void stop() {
    ticks.cancel(false);
  }

  private void tick() {
    if (!inWork.all().isEmpty() && busy.compareAndSet(false, true)) {
      surroundings.executor().execute(() -> user.run(this::extendAll));
    }
  }

  private void extendAll() {
    try {
      inWork.all().forEach(this::extend);
    } finally {
      busy.set(false);
    }
  }

  private void extend(LockedExternalTask task) {
    String id = task.task().id();
    try {
      surroundings.externalTasks().extendLock(id, workerId, lockDuration);
    } catch (ProcessEngineException e) {
      // The task was just completed, or the lock was lost; its completion will report that.
      LOG.log(
          Level.FINE,
          e,
          () -> "The lock of external task '%s' was not extended for '%s'".formatted(id, workerId));
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          e,
          () -> "The lock of external task '%s' cannot be extended now".formatted(id));
    }
  }
}
