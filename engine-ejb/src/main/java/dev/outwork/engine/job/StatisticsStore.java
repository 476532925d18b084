package dev.outwork.engine.job;

import dev.outwork.api.job.StatisticsRequest;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.Query;

/** The queries of statistics. */
@ApplicationScoped
public class StatisticsStore {
  // A scope is not counted in addition to the activities running inside it.
  private static final String TOKENS_BY_ACTIVITY =
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
      """;

  private static final String INSTANCES_BY_DEFINITION =
      """
      select i.process_definition_id as counted,
             count(*) as number
        from process_instance i
       where i.ended_at is null
       group by i.process_definition_id
      """;

  private static final String FAILED_JOBS_BY_ACTIVITY =
      """
      select j.activity_id as counted,
             count(*) as number
        from job j
       where j.process_definition_id = :definitionId
         and j.retries = 0
         and j.activity_id is not null
       group by j.activity_id
      """;

  private static final String FAILED_JOBS_BY_DEFINITION =
      """
      select j.process_definition_id as counted,
             count(*) as number
        from job j
       where j.retries = 0
         and j.process_definition_id is not null
       group by j.process_definition_id
      """;

  private static final String CHOSEN =
      """
         and i.state = 'OPEN'
         and (:incidents <> 'OF_TYPE' or i.type = :type)
         and (:incidents <> 'ROOT' or i.root_cause_incident_id = i.id)
      """;

  private static final String INCIDENTS_BY_ACTIVITY =
      """
      select i.activity_id as counted,
             i.type,
             count(*) as number
        from incident i
       where i.process_definition_id = :definitionId
         and i.activity_id is not null
      """
          + CHOSEN
          + " group by i.activity_id, i.type";

  private static final String INCIDENTS_BY_DEFINITION =
      """
      select i.process_definition_id as counted,
             i.type,
             count(*) as number
        from incident i
       where i.process_definition_id is not null
      """
          + CHOSEN
          + " group by i.process_definition_id, i.type";

  private final Sql sql;

  /** A count. */
  public record Count(String counted, int number) {}

  /** A count of incidents of one type. */
  public record IncidentCount(String counted, String type, int number) {}

  /** Required for the container's proxy. */
  protected StatisticsStore() {
    this(null);
  }

  @Inject
  StatisticsStore(Sql sql) {
    this.sql = sql;
  }

  List<Count> tokensByActivity(String definitionId) {
    return counts(TOKENS_BY_ACTIVITY, definitionId);
  }

  List<Count> failedJobsByActivity(String definitionId) {
    return counts(FAILED_JOBS_BY_ACTIVITY, definitionId);
  }

  List<Count> instancesByDefinition() {
    return sql.ask(handle -> counts(handle.createQuery(INSTANCES_BY_DEFINITION)));
  }

  List<Count> failedJobsByDefinition() {
    return sql.ask(handle -> counts(handle.createQuery(FAILED_JOBS_BY_DEFINITION)));
  }

  List<IncidentCount> incidentsByActivity(String definitionId, StatisticsRequest request) {
    return sql.ask(
        handle ->
            incidents(
                handle.createQuery(INCIDENTS_BY_ACTIVITY).bind("definitionId", definitionId),
                request));
  }

  List<IncidentCount> incidentsByDefinition(StatisticsRequest request) {
    return sql.ask(handle -> incidents(handle.createQuery(INCIDENTS_BY_DEFINITION), request));
  }

  private List<Count> counts(String statement, String definitionId) {
    return sql.ask(
        handle -> counts(handle.createQuery(statement).bind("definitionId", definitionId)));
  }

  private static List<Count> counts(Query query) {
    return query.map(ConstructorMapper.of(Count.class)).list();
  }

  private static List<IncidentCount> incidents(Query query, StatisticsRequest request) {
    return query
        .bind("incidents", request.incidents().name())
        .bind("type", request.incidentType() == null ? "" : request.incidentType())
        .map(ConstructorMapper.of(IncidentCount.class))
        .list();
  }
}
