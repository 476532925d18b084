package dev.outwork.mover.converting;

import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.SourceExecution;
import java.time.Instant;

/**
 * An instance on its way: what all of its rows have in common.
 *
 * @param suspended as it stood before the move
 * @param startedAt by history; without one, when the move began
 */
record ConvertedInstance(
    SourceExecution execution,
    MovedDefinition definition,
    TokenPlaces places,
    Instant startedAt,
    boolean suspended) {

  String id() {
    return execution.id();
  }

  /** A row that names the instance, its definition and its tenant. */
  TargetRow row(TargetTable table, String id) {
    return TargetRow.of(table)
        .with("id", id)
        .with("process_instance_id", id())
        .with("process_definition_id", definition.id())
        .with("definition_key", definition.key())
        .with("tenant_id", execution.tenantId());
  }
}
