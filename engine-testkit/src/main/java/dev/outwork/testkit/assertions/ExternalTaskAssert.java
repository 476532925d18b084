package dev.outwork.testkit.assertions;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import java.util.Objects;
import org.assertj.core.api.AbstractAssert;

/** Assertions on an open external task. */
public final class ExternalTaskAssert extends AbstractAssert<ExternalTaskAssert, ExternalTask> {
  private final EngineServices engine;

  ExternalTaskAssert(ExternalTask actual, EngineServices engine) {
    super(actual, ExternalTaskAssert.class);
    this.engine = engine;
  }

  /** A worker can fetch it now: it is not locked, has retries, and is not suspended. */
  public ExternalTaskAssert isOpen() {
    ExternalTask now = now();
    boolean hasRetries = now.retries() == null || now.retries() > 0;
    return check(!isLocked(now) && hasRetries && !now.suspended(), now, "be open");
  }

  /** This worker holds an unexpired lock on it. */
  public ExternalTaskAssert isLockedBy(String workerId) {
    ExternalTask now = now();
    return check(
        isLocked(now) && workerId.equals(now.workerId()),
        now,
        "be locked by '%s'".formatted(workerId));
  }

  /** It has this number of remaining retries. */
  public ExternalTaskAssert hasRetries(int retries) {
    ExternalTask now = now();
    return check(
        now.retries() != null && now.retries() == retries,
        now,
        "have %d retries".formatted(retries));
  }

  /**
   * Its last failure was reported with this message.
   *
   * @param message null if there must be none
   */
  public ExternalTaskAssert hasErrorMessage(String message) {
    ExternalTask now = now();
    return check(
        Objects.equals(message, now.errorMessage()),
        now,
        message == null
            ? "have no error message"
            : "have the error message '%s'".formatted(message));
  }

  /** It belongs to this topic. */
  public ExternalTaskAssert hasTopic(String topicName) {
    ExternalTask now = now();
    return check(now.topicName().equals(topicName), now, "be of topic '%s'".formatted(topicName));
  }

  private ExternalTask now() {
    isNotNull();
    return engine
        .externalTasks()
        .externalTask(actual.id())
        .orElseThrow(
            () ->
                failure(
                    "Expected external task '%s' of instance %s to be open, but it has been completed or cancelled",
                    actual.activityId(), actual.processInstanceId()));
  }

  // The engine's clock decides, which need not be this JVM's.
  private boolean isLocked(ExternalTask task) {
    return engine
            .externalTasks()
            .countExternalTasks(
                ListQuery.<ExternalTaskFilter, ExternalTaskSort>all()
                    .with(ExternalTaskFilter.EXTERNAL_TASK_ID, task.id())
                    .with(ExternalTaskFilter.LOCKED, true))
        > 0;
  }

  private ExternalTaskAssert check(boolean holds, ExternalTask now, String asked) {
    if (holds) {
      return this;
    }
    throw failure(
        "Expected external task '%s' of instance %s to %s, but it is %s",
        now.activityId(), now.processInstanceId(), asked, inWords(now));
  }

  private String inWords(ExternalTask task) {
    return "of topic '%s', %s, with %s, %s%s"
        .formatted(
            task.topicName(),
            lockInWords(task),
            task.retries() == null ? "unlimited retries" : task.retries() + " retries",
            task.errorMessage() == null
                ? "without an error message"
                : "with the error message '%s'".formatted(task.errorMessage()),
            task.suspended() ? ", suspended" : "");
  }

  private String lockInWords(ExternalTask task) {
    if (isLocked(task)) {
      return task.workerId() == null
          ? "not to be retried before " + task.lockExpirationTime()
          : "locked by '%s' until %s".formatted(task.workerId(), task.lockExpirationTime());
    }
    return "not locked";
  }
}
