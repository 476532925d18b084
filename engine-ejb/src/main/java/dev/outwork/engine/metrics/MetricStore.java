package dev.outwork.engine.metrics;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Counts the rows of history. */
@ApplicationScoped
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

  private static final String SUM = "select count(*) from (%s) e";

  // Integers, because H2 divides by a parameter of unknown type with thousands of digits.
  private static final String INTERVALS =
      """
      select s.slot,
             count(*) as happened
        from (select cast(floor(extract(epoch from e.happened_at)) as bigint) / cast(:seconds as bigint) as slot
                from (%s) e) s
       group by s.slot
       order by s.slot desc
       limit :most
      """;

  private static final String TASK_USERS =
      """
      select count(distinct t.assignee)
        from user_task t
       where t.created_at >= :from
         and t.created_at < :until
      """;

  private final Sql sql;

  /**
   * An interval with at least one occurrence.
   *
   * @param slot its number since 1970
   */
  public record Slot(long slot, long happened) {}

  /** Required for the container's proxy. */
  protected MetricStore() {
    this(null);
  }

  @Inject
  MetricStore(Sql sql) {
    this.sql = sql;
  }

  long sum(Metric metric, Instant from, Instant until) {
    return count(SUM.formatted(EVENTS.get(metric)), from, until);
  }

  /** The number of distinct assignees, current or former, of tasks created in that time. */
  long taskUsers(Instant from, Instant until) {
    return count(TASK_USERS, from, until);
  }

  private long count(String statement, Instant from, Instant until) {
    return sql.ask(
        handle ->
            handle
                .createQuery(statement)
                .bind("from", from)
                .bind("until", until)
                .mapTo(Long.class)
                .one());
  }

  /** The latest intervals with at least one occurrence. */
  List<Slot> intervals(Metric metric, Instant from, Instant until, long seconds, long most) {
    return sql.ask(
        handle ->
            handle
                .createQuery(INTERVALS.formatted(EVENTS.get(metric)))
                .bind("from", from)
                .bind("until", until)
                .bind("seconds", seconds)
                .bind("most", most)
                .map(ConstructorMapper.of(Slot.class))
                .list());
  }
}
