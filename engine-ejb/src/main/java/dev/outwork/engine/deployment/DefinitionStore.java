package dev.outwork.engine.deployment;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Process definitions in the database, for the start of instances. */
@Collaborator
@Dependent
public class DefinitionStore {
  private static final String COLUMNS =
      """
      select d.id,
             d.definition_key,
             d.category,
             d.description,
             d.name,
             d.version,
             d.resource_name,
             d.deployment_id,
             d.suspended,
             d.tenant_id,
             d.version_tag,
             d.history_time_to_live,
             d.startable_in_tasklist
        from process_definition d
      """;

  private static final VersionStatements VERSIONS = new VersionStatements(COLUMNS);

  private static final Statement ALL = Statement.of(COLUMNS + " order by d.id");

  private static final Statement ONE_AT_A_TIME =
      Statement.of(
          """
          select l.name
            from engine_lock l
           where l.name = 'deployment'
             for update
          """);

  // The versions that become the latest without these, if one of these is the latest now.
  private static final Statement LATEST_WITHOUT =
      Statement.of(
          """
          select distinct d.id
            from process_definition d
            join process_definition gone
              on gone.definition_key = d.definition_key
             and coalesce(gone.tenant_id, '') = coalesce(d.tenant_id, '')
             and gone.version > d.version
           where gone.id in (:definitionIds)
             and d.id not in (:definitionIds)
             and not exists (select 1
                               from process_definition newer
                              where newer.definition_key = d.definition_key
                                and coalesce(newer.tenant_id, '') = coalesce(d.tenant_id, '')
                                and newer.version > d.version
                                and newer.id not in (:definitionIds))
           order by d.id
          """);

  private static final Statement IDS_OF_DEPLOYMENT =
      Statement.of(
          """
          select d.id
            from process_definition d
           where d.deployment_id = :deploymentId
          """);

  private static final Statement IDS_OF_KEY =
      Statement.of(
          """
          select d.id
            from process_definition d
           where d.definition_key = :key
          """);

  private static final Statement IDS_OF_KEY_AND_TENANT =
      Statement.of(
          """
          select d.id
            from process_definition d
           where d.definition_key = :key
             and coalesce(d.tenant_id, '') = :tenantId
          """);

  private static final Statement HOLD =
      Statement.of(
          """
          select d.id
            from process_definition d
           where d.id in (:ids)
           order by d.id
             for update
          """);

  private static final Statement SET_SUSPENDED =
      Statement.of(
          """
          update process_definition
             set suspended = :suspended
           where id in (:ids)
          """);

  private static final Statement SET_HISTORY_TIME_TO_LIVE =
      Statement.of(
          """
          update process_definition
             set history_time_to_live = :days
           where id = :id
          """);

  private static final Statement DELETE =
      Statement.of(
          """
          delete from process_definition
           where id in (:ids)
          """);

  private static final Statement DOCUMENT =
      Statement.of(
          """
          select r.content, e.code_becomes_topics
            from process_definition d
            join deployment e
              on e.id = d.deployment_id
            join deployment_resource r
              on r.deployment_id = d.deployment_id
             and r.name = d.resource_name
           where d.id = :id
          """);

  private static final Statement FILE =
      Statement.of(
          """
          select r.content
            from deployment_resource r
           where r.deployment_id = :deploymentId
             and r.name = :name
          """);

  private static final List<Statement> DELETE_DEPLOYMENT =
      List.of(
          Statement.of("delete from deployment_resource where deployment_id = :id"),
          Statement.of("delete from deployment where id = :id"));

  private final Sql sql;

  @Inject
  DefinitionStore(Sql sql) {
    this.sql = sql;
  }

  public Optional<ProcessDefinition> find(String id) {
    return sql.row(VERSIONS.byId(id), DefinitionStore::definition);
  }

  /** Throws {@link NotFoundException} if there is no definition with this id. */
  public ProcessDefinition existing(String id) {
    return find(id).orElseThrow(() -> missing(id));
  }

  /** No definition has this id. */
  public static NotFoundException missing(String id) {
    return new NotFoundException("Process definition with id '%s' does not exist".formatted(id));
  }

