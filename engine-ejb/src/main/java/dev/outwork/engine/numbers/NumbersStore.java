package dev.outwork.engine.numbers;

import dev.outwork.api.numbers.TopicMinute;
import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Reads what waits, and reads and writes what nodes tell each other. */
@Collaborator
@Dependent
public class NumbersStore {
  // Each part is a scan of an index for its state; on PostgreSQL open tasks are counted in it
  // alone.
  private static final Statement TASKS =
      Statement.of(
          """
          select t.topic_name,
                 'WAITING' as situation,
                 cast(null as varchar(255)) as worker_id,
                 count(*) as tasks,
                 min(t.created_at) as oldest
            from external_task t
           where t.state = 'OPEN'
             and t.topic_name is not null
           group by t.topic_name
          union all
          select t.topic_name,
                 'WAITING' as situation,
                 cast(null as varchar(255)) as worker_id,
                 count(*) as tasks,
                 min(t.created_at) as oldest
            from external_task t
           where t.state = 'LOCKED'
             and t.locked_until <= :now
             and t.topic_name is not null
           group by t.topic_name
          union all
          select t.topic_name,
                 'LOCKED' as situation,
                 t.worker_id,
                 count(*) as tasks,
                 cast(null as timestamp with time zone) as oldest
            from external_task t
           where t.state = 'LOCKED'
             and t.locked_until > :now
             and t.topic_name is not null
           group by t.topic_name, t.worker_id
          union all
          select t.topic_name,
                 t.state as situation,
                 cast(null as varchar(255)) as worker_id,
                 count(*) as tasks,
                 cast(null as timestamp with time zone) as oldest
            from external_task t
           where t.state in ('EXHAUSTED', 'SUSPENDED')
             and t.topic_name is not null
           group by t.topic_name, t.state
          """);

  private static final Statement SIGHTINGS =
      Statement.of(
          """
          select s.node_name,
                 s.worker_id,
                 s.topic_name,
                 s.address,
                 s.user_agent,
                 s.polled_at,
                 s.reported_at,
                 s.noted_at,
                 s.waiting,
                 s.completed,
                 s.failed,
                 s.lost_locks
            from worker_sighting s
           where s.noted_at > :after
          """);

  private static final Statement RATES =
      Statement.of(
          """
          select i.topic_name,
                 sum(i.created) as created,
                 sum(i.completed) as completed,
                 sum(i.failed) as failed,
                 sum(i.lock_expired) as lock_expired
            from topic_interval i
           where i.ended_at > :after
           group by i.topic_name
          """);

  private static final Statement MINUTES =
      Statement.of(
          """
          select i.topic_name,
                 i.epoch_minute,
                 sum(i.created) as created,
                 sum(i.completed) as completed,
                 sum(i.failed) as failed,
                 max(i.waiting) as waiting
            from (select o.topic_name,
                         cast(floor(extract(epoch from o.ended_at)) as bigint) / 60 as epoch_minute,
                         o.created,
                         o.completed,
                         o.failed,
                         coalesce(o.waiting, 0) as waiting
                    from topic_interval o
                   where o.ended_at >= :from) i
           group by i.topic_name, i.epoch_minute
          """);

  private static final Statement ALARMS =
      Statement.of(
          """
          select a.topic_name,
                 a.since
            from topic_alarm a
          """);

  private static final String RAISE =
      """
      insert into topic_alarm (topic_name, since)
      select cast(:topicName as varchar(255)), cast(:since as timestamp (3) with time zone)
       where not exists (select 1
                           from topic_alarm a
                          where a.topic_name = :topicName)
      """;
  private static final Statement RAISE_ON_H2 = Statement.of(RAISE);
  // Two nodes may notice at the same time.
  private static final Statement RAISE_ON_POSTGRESQL =
      Statement.of(RAISE + "on conflict (topic_name) do nothing");

  private static final Statement END_ALARM =
      Statement.of(
          """
          delete from topic_alarm
           where topic_name = :topicName
          """);

  private static final Statement FORGET_WORKERS =
      Statement.of(
          """
          delete from worker_sighting
           where node_name = :node
             and worker_id in (:ids)
          """);

  private static final Statement FORGET_ALL_OF =
      Statement.of(
          """
          delete from worker_sighting
           where node_name = :node
          """);

  private static final Statement FORGET_SIGHTINGS =
      Statement.of(
          """
          delete from worker_sighting
           where noted_at <= :until
          """);

  private static final Statement FORGET_INTERVALS =
      Statement.of(
          """
          delete from topic_interval
           where ended_at <= :until
          """);

  private final Sql sql;

  /** What happened at a topic in the last minute. */
  record Rate(String topicName, long created, long completed, long failed, long lockExpired) {
    static Rate read(Row row) {
      return new Rate(
          row.text("topic_name"),
          row.number("created"),
          row.number("completed"),
          row.number("failed"),
          row.number("lock_expired"));
    }
  }

  /** A minute in which something happened at a topic. */
  record MinuteOfTopic(String topicName, TopicMinute minute) {
    static MinuteOfTopic read(Row row) {
      return new MinuteOfTopic(
          row.text("topic_name"),
          new TopicMinute(
              Instant.ofEpochSecond(row.number("epoch_minute") * 60),
              row.number("waiting"),
              row.number("created"),
              row.number("completed"),
              row.number("failed")));
    }
  }

  /** An alarm, and since when there is a reason for it. */
  record RaisedAlarm(String topicName, Instant since) {
    static RaisedAlarm read(Row row) {
      return new RaisedAlarm(row.text("topic_name"), row.instant("since"));
    }
  }

  @Inject
  NumbersStore(Sql sql) {
    this.sql = sql;
  }

  List<TaskGroup> tasks(Instant now) {
    return sql.rows(TASKS.with("now", now), TaskGroup::read);
  }

  List<SightingRow> sightings(Instant after) {
    return sql.rows(SIGHTINGS.with("after", after), SightingRow::read);
  }

  List<Rate> rates(Instant after) {
    return sql.rows(RATES.with("after", after), Rate::read);
  }

  List<MinuteOfTopic> minutes(Instant from) {
    return sql.rows(MINUTES.with("from", from), MinuteOfTopic::read);
  }

  List<RaisedAlarm> alarms() {
    return sql.rows(ALARMS, RaisedAlarm::read);
  }

  /** Whether no node has raised it before. */
  boolean raise(String topicName, Instant since) {
    Statement raise = sql.dialect() == Dialect.POSTGRESQL ? RAISE_ON_POSTGRESQL : RAISE_ON_H2;
    return sql.update(raise.with("topicName", topicName).with("since", since)) == 1;
  }

  /** Whether no node has ended it before. */
  boolean endAlarm(String topicName) {
    return sql.update(END_ALARM.with("topicName", topicName)) == 1;
  }

  void append(Collection<IntervalRow> intervals) {
    sql.insert(IntervalRow.INSERT, intervals);
  }

  /** Writes all rows of some workers of a node anew. */
  void replace(String node, Collection<String> workerIds, Collection<SightingRow> rows) {
    sql.updateOf(FORGET_WORKERS.with("node", node), workerIds);
    sql.insert(SightingRow.INSERT, rows);
  }

  /** Writes all rows of a node anew. */
  void replaceAll(String node, Collection<SightingRow> rows) {
    sql.update(FORGET_ALL_OF.with("node", node));
    sql.insert(SightingRow.INSERT, rows);
  }

  void forget(Instant until) {
    sql.update(FORGET_SIGHTINGS.with("until", until));
    sql.update(FORGET_INTERVALS.with("until", until));
  }
}
