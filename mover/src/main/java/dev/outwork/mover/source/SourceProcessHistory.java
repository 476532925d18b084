package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/**
 * What history knows of a process instance, running or ended.
 *
 * @param end without a time while it is running
 */
public record SourceProcessHistory(
    String id,
    String definitionId,
    String businessKey,
    String tenantId,
    String startActivityId,
    Instant startedAt,
    Called called,
    End end) {
  /** In which call hierarchy. */
  public record Called(String rootId, String superId) {}

  /** When, how and why it ended. */
  public record End(Instant at, String state, String deleteReason) {}

  static SourceProcessHistory read(SourceRow row) throws SQLException {
    String id = row.text("ID_");
    String rootId = row.text("ROOT_PROC_INST_ID_");
    return new SourceProcessHistory(
        id,
        row.text("PROC_DEF_ID_"),
        row.text("BUSINESS_KEY_"),
        row.text("TENANT_ID_"),
        row.text("START_ACT_ID_"),
        row.instant("START_TIME_"),
        new Called(rootId == null ? id : rootId, row.text("SUPER_PROCESS_INSTANCE_ID_")),
        new End(row.instant("END_TIME_"), row.text("STATE_"), row.text("DELETE_REASON_")));
  }

  public boolean hasEnded() {
    return end.at() != null;
  }
}
