package dev.outwork.engine.metrics;

import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts the rows of history. */
@Collaborator
public class MetricStore {
  private static final Map<Metric, String> EVENTS =
      Map.of(
          Metric.FLOW_NODE_INSTANCES,
          """
          select a.started_at as happened_at
            from activity_instance a
           where a.started_at >= :from
             and a.started_at < :until
          """,
          Metric.ACTIVITY_INSTANCE_END,
          """
          select a.ended_at as happened_at
            from activity_instance a
           where a.ended_at >= :from
             and a.ended_at < :until
          """,
          Metric.PROCESS_INSTANCES,
          """
          select i.started_at as happened_at
            from process_instance i
           where i.super_id is null
             and i.started_at >= :from
             and i.started_at < :until
          """);

  private static final String SUM = "select count(*) as number from (%s) e";

  // Integers, because H2 divides by a parameter of unknown type with thousands of digits.
  private static final String INTERVAL =
      """
      select s.slot,
             count(*) as happened
        from (select cast(floor(extract(epoch from e.happened_at)) as bigint) / cast(:seconds as bigint) as slot
                from (%s) e) s
       group by s.slot
       order by s.slot desc
       limit :most
      """;

  private static final Map<Metric, Statement> SUMS =
      EVENTS.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey, events -> Statement.of(SUM.formatted(events.getValue()))));

  private static final Map<Metric, Statement> INTERVALS =
      EVENTS.entrySet().stream()
          .collect(
              Collectors.toMap(
                  Map.Entry::getKey,
                  events -> Statement.of(INTERVAL.formatted(events.getValue()))));

  private static final Statement TASK_USERS =
      Statement.of(
          """
          select count(distinct t.assignee) as number
            from user_task t
           where t.created_at >= :from
             and t.created_at < :until
          """);

  private final Sql sql;

  /**
   * An interval with at least one occurrence.
   *
   * @param slot its number since 1970
   */
  public record Slot(long slot, long happened) {
    static Slot read(Row row) {
      return new Slot(row.number("slot"), row.number("happened"));
    }
  }

  @Inject
  MetricStore(Sql sql) {
    this.sql = sql;
  }

  long sum(Metric metric, Instant from, Instant until) {
    return count(SUMS.get(metric), from, until);
  }

  /** The number of distinct assignees, current or former, of tasks created in that time. */
  long taskUsers(Instant from, Instant until) {
    return count(TASK_USERS, from, until);
  }

  private long count(Statement statement, Instant from, Instant until) {
    return sql.row(statement.with("from", from).with("until", until), row -> row.number("number"))
        .orElseThrow();
  }

  /** The latest intervals with at least one occurrence. */
  List<Slot> intervals(Metric metric, Instant from, Instant until, long seconds, long most) {
    return sql.rows(
        INTERVALS
            .get(metric)
            .with("from", from)
            .with("until", until)
            .with("seconds", seconds)
            .with("most", most),
        Slot::read);
  }
}
