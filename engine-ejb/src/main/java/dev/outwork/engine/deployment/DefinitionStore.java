package dev.outwork.engine.deployment;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Process definitions in the database, for the start of instances. */
@ApplicationScoped
public class DefinitionStore {
  private static final String COLUMNS =
      """
      select d.id,
             d.definition_key as "key",
             d.category,
             d.description,
             d.name,
             d.version,
             d.resource_name as resource,
             d.deployment_id,
             d.suspended,
             d.tenant_id,
             d.version_tag,
             d.history_time_to_live,
             d.startable_in_tasklist
        from process_definition d
      """;

  private static final String BY_ID = COLUMNS + " where d.id = ?";

  private static final String ALL = COLUMNS + " order by d.id";

  private static final String LATEST_OF_TENANT =
      COLUMNS
          + """
             where d.definition_key = ?
               and d.tenant_id = ?
             order by d.version desc
             limit 1
            """;

  private static final String LATEST_WITHOUT_TENANT =
      COLUMNS
          + """
             where d.definition_key = ?
               and d.tenant_id is null
             order by d.version desc
             limit 1
            """;

  private static final String OF_DEPLOYMENT =
      COLUMNS
          + """
             where d.definition_key = ?
               and d.deployment_id = ?
            """;

  private static final String OF_VERSION =
      COLUMNS
          + """
             where d.definition_key = ?
               and coalesce(d.tenant_id, '') = ?
               and d.version = ?
            """;

  private static final String OF_VERSION_TAG =
      COLUMNS
          + """
             where d.definition_key = ?
               and coalesce(d.tenant_id, '') = ?
               and d.version_tag = ?
             order by d.version desc
             limit 1
            """;

  private static final String ONE_AT_A_TIME =
      """
      select l.name
        from engine_lock l
       where l.name = 'deployment'
         for update
      """;

  // The versions that become the latest without these, if one of these is the latest now.
  private static final String LATEST_WITHOUT =
      """
      select distinct d.id
        from process_definition d
        join process_definition gone
          on gone.definition_key = d.definition_key
         and coalesce(gone.tenant_id, '') = coalesce(d.tenant_id, '')
         and gone.version > d.version
       where gone.id in (<definitionIds>)
         and d.id not in (<definitionIds>)
         and not exists (select 1
                           from process_definition newer
                          where newer.definition_key = d.definition_key
                            and coalesce(newer.tenant_id, '') = coalesce(d.tenant_id, '')
                            and newer.version > d.version
                            and newer.id not in (<definitionIds>))
       order by d.id
      """;

  private static final String IDS_OF_DEPLOYMENT =
      """
      select d.id
        from process_definition d
       where d.deployment_id = :deploymentId
      """;

  private static final String IDS_OF_KEY =
      """
      select d.id
        from process_definition d
       where d.definition_key = :key
      """;

  private static final String IDS_OF_KEY_AND_TENANT =
      IDS_OF_KEY + " and coalesce(d.tenant_id, '') = :tenantId";

  private static final String SET_SUSPENDED =
      """
      update process_definition
         set suspended = :suspended
       where id = :id
      """;

  private static final String SET_HISTORY_TIME_TO_LIVE =
      """
      update process_definition
         set history_time_to_live = :days
       where id = :id
      """;

  private static final String DELETE =
      """
      delete from process_definition
       where id in (<ids>)
      """;

  private static final String DOCUMENT =
      """
      select r.content, e.code_becomes_topics
        from process_definition d
        join deployment e
          on e.id = d.deployment_id
        join deployment_resource r
          on r.deployment_id = d.deployment_id
         and r.name = d.resource_name
       where d.id = :id
      """;

  private static final String FILE =
      """
      select r.content
        from deployment_resource r
       where r.deployment_id = :deploymentId
         and r.name = :name
      """;

  private final Sql sql;

  /** Required for the container's proxy. */
  protected DefinitionStore() {
    this(null);
  }

  @Inject
  DefinitionStore(Sql sql) {
    this.sql = sql;
  }

  public Optional<ProcessDefinition> find(String id) {
    return sql.row(BY_ID, DefinitionStore::definition, id);
  }

  /** Throws {@link NotFoundException} if there is no definition with this id. */
  public ProcessDefinition existing(String id) {
    return find(id)
        .orElseThrow(
            () ->
                new NotFoundException(
                    "Process definition with id '%s' does not exist".formatted(id)));
  }

  /** The latest version of a key within a tenant; null stands for no tenant. */
  public Optional<ProcessDefinition> latest(String key, String tenantId) {
    return tenantId == null
        ? sql.row(LATEST_WITHOUT_TENANT, DefinitionStore::definition, key)
        : sql.row(LATEST_OF_TENANT, DefinitionStore::definition, key, tenantId);
  }

