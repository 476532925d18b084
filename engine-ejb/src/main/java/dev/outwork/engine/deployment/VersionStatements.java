package dev.outwork.engine.deployment;

import dev.outwork.engine.database.Statement;

/**
 * The statements that find one version of a definition; they are the same for processes and
 * decisions. In each, null stands for no tenant.
 */
final class VersionStatements {
  private static final String OF_KEY_AND_TENANT =
      """
       where d.definition_key = :key
         and coalesce(d.tenant_id, '') = :tenantId
      """;

  private final Statement byId;
  private final Statement latest;
  private final Statement ofVersion;
  private final Statement ofVersionTag;
  private final Statement ofDeployment;

  /**
   * @param columns a query for all definitions, by the alias {@code d}
   */
  VersionStatements(String columns) {
    byId = Statement.of(columns + " where d.id = :id");
    latest = Statement.of(columns + OF_KEY_AND_TENANT + " order by d.version desc limit 1");
    ofVersion = Statement.of(columns + OF_KEY_AND_TENANT + " and d.version = :version");
    ofVersionTag =
        Statement.of(
            columns
                + OF_KEY_AND_TENANT
                + " and d.version_tag = :versionTag order by d.version desc limit 1");
    ofDeployment =
        Statement.of(
            columns + " where d.definition_key = :key and d.deployment_id = :deploymentId");
  }

  Statement byId(String id) {
    return byId.with("id", id);
  }

  Statement latest(String key, String tenantId) {
    return of(latest, key, tenantId);
  }

  Statement ofVersion(String key, int version, String tenantId) {
    return of(ofVersion, key, tenantId).with("version", version);
  }

  /** The latest version with a tag. */
  Statement ofVersionTag(String key, String versionTag, String tenantId) {
    return of(ofVersionTag, key, tenantId).with("versionTag", versionTag);
  }

  Statement ofDeployment(String key, String deploymentId) {
    return ofDeployment.with("key", key).with("deploymentId", deploymentId);
  }

  private static Statement of(Statement statement, String key, String tenantId) {
    return statement.with("key", key).with("tenantId", tenantId == null ? "" : tenantId);
  }
}
