package dev.outwork.mover.source;

import java.sql.SQLException;

/**
 * One version of a process, a decision, or the requirements of decisions.
 *
 * @param requirements of a decision
 */
public record SourceDeployed(
    String id,
    String key,
    int version,
    String tenantId,
    String deploymentId,
    String resourceName,
    Details details,
    Requirements requirements) {
  /** What it says of itself. */
  public record Details(
      String name, String category, String versionTag, Long historyTimeToLive, boolean suspended) {}

  /** The graph that a decision belongs to; both null for none. */
  public record Requirements(String id, String key) {}

  static SourceDeployed read(SourceRow row) throws SQLException {
    return new SourceDeployed(
        row.text("ID_"),
        row.text("KEY_"),
        Math.toIntExact(row.number("VERSION_")),
        row.text("TENANT_ID_"),
        row.text("DEPLOYMENT_ID_"),
        row.text("RESOURCE_NAME_"),
        new Details(
            row.text("NAME_"),
            row.text("CATEGORY_"),
            row.text("VERSION_TAG_"),
            row.number("HISTORY_TTL_"),
            row.isSuspended()),
        new Requirements(row.text("DEC_REQ_ID_"), row.text("DEC_REQ_KEY_")));
  }
}
