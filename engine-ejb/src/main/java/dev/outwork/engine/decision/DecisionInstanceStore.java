package dev.outwork.engine.decision;

import dev.outwork.engine.database.Expiry;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Evaluated decisions: one row for each. */
@Collaborator
@Dependent
public class DecisionInstanceStore {
  private static final Insert<DecisionRecord> INSERT =
      Insert.<DecisionRecord>into("decision_instance")
          .column("id", DecisionRecord::id)
          .column("decision_definition_id", record -> record.definition().id())
          .column("definition_key", record -> record.definition().key())
          .column("definition_name", record -> record.definition().name())
          .column(
              "requirements_id", record -> record.definition().decisionRequirementsDefinitionId())
          .column(
              "requirements_key", record -> record.definition().decisionRequirementsDefinitionKey())
          .column("root_id", DecisionRecord::rootId)
          .column("evaluated_at", DecisionRecord::evaluatedAt)
          .column("process_definition_id", record -> record.caller().processDefinitionId())
          .column("process_definition_key", record -> record.caller().processDefinitionKey())
          .column("process_instance_id", record -> record.caller().processInstanceId())
          .column("root_process_instance_id", record -> record.caller().rootProcessInstanceId())
          .column("activity_id", record -> record.caller().activityId())
          .column("activity_instance_id", record -> record.caller().activityInstanceId())
          .column("tenant_id", record -> record.caller().tenantId())
          .column("user_id", record -> record.caller().userId())
          .column("collect_result", record -> record.evaluated().collectResult())
          .column("inputs", record -> Clauses.write(record.evaluated().inputs()))
          .column("outputs", record -> Clauses.write(record.evaluated().outputs()));

  private static final Statement DELETE_OF_PROCESS_INSTANCES =
      Statement.of(
          """
          delete from decision_instance
           where process_instance_id in (:ids)
          """);

  private static final Statement DELETE_OF_DEPLOYMENT =
      Statement.of(
          """
          delete from decision_instance
           where decision_definition_id in (select d.id
                                              from decision_definition d
                                             where d.deployment_id = :deploymentId)
          """);

  private static final Expiry EXPIRY =
      new Expiry(
          Statement.of(
              """
              select d.id,
                     d.history_time_to_live
                from decision_definition d
               where d.history_time_to_live is not null
              """),
          Statement.of(
              """
              delete from decision_instance
               where decision_definition_id = :id
                 and evaluated_at < :until
                 and process_instance_id is null        -- those of a process go with its instance
              """));

  private final Sql sql;

  @Inject
  DecisionInstanceStore(Sql sql) {
    this.sql = sql;
  }

  /** Adds the rows to the collected writes. */
  public void insert(Collection<DecisionRecord> records, Writes writes) {
    writes.insert(INSERT, records);
  }

  void insert(Collection<DecisionRecord> records) {
    sql.insert(INSERT, records);
  }

  /** Deletes the decisions that process instances evaluated. */
  public void deleteOf(List<String> processInstanceIds) {
    sql.updateOf(DELETE_OF_PROCESS_INSTANCES, processInstanceIds);
  }

  /** Deletes the decisions that clients evaluated and whose time to live has expired. */
  public void deleteExpired(Instant now) {
    EXPIRY.delete(sql, now);
  }

  void deleteOfDeployment(String deploymentId) {
    sql.update(DELETE_OF_DEPLOYMENT.with("deploymentId", deploymentId));
  }
}
