package dev.outwork.engine.externaltask;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.externaltask.WrongWorkerException;
import dev.outwork.api.history.LeaseEvent.Kind;
import dev.outwork.engine.externaltask.TaskRow.Lock;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Locks on single tasks (docs/rest-api.md, "Lock", "Extend lock" and "Unlock"); the row of the task
 * is locked in the database.
 */
@Collaborator
@Dependent
class Locks {
  private final TaskStateStore states;
  private final QueueHeads heads;
  private final LeaseLog leases;
  private final Event<WorkAvailable> workAvailable;
  private final Clock clock;

  @Inject
  Locks(
      TaskStateStore states,
      QueueHeads heads,
      LeaseLog leases,
      Event<WorkAvailable> workAvailable,
      Clock clock) {
    this.states = states;
    this.heads = heads;
    this.leases = leases;
    this.workAvailable = workAvailable;
    this.clock = clock;
  }

  void lock(TaskRow task, String workerId, Duration duration, TaskRights rights) {
    Instant now = clock.instant();
    if (task.isLockedAt(now) && !workerId.equals(task.workerId())) {
      throw new WrongWorkerException(
          "External Task %s cannot be locked by worker '%s'. It is locked by worker '%s'."
              .formatted(task.id(), workerId, task.workerId()));
    }
    if (task.isLockedAt(now) && !rights.ownLock(task)) {
      throw new WrongWorkerException(
          "External Task %s cannot be locked by worker '%s'. %s"
              .formatted(task.id(), workerId, HeldTask.LOCKED_BY_ANOTHER_USER));
    }
    lockUntil(task, new Lock(workerId, now.plus(duration), rights.caller()), now);
    leases.changed(Kind.LOCKED, task, workerId, now.plus(duration), now);
  }

  void extend(TaskRow task, String workerId, Duration duration, TaskRights rights) {
    Instant now = clock.instant();
    if (!workerId.equals(task.workerId())) {
      throw new WrongWorkerException(
          "The lock of the External Task %s cannot be extended by worker '%s'. It is locked by worker '%s'."
              .formatted(task.id(), workerId, task.workerId()));
    }
    if (!rights.ownLock(task)) {
      throw new WrongWorkerException(
          "The lock of the External Task %s cannot be extended by worker '%s'. %s"
              .formatted(task.id(), workerId, HeldTask.LOCKED_BY_ANOTHER_USER));
    }
    if (!task.isLockedAt(now)) {
      throw new BadUserRequestException(
          "Cannot extend a lock that expired: that of External Task %s expired at %s"
              .formatted(task.id(), task.lockedUntil()));
    }
    if (task.isSuspended()) {
      throw new SuspendedEntityInteractionException("ExternalTask", task.id());
    }
    lockUntil(task, task.lock().extended(now.plus(duration)), now);
    leases.changed(Kind.EXTENDED, task, workerId, now.plus(duration), now);
  }

  /** Restarts a lock and returns its expiration time. */
  Instant renew(TaskRow task, Duration duration) {
    Instant now = clock.instant();
    Instant end = now.plus(duration);
    lockUntil(task, task.lock().extended(end), now);
    return end;
  }

  void unlock(TaskRow task, TaskRights rights) {
    if (!rights.ownLock(task)) {
      throw new WrongWorkerException(
          "The lock of the External Task %s cannot be released. %s"
              .formatted(task.id(), HeldTask.LOCKED_BY_ANOTHER_USER));
    }
    release(task, Kind.UNLOCKED);
  }

  /** Unlocks a task that cannot be handed to its worker. */
  void giveBack(TaskRow task) {
    release(task, Kind.GIVEN_BACK);
  }

  private void release(TaskRow task, Kind why) {
    Instant now = clock.instant();
    TaskState state = task.state().after(task.retries(), null, now);
    states.setLock(task.id(), Lock.NONE, state);
    leases.changed(why, task, task.workerId(), null, now);
    if (state == TaskState.OPEN) {
      workAvailable.fire(WorkAvailable.again(task));
    }
  }

  private void lockUntil(TaskRow task, Lock lock, Instant now) {
    states.setLock(task.id(), lock, task.state().after(task.retries(), lock.until(), now));
    heads.lockEnds(task.topicName(), lock.until(), now);
  }
}
