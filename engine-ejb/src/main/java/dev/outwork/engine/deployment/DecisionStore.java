package dev.outwork.engine.deployment;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Decision definitions and their documents. */
@ApplicationScoped
public class DecisionStore {
  private static final String COLUMNS =
      """
      select d.id,
             d.definition_key,
             d.version,
             d.name,
             d.category,
             d.version_tag,
             d.tenant_id,
             d.deployment_id,
             d.resource_name,
             d.history_time_to_live,
             d.requirements_id,
             d.requirements_key
        from decision_definition d
      """;

  private static final String BY_ID = COLUMNS + " where d.id = ?";

  private static final String OF_KEY_AND_TENANT =
      COLUMNS
          + """
             where d.definition_key = ?
               and coalesce(d.tenant_id, '') = ?
            """;

  private static final String LATEST = OF_KEY_AND_TENANT + " order by d.version desc limit 1";

  private static final String OF_VERSION = OF_KEY_AND_TENANT + " and d.version = ?";

  private static final String OF_VERSION_TAG =
      OF_KEY_AND_TENANT + " and d.version_tag = ? order by d.version desc limit 1";

  private static final String OF_DEPLOYMENT =
      COLUMNS
          + """
             where d.definition_key = ?
               and d.deployment_id = ?
            """;

  private static final String OF_RESOURCE =
      COLUMNS
          + """
             where d.deployment_id = ?
               and d.resource_name = ?
            """;

  private static final String DOCUMENT =
      """
      select r.content
        from decision_definition d
        join deployment_resource r
          on r.deployment_id = d.deployment_id
         and r.name = d.resource_name
       where d.id = ?
      """;

  private static final String SET_HISTORY_TIME_TO_LIVE =
      """
      update decision_definition
         set history_time_to_live = :days
       where id = :id
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected DecisionStore() {
    this(null);
  }

  @Inject
  DecisionStore(Sql sql) {
    this.sql = sql;
  }

  public Optional<DecisionDefinition> find(String id) {
    return sql.row(BY_ID, DecisionStore::definition, id);
  }

  /** Throws {@link NotFoundException} if there is no definition with this id. */
  public DecisionDefinition existing(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "no deployed decision definition found with id '%s': decisionDefinition is null"
                        .formatted(id)));
  }

  /** The latest version of a key within a tenant; null stands for no tenant. */
  public Optional<DecisionDefinition> latest(String key, String tenantId) {
    return sql.row(LATEST, DecisionStore::definition, key, orEmpty(tenantId));
  }

  /** The definition of a key in a deployment. */
  public Optional<DecisionDefinition> ofDeployment(String key, String deploymentId) {
    return sql.row(OF_DEPLOYMENT, DecisionStore::definition, key, deploymentId);
  }

  /** One version of a key within a tenant; null stands for no tenant. */
  public Optional<DecisionDefinition> ofVersion(String key, int version, String tenantId) {
    return sql.row(OF_VERSION, DecisionStore::definition, key, orEmpty(tenantId), version);
  }

  /** The latest version with a tag within a tenant; null stands for no tenant. */
  public Optional<DecisionDefinition> ofVersionTag(String key, String versionTag, String tenantId) {
    return sql.row(OF_VERSION_TAG, DecisionStore::definition, key, orEmpty(tenantId), versionTag);
  }

  /** All decisions of a definition's document. */
  List<DecisionDefinition> ofSameDocument(DecisionDefinition definition) {
    return sql.rows(
        OF_RESOURCE, DecisionStore::definition, definition.deploymentId(), definition.resource());
  }

  /** The document of a definition. */
  public Optional<byte[]> document(String id) {
    return sql.row(DOCUMENT, row -> row.bytes("content"), id);
  }

  /** False if there is no such definition. */
  public boolean setHistoryTimeToLive(String id, Integer days) {
    return sql.ask(
            handle ->
                handle
                    .createUpdate(SET_HISTORY_TIME_TO_LIVE)
                    .bind("id", id)
                    .bind("days", days)
                    .execute())
        == 1;
  }

  void deleteOfDeployment(String deploymentId) {
    sql.tell(
        handle -> {
          handle.execute("delete from decision_definition where deployment_id = ?", deploymentId);
          handle.execute(
              "delete from decision_requirements_definition where deployment_id = ?", deploymentId);
        });
  }

  private static String orEmpty(String tenantId) {
    return tenantId == null ? "" : tenantId;
  }

  private static DecisionDefinition definition(Row row) throws SQLException {
    return new DecisionDefinition(
        row.text("id"),
        row.text("definition_key"),
        row.text("category"),
        row.text("name"),
        row.integer("version"),
        row.text("resource_name"),
        row.text("deployment_id"),
        row.text("tenant_id"),
        row.text("requirements_id"),
        row.text("requirements_key"),
        row.integer("history_time_to_live"),
        row.text("version_tag"));
  }
}