  /** The latest version of a key within a tenant; null stands for no tenant. */
  public Optional<ProcessDefinition> latest(String key, String tenantId) {
    return sql.row(VERSIONS.latest(key, tenantId), DefinitionStore::definition);
  }

  /** The definition of a key in a deployment. */
  public Optional<ProcessDefinition> ofDeployment(String key, String deploymentId) {
    return sql.row(VERSIONS.ofDeployment(key, deploymentId), DefinitionStore::definition);
  }

  /** One version of a key within a tenant; null stands for no tenant. */
  public Optional<ProcessDefinition> ofVersion(String key, int version, String tenantId) {
    return sql.row(VERSIONS.ofVersion(key, version, tenantId), DefinitionStore::definition);
  }

  /** The latest version with a tag within a tenant; null stands for no tenant. */
  public Optional<ProcessDefinition> ofVersionTag(String key, String versionTag, String tenantId) {
    return sql.row(VERSIONS.ofVersionTag(key, versionTag, tenantId), DefinitionStore::definition);
  }

  /**
   * The definition that a call selects.
   *
   * @param caller whose call it is
   * @param version the version or the version tag; null for the other bindings
   */
  public Optional<ProcessDefinition> bound(
      ProcessDefinition caller, Binding binding, String key, String version, String tenantId) {
    return switch (binding) {
      case LATEST -> latest(key, tenantId);
      case DEPLOYMENT -> ofDeployment(key, caller.deploymentId());
      case VERSION ->
          version.matches("\\d{1,9}")
              ? ofVersion(key, Integer.parseInt(version), tenantId)
              : Optional.empty();
      case VERSION_TAG -> ofVersionTag(key, version, tenantId);
    };
  }

  /** All definitions, by id. */
  public List<ProcessDefinition> all() {
    return sql.rows(ALL, DefinitionStore::definition);
  }

  /** A file, and whether its code becomes external tasks. */
  record Document(byte[] content, boolean codeBecomesTopics) {
    static Document read(Row row) {
      return new Document(row.bytes("content"), row.flag("code_becomes_topics"));
    }
  }

  /** The file of a definition. */
  Optional<Document> document(String id) {
    return sql.row(DOCUMENT.with("id", id), Document::read);
  }

  /** A file of a deployment. */
  public Optional<byte[]> file(String deploymentId, String name) {
    return sql.row(
        FILE.with("deploymentId", deploymentId).with("name", name), row -> row.bytes("content"));
  }

  /**
   * Blocks other deployments until the end of the transaction, so that versions are consecutive.
   */
  void holdDeployments() {
    sql.texts(ONE_AT_A_TIME);
  }

  /** The definitions that become the latest when these are deleted. */
  public List<String> latestWithout(List<String> definitionIds) {
    return sql.texts(LATEST_WITHOUT.with("definitionIds", definitionIds));
  }

  List<String> idsOfDeployment(String deploymentId) {
    return sql.texts(IDS_OF_DEPLOYMENT.with("deploymentId", deploymentId));
  }

  /** All versions of a key within a tenant; null stands for no tenant. */
  List<String> idsOfKey(String key, String tenantId) {
    return sql.texts(
        IDS_OF_KEY_AND_TENANT.with("key", key).with("tenantId", tenantId == null ? "" : tenantId));
  }

  /** All versions of a key, of all tenants and without tenant. */
  List<String> idsOfKey(String key) {
    return sql.texts(IDS_OF_KEY.with("key", key));
  }

  /** Locks rows in the order of their ids, so that concurrent changes cannot deadlock. */
  void setSuspended(List<String> ids, boolean suspended) {
    sql.texts(HOLD.with("ids", ids));
    sql.update(SET_SUSPENDED.with("ids", ids).with("suspended", suspended));
  }

  /** False if there is no such definition. */
  boolean setHistoryTimeToLive(String id, Integer days) {
    return sql.update(SET_HISTORY_TIME_TO_LIVE.with("id", id).with("days", days)) == 1;
  }

  void delete(List<String> ids) {
    sql.update(DELETE.with("ids", ids));
  }

  void deleteDeployment(String id) {
    DELETE_DEPLOYMENT.forEach(statement -> sql.update(statement.with("id", id)));
  }

  private static ProcessDefinition definition(Row row) {
    return ProcessDefinitionEntity.read(row).toProcessDefinition();
  }
}
