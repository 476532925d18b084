package dev.outwork.engine.job;

import dev.outwork.api.job.StatisticsRequest;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.List;

/** The queries of statistics. */
@Collaborator
public class StatisticsStore {
  // A scope is not counted in addition to the activities running inside it.
  private static final Statement TOKENS_BY_ACTIVITY =
      Statement.of(
          """
          select a.activity_id as counted,
                 count(*) as number
            from process_instance i
            join activity_instance a
              on a.process_instance_id = i.id
           where i.process_definition_id = :definitionId
             and i.ended_at is null
             and a.ended_at is null
             and not exists (select 1
                               from activity_instance inside
                              where inside.process_instance_id = i.id
                                and inside.parent_id = a.id
                                and inside.ended_at is null)
           group by a.activity_id
          """);

  private static final Statement INSTANCES_BY_DEFINITION =
      Statement.of(
          """
          select i.process_definition_id as counted,
                 count(*) as number
            from process_instance i
           where i.ended_at is null
           group by i.process_definition_id
          """);

  private static final Statement FAILED_JOBS_BY_ACTIVITY =
      Statement.of(
          """
          select j.activity_id as counted,
                 count(*) as number
            from job j
           where j.process_definition_id = :definitionId
             and j.retries = 0
             and j.activity_id is not null
           group by j.activity_id
          """);

  private static final Statement FAILED_JOBS_BY_DEFINITION =
      Statement.of(
          """
          select j.process_definition_id as counted,
                 count(*) as number
            from job j
           where j.retries = 0
             and j.process_definition_id is not null
           group by j.process_definition_id
          """);

  private static final String CHOSEN =
      """
         and i.state = 'OPEN'
         and (:incidents <> 'OF_TYPE' or i.type = :type)
         and (:incidents <> 'ROOT' or i.root_cause_incident_id = i.id)
      """;

  private static final Statement INCIDENTS_BY_ACTIVITY =
      Statement.of(
          """
          select i.activity_id as counted,
                 i.type,
                 count(*) as number
            from incident i
           where i.process_definition_id = :definitionId
             and i.activity_id is not null
          """
              + CHOSEN
              + " group by i.activity_id, i.type");

  private static final Statement INCIDENTS_BY_DEFINITION =
      Statement.of(
          """
          select i.process_definition_id as counted,
                 i.type,
                 count(*) as number
            from incident i
           where i.process_definition_id is not null
          """
              + CHOSEN
              + " group by i.process_definition_id, i.type");

  private final Sql sql;

  /** A count. */
  public record Count(String counted, int number) {
    static Count read(Row row) {
      return new Count(row.text("counted"), row.integer("number"));
    }
  }

  /** A count of incidents of one type. */
  public record IncidentCount(String counted, String type, int number) {
    static IncidentCount read(Row row) {
      return new IncidentCount(row.text("counted"), row.text("type"), row.integer("number"));
    }
  }

  @Inject
  StatisticsStore(Sql sql) {
    this.sql = sql;
  }

  List<Count> tokensByActivity(String definitionId) {
    return sql.rows(TOKENS_BY_ACTIVITY.with("definitionId", definitionId), Count::read);
  }

  List<Count> failedJobsByActivity(String definitionId) {
    return sql.rows(FAILED_JOBS_BY_ACTIVITY.with("definitionId", definitionId), Count::read);
  }

  List<Count> instancesByDefinition() {
    return sql.rows(INSTANCES_BY_DEFINITION, Count::read);
  }

  List<Count> failedJobsByDefinition() {
    return sql.rows(FAILED_JOBS_BY_DEFINITION, Count::read);
  }

  List<IncidentCount> incidentsByActivity(String definitionId, StatisticsRequest request) {
    return incidents(INCIDENTS_BY_ACTIVITY.with("definitionId", definitionId), request);
  }

  List<IncidentCount> incidentsByDefinition(StatisticsRequest request) {
    return incidents(INCIDENTS_BY_DEFINITION, request);
  }

  private List<IncidentCount> incidents(Statement statement, StatisticsRequest request) {
    String type = request.incidentType() == null ? "" : request.incidentType();
    return sql.rows(
        statement.with("incidents", request.incidents()).with("type", type), IncidentCount::read);
  }
}
