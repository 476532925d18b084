package dev.outwork.engine.history;

import dev.outwork.api.history.HistoricActivityStatistics;
import dev.outwork.api.history.HistoricActivityStatisticsRequest;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Counts the activities of a definition's instances, running and ended. */
@Collaborator
@Dependent
class ActivityStatisticsStore {
  private static final String ACTIVITIES =
      """
      select a.activity_id,
             sum(case when a.ended_at is null then 1 else 0 end) as instances,
             sum(case when a.canceled then 1 else 0 end) as canceled,
             sum(case when a.ended_at is null then 0 else 1 end) as finished,
             sum(case when a.complete_scope then 1 else 0 end) as complete_scope
        from process_instance i
        join activity_instance a
          on a.process_instance_id = i.id
       where i.process_definition_id = :definitionId
         and a.started_at is not null
         and (a.ended_at is null
              or :finished
              or a.canceled and :canceled
              or a.complete_scope and :completeScope)
      """;

  private static final String INCIDENTS =
      """
      select n.activity_id,
             sum(case when n.state = 'OPEN' then 1 else 0 end) as open,
             sum(case when n.state = 'RESOLVED' then 1 else 0 end) as resolved,
             sum(case when n.state = 'DELETED' then 1 else 0 end) as deleted
        from process_instance i
        join incident n
          on n.process_instance_id = i.id
       where i.process_definition_id = :definitionId
         and n.activity_id is not null
      """;

  private static final String IN_TIME =
      """
         and i.started_at between :startedAfter and :startedBefore
         and (:whenever or i.ended_at between :finishedAfter and :finishedBefore)
      """;

  private static final String OF_SOME_INSTANCES =
      """
         and i.id in (:processInstanceIds)
      """;

  private static final Statement ALL_ACTIVITIES =
      Statement.of(ACTIVITIES + IN_TIME + " group by a.activity_id");

  private static final Statement SOME_ACTIVITIES =
      Statement.of(ACTIVITIES + IN_TIME + OF_SOME_INSTANCES + " group by a.activity_id");

  private static final Statement ALL_INCIDENTS =
      Statement.of(INCIDENTS + IN_TIME + " group by n.activity_id");

  private static final Statement SOME_INCIDENTS =
      Statement.of(INCIDENTS + IN_TIME + OF_SOME_INSTANCES + " group by n.activity_id");

  private static final Instant FIRST = Instant.EPOCH;
  private static final Instant LAST = Instant.parse("9999-12-31T00:00:00Z");

  private final Sql sql;

  private record Activities(long instances, long canceled, long finished, long completeScope) {
    static final Activities NONE = new Activities(0, 0, 0, 0);
  }

  private record Incidents(long open, long resolved, long deleted) {
    static final Incidents NONE = new Incidents(0, 0, 0);
  }

  /** The counts of an activity. */
  private record Counted<T>(String activityId, T counts) {
    static <T> Map<String, T> byActivity(List<Counted<T>> counted) {
      return counted.stream().collect(Collectors.toMap(Counted::activityId, Counted::counts));
    }
  }

  @Inject
  ActivityStatisticsStore(Sql sql) {
    this.sql = sql;
  }

  List<HistoricActivityStatistics> statistics(
      String definitionId, HistoricActivityStatisticsRequest request) {
    Map<String, Activities> activities = activities(definitionId, request);
    Map<String, Incidents> incidents =
        request.incidents() ? incidents(definitionId, request) : Map.of();
    TreeSet<String> ids = new TreeSet<>(activities.keySet());
    ids.addAll(incidents.keySet());
    return ids.stream()
        .map(
            id ->
                told(
                    id,
                    activities.getOrDefault(id, Activities.NONE),
                    incidents.getOrDefault(id, Incidents.NONE),
                    request))
        .toList();
  }

  private static HistoricActivityStatistics told(
      String id,
      Activities activities,
      Incidents incidents,
      HistoricActivityStatisticsRequest request) {
    return new HistoricActivityStatistics(
        id,
        activities.instances(),
        request.canceled() ? activities.canceled() : 0,
        request.finished() ? activities.finished() : 0,
        request.completeScope() ? activities.completeScope() : 0,
        incidents.open(),
        incidents.resolved(),
        incidents.deleted());
  }

  private Map<String, Activities> activities(
      String definitionId, HistoricActivityStatisticsRequest request) {
    return Counted.byActivity(
        sql.rows(
            limited(
                request.processInstanceIds() == null ? ALL_ACTIVITIES : SOME_ACTIVITIES,
                definitionId,
                request),
            row ->
                new Counted<>(
                    row.text("activity_id"),
                    new Activities(
                        row.number("instances"),
                        row.number("canceled"),
                        row.number("finished"),
                        row.number("complete_scope")))));
  }

  private Map<String, Incidents> incidents(
      String definitionId, HistoricActivityStatisticsRequest request) {
    return Counted.byActivity(
        sql.rows(
            limited(
                request.processInstanceIds() == null ? ALL_INCIDENTS : SOME_INCIDENTS,
                definitionId,
                request),
            row ->
                new Counted<>(
                    row.text("activity_id"),
                    new Incidents(
                        row.number("open"), row.number("resolved"), row.number("deleted")))));
  }

  /** Only what is asked for decides which activities are listed. */
  private static Statement limited(
      Statement statement, String definitionId, HistoricActivityStatisticsRequest asked) {
    Map<String, Object> values = new HashMap<>();
    values.put("definitionId", definitionId);
    values.put("finished", asked.finished());
    values.put("canceled", asked.canceled());
    values.put("completeScope", asked.completeScope());
    values.put("startedAfter", orElse(asked.startedAfter(), FIRST));
    values.put("startedBefore", orElse(asked.startedBefore(), LAST));
    values.put("whenever", asked.finishedAfter() == null && asked.finishedBefore() == null);
    values.put("finishedAfter", orElse(asked.finishedAfter(), FIRST));
    values.put("finishedBefore", orElse(asked.finishedBefore(), LAST));
    values.put("processInstanceIds", asked.processInstanceIds());
    return statement.withAll(values);
  }

  private static Instant orElse(Instant given, Instant otherwise) {
    return given == null ? otherwise : given;
  }
}
