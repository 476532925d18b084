package dev.outwork.engine.decision;

import dev.outwork.api.decision.DecisionDefinition;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.decision.DecisionRecord.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** Decisions that were evaluated: one row for each. */
@ApplicationScoped
public class DecisionInstanceStore {
  private static final Insert<DecisionRecord> INSERT =
      new Insert<>(
          """
          insert into decision_instance
                 (id, decision_definition_id, definition_key, definition_name, requirements_id, requirements_key, root_id,
                  evaluated_at, process_definition_id, process_definition_key, process_instance_id,
                  root_process_instance_id, activity_id, activity_instance_id, tenant_id, user_id, collect_result, inputs, outputs)
          values <rows>
          """,
          DecisionInstanceStore::values);

  private static final String DELETE_OF_PROCESS_INSTANCES =
      """
      delete from decision_instance
       where process_instance_id in (<ids>)
      """;

  private static final String DELETE_OF_DEPLOYMENT =
      """
      delete from decision_instance
       where decision_definition_id in (select d.id
                                          from decision_definition d
                                         where d.deployment_id = :deploymentId)
      """;

  private static final String EXPIRING =
      """
      select d.id,
             d.history_time_to_live
        from decision_definition d
       where d.history_time_to_live is not null
      """;

  private static final String DELETE_EXPIRED =
      """
      delete from decision_instance
       where decision_definition_id = :id
         and evaluated_at < :until
         and process_instance_id is null        -- those of a process go with its instance
      """;

  private final Sql sql;

  /** For the container's proxy. */
  protected DecisionInstanceStore() {
    this(null);
  }

  @Inject
  DecisionInstanceStore(Sql sql) {
    this.sql = sql;
  }

  /** Writes them with all else that is gathered. */
  public void insert(Collection<DecisionRecord> records, Writes writes) {
    writes.insert(INSERT, records);
  }

  void insert(Collection<DecisionRecord> records) {
    Writes writes = sql.writes();
    insert(records, writes);
    writes.send();
  }

  /** Those that were evaluated for process instances. */
  public void deleteOf(List<String> processInstanceIds) {
    for (List<String> some : Portions.of(processInstanceIds)) {
      sql.tell(
          handle ->
              handle.createUpdate(DELETE_OF_PROCESS_INSTANCES).bindList("ids", some).execute());
    }
  }

  /** Those that clients have asked for, longer ago than their definition wants to know of. */
  public void deleteExpired(Instant now) {
    List<Expiring> expiring =
        sql.rows(
            EXPIRING, row -> new Expiring(row.text("id"), row.integer("history_time_to_live")));
    sql.tell(
        handle ->
            expiring.forEach(
                definition ->
                    handle
                        .createUpdate(DELETE_EXPIRED)
                        .bind("id", definition.id())
                        .bind("until", now.minus(Duration.ofDays(definition.days())))
                        .execute()));
  }

  private record Expiring(String id, int days) {}

  void deleteOfDeployment(String deploymentId) {
    sql.tell(
        handle ->
            handle.createUpdate(DELETE_OF_DEPLOYMENT).bind("deploymentId", deploymentId).execute());
  }

  private static List<Object> values(DecisionRecord record) {
    DecisionDefinition definition = record.definition();
    Caller caller = record.caller();
    return Arrays.asList(
        record.id(),
        definition.id(),
        definition.key(),
        definition.name(),
        definition.decisionRequirementsDefinitionId(),
        definition.decisionRequirementsDefinitionKey(),
        record.rootId(),
        OffsetDateTime.ofInstant(record.evaluatedAt(), ZoneOffset.UTC),
        caller.processDefinitionId(),
        caller.processDefinitionKey(),
        caller.processInstanceId(),
        caller.rootProcessInstanceId(),
        caller.activityId(),
        caller.activityInstanceId(),
        caller.tenantId(),
        caller.userId(),
        record.evaluated().collectResult(),
        Clauses.write(record.evaluated().inputs()),
        Clauses.write(record.evaluated().outputs()));
  }
}
