package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.engine.token.Activity;
import jakarta.annotation.Nullable;
import java.time.Instant;
import java.util.List;

/**
 * An external task as it stands in the database.
 *
 * @param errorDetails read only when the task is fetched, else null
 */
public record TaskRow(
    String id,
    String topicName,
    TaskState state,
    long priority,
    Instant createdAt,
    String workerId,
    Instant lockedUntil,
    Integer retries,
    String errorMessage,
    @Nullable String errorDetails,
    String processInstanceId,
    String activityInstanceId,
    String activityId,
    String scopeIds,
    String processDefinitionId,
    String definitionKey,
    String versionTag,
    String businessKey,
    String tenantId) {

  boolean isSuspended() {
    return state == TaskState.SUSPENDED;
  }

  /**
   * Whether somebody's lock is live; one that ends at this very moment still is (docs/rest-api.md,
   * "Lock").
   */
  boolean isLockedAt(Instant now) {
    return workerId != null && lockedUntil != null && !lockedUntil.isBefore(now);
  }

  /** Whether this very lock is on it, be it live or over. */
  boolean hasLock(String worker, Instant until) {
    return worker.equals(workerId) && until.equals(lockedUntil);
  }

  boolean hasNoRetriesLeft() {
    return retries != null && retries == 0;
  }

  /** Where its variables are looked up, innermost first. */
  List<String> scopes() {
    return List.of(scopeIds.split(" "));
  }

  /** The activity that waits for this task. */
  Activity.Stored activity() {
    return Activity.Stored.underWay(activityInstanceId, activityId, scopes().get(1));
  }

  ExternalTask toExternalTask() {
    return new ExternalTask(
        id,
        topicName,
        activityId,
        activityId + ":" + activityInstanceId,
        activityInstanceId,
        processInstanceId,
        processDefinitionId,
        definitionKey,
        versionTag,
        tenantId,
        businessKey,
        workerId,
        lockedUntil,
        createdAt,
        retries,
        errorMessage,
        isSuspended(),
        priority);
  }
}
