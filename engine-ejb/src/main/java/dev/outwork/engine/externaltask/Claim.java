package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Claims tasks for a worker; no task is claimed twice.
 *
 * <p>Every topic has two arms: its open tasks, and those whose lock has expired but was not
 * reclaimed yet. Each arm scans an index in the requested order up to the requested number, so
 * neither the backlog nor the number of locked tasks matters. The candidates of all arms are
 * merged, and the requested number is locked. Where the {@link QueueHeads} are known, only open
 * tasks from there on are scanned.
 */
@Collaborator
public class Claim {
  // A row that another transaction is claiming is not waited for.
  private static final String SKIP_LOCKED = "for update skip locked";

  private static final String ON_POSTGRESQL =
      """
      with %s
      update external_task t
         set state = 'LOCKED',
             worker_id = :workerId,
             locked_until = case t.topic_name %s end
        from chosen
       where t.id = chosen.id
      returning %s,
             t.error_details
      """;

  private static final String CHOOSE_ON_POSTGRESQL =
      """
      %s,
      chosen as (
        select c.id
          from (%s) c
         order by %s
         limit :most)
      """;

  private static final String CHOOSE_ON_H2 =
      """
      select c.id
        from (%s) c
       order by %s
       limit :most
      """;

  // H2 looks up the ids in their order, so concurrent claims of the same rows cannot deadlock.
  private static final String TAKE_ON_H2 =
      """
      select %s,
             t.error_details
        from final table (update external_task
                             set state = 'LOCKED',
                                 worker_id = :workerId,
                                 locked_until = case topic_name %s end
                           where id in (:ids)
                             and (state = 'OPEN' or (state = 'LOCKED' and locked_until <= :now))) t
      """;

  private static final Statement SAVE_CHOICE = Statement.of("savepoint choice");
  private static final Statement UNDO_CHOICE = Statement.of("rollback to savepoint choice");

  private final Sql sql;
  private final QueueHeads heads;
  private final Event<Look> looks;
  private final Clock clock;

  @Inject
  Claim(Sql sql, QueueHeads heads, Event<Look> looks, Clock clock) {
    this.sql = sql;
    this.heads = heads;
    this.looks = looks;
    this.clock = clock;
  }

  /** Claims tasks of the request's topics, whose names are unique, in the requested order. */
  List<TaskRow> take(FetchAndLock request) {
    // Read after the connection was acquired: nothing that happens during that wait is missed, and
    // no lock begins before it.
    Instant now = sql.connected(clock::instant);
    return sql.dialect() == Dialect.POSTGRESQL
        ? onPostgresql(request, now)
        : inOrder(onH2(request, arms(request, Map.of()), now), request);
  }

  private List<TaskRow> onPostgresql(FetchAndLock request, Instant now) {
    long stamp = heads.stamp();
    Look look = look(request, heads.of(request, now), now, stamp);
    if (!look.isConclusive()) {
      look = look(request, Map.of(), now, stamp);
    }
    looks.fire(look);
    return look.taken();
  }

  private Look look(FetchAndLock request, Map<String, QueueHead> from, Instant now, long stamp) {
    long begin = System.nanoTime();
    List<TopicArm> arms = arms(request, from);
    List<TaskRow> taken =
        taken(Statement.of(text(request, arms)), request, arms, request.maxTasks(), now);
    long nanos = System.nanoTime() - begin;
    return new Look(request, from, now, stamp, nanos, inOrder(taken, request));
  }

  private static List<TopicArm> arms(FetchAndLock request, Map<String, QueueHead> heads) {
    return IntStream.range(0, request.topics().size())
        .mapToObj(
            i -> {
              Topic topic = request.topics().get(i);
              return new TopicArm(topic, i, heads.get(topic.topicName()));
            })
        .toList();
  }

  private static List<TaskRow> inOrder(List<TaskRow> taken, FetchAndLock request) {
    return taken.stream().sorted(ClaimOrder.of(request)).toList();
  }

  static String text(FetchAndLock request, List<TopicArm> arms) {
    return ON_POSTGRESQL.formatted(
        chosen(request, arms), joined(arms, TopicArm::lockEnd, " "), TaskRow.COLUMNS);
  }

  // PostgreSQL plans each claim anew, which takes as long as executing it. Most claims are for one
  // topic from its queue head on, and need only the simplest statement.
  private static String chosen(FetchAndLock request, List<TopicArm> arms) {
    String order = ClaimOrder.withinTopic(request);
    if (arms.size() == 1 && arms.get(0).hasOnePart()) {
      return arms.get(0).asTable("chosen", order, SKIP_LOCKED);
    }
    return CHOOSE_ON_POSTGRESQL.formatted(
        joined(arms, arm -> arm.asTables(order, SKIP_LOCKED), ",\n"),
        joined(arms, arm -> arm.candidates(order), "\nunion all\n"),
        ClaimOrder.acrossTopics(request));
  }

  // When H2 skips locked rows in an ordered query, it may return nothing instead of the next rows.
  // A single process owns the database, so waiting for the other transaction and selecting again
  // takes milliseconds. A claim that got some rows does not wait for more.
  private List<TaskRow> onH2(FetchAndLock request, List<TopicArm> arms, Instant now) {
    List<TaskRow> taken = List.of();
    boolean mayBeMore = true;
    while (taken.isEmpty() && mayBeMore) {
      List<String> chosen = chosenOnH2(request, arms, now);
      mayBeMore = !chosen.isEmpty();
      taken = mayBeMore ? takenOrReleasedOnH2(request, arms, chosen, now) : taken;
    }
    return taken;
  }

  // H2 keeps locks on rows that it waited for, even if another transaction has claimed them.
  // Selecting further rows with these locks could deadlock with a transaction that waits for them.
  private List<TaskRow> takenOrReleasedOnH2(
      FetchAndLock request, List<TopicArm> arms, List<String> chosen, Instant now) {
    sql.update(SAVE_CHOICE);
    String take = TAKE_ON_H2.formatted(TaskRow.COLUMNS, joined(arms, TopicArm::lockEnd, " "));
    List<TaskRow> taken = taken(Statement.of(take).with("ids", chosen), request, arms, 0, now);
    if (taken.isEmpty()) {
      sql.update(UNDO_CHOICE);
    }
    return taken;
  }

  private List<String> chosenOnH2(FetchAndLock request, List<TopicArm> arms, Instant now) {
    String order = ClaimOrder.withinTopic(request);
    String choose =
        CHOOSE_ON_H2.formatted(
            joined(arms, arm -> arm.inlined(order), "\nunion all\n"),
            ClaimOrder.acrossTopics(request));
    return sql.texts(bound(Statement.of(choose), request, arms, request.maxTasks(), now));
  }

  private List<TaskRow> taken(
      Statement statement, FetchAndLock request, List<TopicArm> arms, int most, Instant now) {
    return sql.rows(bound(statement, request, arms, most, now), TaskRow::readWithDetails);
  }

  private static Statement bound(
      Statement statement, FetchAndLock request, List<TopicArm> arms, int most, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("workerId", request.workerId());
    values.put("now", now);
    values.put("most", most);
    arms.forEach(arm -> arm.putValues(values, now));
    return statement.withAll(values);
  }

  private static String joined(
      List<TopicArm> arms, Function<TopicArm, String> text, String separator) {
    return arms.stream().map(text).collect(Collectors.joining(separator));
  }
}