  /** The definition of a key in a deployment. */
  public Optional<ProcessDefinition> ofDeployment(String key, String deploymentId) {
    return sql.row(OF_DEPLOYMENT, DefinitionStore::definition, key, deploymentId);
  }

  /** One version of a key within a tenant; null stands for no tenant. */
  public Optional<ProcessDefinition> ofVersion(String key, int version, String tenantId) {
    return sql.row(OF_VERSION, DefinitionStore::definition, key, orEmpty(tenantId), version);
  }

  /** The latest version with a tag within a tenant; null stands for no tenant. */
  public Optional<ProcessDefinition> ofVersionTag(String key, String versionTag, String tenantId) {
    return sql.row(OF_VERSION_TAG, DefinitionStore::definition, key, orEmpty(tenantId), versionTag);
  }

  private static String orEmpty(String tenantId) {
    return tenantId == null ? "" : tenantId;
  }

  /** All definitions, by id. */
  public List<ProcessDefinition> all() {
    return sql.rows(ALL, DefinitionStore::definition);
  }

  /** A file, and whether its code becomes external tasks. */
  record Document(byte[] content, boolean codeBecomesTopics) {}

  /** The file of a definition. */
  Optional<Document> document(String id) {
    return sql.ask(
        handle ->
            handle
                .createQuery(DOCUMENT)
                .bind("id", id)
                .map(
                    (row, context) ->
                        new Document(
                            row.getBytes("content"), row.getBoolean("code_becomes_topics")))
                .findOne());
  }

  /** A file of a deployment. */
  public Optional<byte[]> file(String deploymentId, String name) {
    return sql.ask(
        handle ->
            handle
                .createQuery(FILE)
                .bind("deploymentId", deploymentId)
                .bind("name", name)
                .mapTo(byte[].class)
                .findOne());
  }

  /**
   * Blocks other deployments until the end of the transaction, so that versions are consecutive.
   */
  void holdDeployments() {
    sql.ask(handle -> handle.createQuery(ONE_AT_A_TIME).mapTo(String.class).one());
  }

  /** The definitions that become the latest when these are deleted. */
  public List<String> latestWithout(List<String> definitionIds) {
    return sql.ask(
        handle ->
            handle
                .createQuery(LATEST_WITHOUT)
                .bindList("definitionIds", definitionIds)
                .mapTo(String.class)
                .list());
  }

  List<String> idsOfDeployment(String deploymentId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(IDS_OF_DEPLOYMENT)
                .bind("deploymentId", deploymentId)
                .mapTo(String.class)
                .list());
  }

  /** All versions of a key within a tenant; null stands for no tenant. */
  List<String> idsOfKey(String key, String tenantId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(IDS_OF_KEY_AND_TENANT)
                .bind("key", key)
                .bind("tenantId", tenantId == null ? "" : tenantId)
                .mapTo(String.class)
                .list());
  }

  /** All versions of a key, of all tenants and without tenant. */
  List<String> idsOfKey(String key) {
    return sql.ask(
        handle -> handle.createQuery(IDS_OF_KEY).bind("key", key).mapTo(String.class).list());
  }

  /** Locks rows in the order of their ids, so that concurrent changes cannot deadlock. */
  void setSuspended(List<String> ids, boolean suspended) {
    sql.tell(
        handle -> {
          PreparedBatch updates = handle.prepareBatch(SET_SUSPENDED);
          ids.stream()
              .sorted()
              .forEach(id -> updates.bind("id", id).bind("suspended", suspended).add());
          updates.execute();
        });
  }

  /** False if there is no such definition. */
  boolean setHistoryTimeToLive(String id, Integer days) {
    return sql.ask(
            handle ->
                handle
                    .createUpdate(SET_HISTORY_TIME_TO_LIVE)
                    .bind("id", id)
                    .bind("days", days)
                    .execute())
        == 1;
  }

  void delete(List<String> ids) {
    sql.tell(handle -> handle.createUpdate(DELETE).bindList("ids", ids).execute());
  }

  void deleteDeployment(String id) {
    sql.tell(
        handle -> {
          handle.execute("delete from deployment_resource where deployment_id = ?", id);
          handle.execute("delete from deployment where id = ?", id);
        });
  }

  private static ProcessDefinition definition(Row row) throws SQLException {
    return new ProcessDefinition(
        row.text("id"),
        row.text("key"),
        row.text("category"),
        row.text("description"),
        row.text("name"),
        row.integer("version"),
        row.text("resource"),
        row.text("deployment_id"),
        row.flag("suspended"),
        row.text("tenant_id"),
        row.text("version_tag"),
        row.integer("history_time_to_live"),
        row.flag("startable_in_tasklist"));
  }
}
