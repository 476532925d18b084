package dev.outwork.engine.event;

import java.util.Comparator;

/**
 * A subscription with the data for a delivery.
 *
 * @param id of the subscription
 * @param activityId the event
 * @param executionId null for a start event
 * @param processInstanceId null for a start event
 * @param rootId the root of the instance's call hierarchy; null for a start event
 * @param tenantId may be null
 */
public record Receiver(
    String id,
    String activityId,
    String executionId,
    String processInstanceId,
    String rootId,
    String processDefinitionId,
    String tenantId) {
  /** The common order for locking several instances. */
  static final Comparator<Receiver> IN_ORDER_OF_ROOTS =
      Comparator.comparing(Receiver::rootId).thenComparing(Receiver::id);
}
