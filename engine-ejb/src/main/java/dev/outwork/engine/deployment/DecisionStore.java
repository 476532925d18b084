package dev.outwork.engine.deployment;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Decision definitions and their documents. */
@Collaborator
@Dependent
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

  private static final VersionStatements VERSIONS = new VersionStatements(COLUMNS);

  private static final Statement OF_RESOURCE =
      Statement.of(
          COLUMNS
              + """
                 where d.deployment_id = :deploymentId
                   and d.resource_name = :resource
                """);

  private static final Statement DOCUMENT =
      Statement.of(
          """
          select r.content
            from decision_definition d
            join deployment_resource r
              on r.deployment_id = d.deployment_id
             and r.name = d.resource_name
           where d.id = :id
          """);

  private static final Statement SET_HISTORY_TIME_TO_LIVE =
      Statement.of(
          """
          update decision_definition
             set history_time_to_live = :days
           where id = :id
          """);

  private static final List<Statement> DELETE_OF_DEPLOYMENT =
      List.of(
          Statement.of("delete from decision_definition where deployment_id = :deploymentId"),
          Statement.of(
              "delete from decision_requirements_definition where deployment_id = :deploymentId"));

  private final Sql sql;

  @Inject
  DecisionStore(Sql sql) {
    this.sql = sql;
  }

  public Optional<DecisionDefinition> find(String id) {
    return sql.row(VERSIONS.byId(id), DecisionStore::definition);
  }

  /** Throws {@link NotFoundException} if there is no definition with this id. */
  public DecisionDefinition existing(String id) {
    return find(id).orElseThrow(() -> missing(id));
  }

  /** No definition has this id. */
  public static NotFoundException missing(String id) {
    return new NotFoundException(
        "no deployed decision definition found with id '%s': decisionDefinition is null"
            .formatted(id));
  }

  /** The latest version of a key within a tenant; null stands for no tenant. */
  public Optional<DecisionDefinition> latest(String key, String tenantId) {
    return sql.row(VERSIONS.latest(key, tenantId), DecisionStore::definition);
  }

  /** The definition of a key in a deployment. */
  public Optional<DecisionDefinition> ofDeployment(String key, String deploymentId) {
    return sql.row(VERSIONS.ofDeployment(key, deploymentId), DecisionStore::definition);
  }

  /** One version of a key within a tenant; null stands for no tenant. */
  public Optional<DecisionDefinition> ofVersion(String key, int version, String tenantId) {
    return sql.row(VERSIONS.ofVersion(key, version, tenantId), DecisionStore::definition);
  }

  /** The latest version with a tag within a tenant; null stands for no tenant. */
  public Optional<DecisionDefinition> ofVersionTag(String key, String versionTag, String tenantId) {
    return sql.row(VERSIONS.ofVersionTag(key, versionTag, tenantId), DecisionStore::definition);
  }

  /** All decisions of a definition's document. */
  List<DecisionDefinition> ofSameDocument(DecisionDefinition definition) {
    return sql.rows(
        OF_RESOURCE
            .with("deploymentId", definition.deploymentId())
            .with("resource", definition.resource()),
        DecisionStore::definition);
  }

  /** The document of a definition. */
  public Optional<byte[]> document(String id) {
    return sql.row(DOCUMENT.with("id", id), row -> row.bytes("content"));
  }

  /** False if there is no such definition. */
  public boolean setHistoryTimeToLive(String id, Integer days) {
    return sql.update(SET_HISTORY_TIME_TO_LIVE.with("id", id).with("days", days)) == 1;
  }

  void deleteOfDeployment(String deploymentId) {
    DELETE_OF_DEPLOYMENT.forEach(
        statement -> sql.update(statement.with("deploymentId", deploymentId)));
  }

  private static DecisionDefinition definition(Row row) {
    return DecisionDefinitionEntity.read(row).toDecisionDefinition();
  }
}
