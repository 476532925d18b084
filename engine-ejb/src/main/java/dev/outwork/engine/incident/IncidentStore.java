package dev.outwork.engine.incident;

import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.incident.NewIncident.Location;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Incidents in the database. */
@Collaborator
public class IncidentStore {
  private static final Insert<Opened> OPEN =
      Insert.<Opened>into("incident")
          .column("id", opened -> opened.incident().id())
          .column("type", opened -> opened.incident().type())
          .column("state", opened -> "OPEN")
          .column("process_instance_id", opened -> opened.incident().at().processInstanceId())
          .column("process_definition_id", opened -> opened.incident().at().processDefinitionId())
          .column("definition_key", opened -> opened.incident().at().definitionKey())
          .column("execution_id", opened -> opened.incident().at().executionId())
          .column("activity_id", opened -> opened.incident().at().activityId())
          .column("failed_activity_id", opened -> opened.incident().at().activityId())
          .column("cause_incident_id", Opened::causeId)
          .column("root_cause_incident_id", Opened::rootCauseId)
          .column("configuration", opened -> opened.incident().cause().configuration())
          .column("message", opened -> opened.incident().cause().message())
          .column(
              "history_configuration", opened -> opened.incident().cause().historyConfiguration())
          .column("tenant_id", opened -> opened.incident().at().tenantId())
          .column("created_at", opened -> opened.incident().createdAt());

  // docs/rest-api.md, "Retries and incidents": a caller has the incidents of the instances that it
  // called.
  private static final Statement CALLER_OF =
      Statement.of(
          """
          select c.process_instance_id,
                 i.process_definition_id,
                 i.definition_key,
                 c.id as execution_id,
                 c.activity_id,
                 i.tenant_id
            from process_instance called
            join activity_instance c
              on c.id = called.super_activity_id
            join process_instance i
              on i.id = c.process_instance_id
           where called.id = :id
          """);

  private static final Statement END =
      Statement.of(
          """
          update incident
             set state = :state,
                 ended_at = :now
           where state = 'OPEN'
             and root_cause_incident_id in (select cause.id
                                              from incident cause
                                             where cause.configuration in (:configurations)
                                               and cause.state = 'OPEN')
          """);

  private static final Statement DELETE_AT =
      Statement.of(
          """
          update incident
             set state = 'DELETED',
                 ended_at = :now
           where state = 'OPEN'
             and root_cause_incident_id in (select cause.id
                                              from incident cause
                                             where cause.execution_id in (:executionIds)
                                               and cause.state = 'OPEN')
          """);

  private static final Statement RESOLVE =
      Statement.of(
          """
          update incident
             set state = 'RESOLVED',
                 ended_at = :now
           where id = :id
             and state = 'OPEN'
          """);

  // Each caller has one incident for each of the called instance.
  private static final Statement PASSED_ON =
      Statement.of(
          """
          select i.id
            from incident i
           where i.root_cause_incident_id = :rootCauseId
             and i.cause_incident_id = :id
             and i.id <> :id
             and i.state = 'OPEN'
          """);

  private static final Statement ANNOTATE =
      Statement.of(
          """
          update incident
             set annotation = :annotation
           where id = :id
             and state = 'OPEN'
          """);

  private static final Statement OPEN_OF_INSTANCE =
      Statement.of(
          """
          select i.id,
                 i.execution_id,
                 i.activity_id
            from incident i
           where i.process_instance_id = :processInstanceId
             and i.state = 'OPEN'
           order by i.id
          """);

  private static final Statement DELETE_OF_INSTANCES =
      Statement.of(
          """
          delete from incident
           where process_instance_id in (:processInstanceIds)
          """);

  private final Sql sql;

  /** An open incident and its activity. */
  public record OpenIncident(String id, String executionId, String activityId) {
    static OpenIncident read(Row row) {
      return new OpenIncident(row.text("id"), row.text("execution_id"), row.text("activity_id"));
    }
  }

  @Inject
  IncidentStore(Sql sql) {
    this.sql = sql;
  }

  /** An incident beside those that it comes from, which may be itself. */
  private record Opened(NewIncident incident, String causeId, String rootCauseId) {}

  /** Opens an incident, and one at each call activity above it. */
  public void open(NewIncident incident) {
    insert(new Opened(incident, incident.id(), incident.id()));
    NewIncident cause = incident;
    for (Optional<Location> caller = callerOf(incident.at());
        caller.isPresent();
        caller = callerOf(caller.get())) {
      NewIncident passedOn = cause.passedOnTo(caller.get());
      insert(new Opened(passedOn, cause.id(), incident.id()));
      cause = passedOn;
    }
  }

  private void insert(Opened incident) {
    sql.insert(OPEN, List.of(incident));
  }

  /** The running call activity that called the instance. */
  private Optional<Location> callerOf(Location called) {
    return sql.row(CALLER_OF.with("id", called.processInstanceId()), Location::read);
  }

  /** The open incidents of an instance. */
  public List<OpenIncident> openOf(String processInstanceId) {
    return sql.rows(
        OPEN_OF_INSTANCE.with("processInstanceId", processInstanceId), OpenIncident::read);
  }

  /** Resolves one incident, and the incidents that it caused in callers. */
  void resolve(String id, String rootCauseId, Instant now) {
    for (Optional<String> next = Optional.of(id);
        next.isPresent();
        next = passedOn(next.get(), rootCauseId)) {
      sql.update(RESOLVE.with("id", next.get()).with("now", now));
    }
  }

  private Optional<String> passedOn(String id, String rootCauseId) {
    return sql.text(PASSED_ON.with("id", id).with("rootCauseId", rootCauseId));
  }

  /**
   * Annotates an open incident, or removes the annotation if it is null; false if no such incident
   * is open.
   */
  boolean annotate(String id, String annotation) {
    return sql.update(ANNOTATE.with("id", id).with("annotation", annotation)) == 1;
  }

  /** Resolves the incidents of these elements. */
  public void resolve(Collection<String> configurations, Instant now) {
    end(configurations, "RESOLVED", now);
  }

  /** Deletes the incidents of these elements. */
  public void delete(Collection<String> configurations, Instant now) {
    end(configurations, "DELETED", now);
  }

  /** Deletes the incidents of activities that have ended. */
  public void deleteAt(Collection<String> executionIds, Instant now) {
    sql.update(DELETE_AT.with("executionIds", List.copyOf(executionIds)).with("now", now));
  }

  /** Deletes the history of incidents of instances that are deleted permanently. */
  public void forget(List<String> processInstanceIds) {
    sql.update(DELETE_OF_INSTANCES.with("processInstanceIds", processInstanceIds));
  }

  private void end(Collection<String> configurations, String state, Instant now) {
    if (configurations.isEmpty()) {
      return;
    }
    sql.update(
        END.with("configurations", List.copyOf(configurations))
            .with("state", state)
            .with("now", now));
  }
}
