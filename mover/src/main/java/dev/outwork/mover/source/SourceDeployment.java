package dev.outwork.mover.source;

import java.sql.SQLException;
import java.time.Instant;

/** Files that were deployed together. */
public record SourceDeployment(
    String id, String name, String source, String tenantId, Instant deployedAt) {
  static SourceDeployment read(SourceRow row) throws SQLException {
    return new SourceDeployment(
        row.text("ID_"),
        row.text("NAME_"),
        row.text("SOURCE_"),
        row.text("TENANT_ID_"),
        row.instant("DEPLOY_TIME_"));
  }
}
