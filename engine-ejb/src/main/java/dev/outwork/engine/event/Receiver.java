package dev.outwork.engine.event;

import dev.outwork.engine.database.Row;
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
    String definitionKey,
    String tenantId) {
  /** The common order for locking several instances. */
  static final Comparator<Receiver> IN_ORDER_OF_ROOTS =
      Comparator.comparing(Receiver::rootId).thenComparing(Receiver::id);

  static Receiver read(Row row) {
    return new Receiver(
        row.text("id"),
        row.text("activity_id"),
        row.text("execution_id"),
        row.text("process_instance_id"),
        row.text("root_id"),
        row.text("process_definition_id"),
        row.text("definition_key"),
        row.text("tenant_id"));
  }
}
