package dev.outwork.mover.source;

import java.sql.SQLException;

/**
 * A node of the tree of executions.
 *
 * @param activityId null where tokens move inside
 * @param activityInstanceId of the activity that was entered last, here or inside
 */
public record SourceExecution(
    String id,
    String processInstanceId,
    String rootId,
    String parentId,
    String superId,
    String definitionId,
    String activityId,
    String activityInstanceId,
    String businessKey,
    String tenantId,
    Kind kind,
    boolean suspended) {
  /** What makes it an execution of its own. */
  public record Kind(boolean concurrent, boolean scope, boolean eventScope) {}

  static SourceExecution read(SourceRow row) throws SQLException {
    String processInstanceId = row.text("PROC_INST_ID_");
    String rootId = row.text("ROOT_PROC_INST_ID_");
    return new SourceExecution(
        row.text("ID_"),
        processInstanceId,
        rootId == null ? processInstanceId : rootId,
        row.text("PARENT_ID_"),
        row.text("SUPER_EXEC_"),
        row.text("PROC_DEF_ID_"),
        row.text("ACT_ID_"),
        row.text("ACT_INST_ID_"),
        row.text("BUSINESS_KEY_"),
        row.text("TENANT_ID_"),
        new Kind(row.flag("IS_CONCURRENT_"), row.flag("IS_SCOPE_"), row.flag("IS_EVENT_SCOPE_")),
        row.isSuspended());
  }

  public boolean isProcessInstance() {
    return parentId == null;
  }
}
