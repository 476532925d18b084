package dev.outwork.mover.destination;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Deployments and definitions in the target. */
public final class TargetDefinitions {
  // Held by whoever counts versions.
  private static final String HOLD =
      "select l.name from engine_lock l where l.name = 'deployment' for update";
  private static final String DEPLOYMENTS = "select d.id from deployment d";
  private static final String PROCESSES =
      """
      select d.id, d.definition_key, d.version, d.tenant_id, d.deployment_id, d.resource_name,
             p.code_becomes_topics
        from process_definition d
        join deployment p
          on p.id = d.deployment_id
      """;
  private static final String CONTENT =
      "select r.content from deployment_resource r where r.deployment_id = ? and r.name = ?";

  private static final String INSERT_DEPLOYMENT =
      """
      insert into deployment (id, name, source, tenant_id, deployed_at, code_becomes_topics)
      values (?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_RESOURCE =
      "insert into deployment_resource (id, deployment_id, name, content) values (?, ?, ?, ?)";
  private static final String INSERT_PROCESS =
      """
      insert into process_definition (id, definition_key, version, name, category, description,
             version_tag, tenant_id, deployment_id, resource_name, suspended,
             history_time_to_live, startable_in_tasklist)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_STARTER =
      """
      insert into candidate_starter (id, process_definition_id, user_id, group_id)
      values (?, ?, ?, ?)
      """;
  private static final String INSERT_REQUIREMENTS =
      """
      insert into decision_requirements_definition (id, definition_key, version, name, category,
             tenant_id, deployment_id, resource_name)
      values (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_DECISION =
      """
      insert into decision_definition (id, definition_key, version, name, category, version_tag,
             tenant_id, deployment_id, resource_name, history_time_to_live, requirements_id,
             requirements_key)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private final TargetSession session;

  /** One version of a process that is there. */
  public record Deployed(
      String id,
      String key,
      int version,
      String tenantId,
      String deploymentId,
      String resourceName,
      boolean codeBecomesTopics) {}

  public TargetDefinitions(TargetSession session) {
    this.session = session;
  }

  /** Lets nobody else deploy until the transaction ends. */
  public void hold() {
    session.query(HOLD, List.of(), row -> {});
  }

  public List<String> deploymentIds() {
    List<String> found = new ArrayList<>();
    session.query(DEPLOYMENTS, List.of(), row -> found.add(row.getString(1)));
    return found;
  }

  public List<Deployed> processes() {
    List<Deployed> found = new ArrayList<>();
    session.query(PROCESSES, List.of(), row -> found.add(deployed(row)));
    return found;
  }

  /** Ids of decisions and of their requirements. */
  public List<String> decisionIds() {
    List<String> found = new ArrayList<>();
    session.query(
        """
        select d.id from decision_definition d
        union all
        select r.id from decision_requirements_definition r
        """,
        List.of(),
        row -> found.add(row.getString(1)));
    return found;
  }

  private static Deployed deployed(java.sql.ResultSet row) throws SQLException {
    return new Deployed(
        row.getString("id"),
        row.getString("definition_key"),
        row.getInt("version"),
        row.getString("tenant_id"),
        row.getString("deployment_id"),
        row.getString("resource_name"),
        row.getBoolean("code_becomes_topics"));
  }

  /** Whether a definition was deployed from exactly this document. */
  public boolean isOf(Deployed definition, byte[] document) {
    List<Boolean> same = new ArrayList<>();
    session.query(
        CONTENT,
        List.of(definition.deploymentId(), definition.resourceName()),
        row -> same.add(Arrays.equals(row.getBytes(1), document)));
    return same.contains(true);
  }

  public void addDeployment(
      String id,
      String name,
      String source,
      String tenantId,
      Instant deployedAt,
      boolean codeBecomesTopics) {
    insert(INSERT_DEPLOYMENT, id, name, source, tenantId, deployedAt, codeBecomesTopics);
  }

  public void addResources(
      String deploymentId, Map<String, String> ids, Map<String, byte[]> files) {
    files.forEach(
        (name, content) -> insert(INSERT_RESOURCE, ids.get(name), deploymentId, name, content));
  }

  /** The values in the order of the columns of {@code process_definition}. */
  public void addProcess(Object... values) {
    insert(INSERT_PROCESS, values);
  }

  /** Either the user or the group is null. */
  public void addStarter(String id, String definitionId, String userId, String groupId) {
    insert(INSERT_STARTER, id, definitionId, userId, groupId);
  }

  public void addRequirements(Object... values) {
    insert(INSERT_REQUIREMENTS, values);
  }

  public void addDecision(Object... values) {
    insert(INSERT_DECISION, values);
  }

  private void insert(String sql, Object... values) {
    session.update(sql, Arrays.asList(values));
  }
}
