package dev.outwork.engine.externaltask;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.engine.database.Dialect;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.tally.TasksHappened;
import jakarta.enterprise.context.Dependent;
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
@Dependent
public class Claim {
  // A row that another transaction is claiming is not waited for.
  private static final String SKIP_LOCKED = "for update skip locked";

  private static final String ON_POSTGRESQL =
      """
      with %s
      update external_task t
         set state = 'LOCKED',
             worker_id = :workerId,
             locked_by = %s,
             locked_until = case t.topic_name %s end
        from chosen
       where t.id = chosen.id
      returning %s,
             t.error_details%s
      """;

  private static final String IN_SHARES_ON_POSTGRESQL =
      """
      with %s,
      numbered as (
        select c.id%s,
               row_number() over () as place
          from chosen c),
      shared as (
        select c.id%s,
               %s as share
          from numbered c)
      update external_task t
         set state = 'LOCKED',
             worker_id = %s,
             locked_by = %s,
             locked_until = %s
        from shared c
       where t.id = c.id
      returning %s,
             t.error_details,
             c.share%s
      """;

  private static final String CHOOSE_ON_POSTGRESQL =
      """
      %s,
      chosen as (
        select c.id%s
          from (%s) c
         order by %s
         limit :most)
      """;

  private static final String CHOOSE_ON_H2 =
      """
      select c.id,
             c.lost_by
        from (%s) c
       order by %s
       limit :most
      """;

  private static final String LOST_BY = ", c.lost_by";

  // H2 looks up the ids in their order, so concurrent claims of the same rows cannot deadlock.
  private static final String TAKE_ON_H2 =
      """
      select %s,
             t.error_details
        from final table (update external_task
                             set state = 'LOCKED',
                                 worker_id = :workerId,
                                 locked_by = %s,
                                 locked_until = case topic_name %s end
                           where id in (:ids)
                             and (state = 'OPEN' or (state = 'LOCKED' and locked_until <= :now))) t
      """;

  private static final Statement SAVE_CHOICE = Statement.of("savepoint choice");
  private static final Statement UNDO_CHOICE = Statement.of("rollback to savepoint choice");

  /** A task to be claimed on H2, and by whom it was lost; null if by nobody. */
  private record Choice(String id, String lostBy) {
    static Choice read(Row row) {
      return new Choice(row.text("id"), row.text("lost_by"));
    }
  }

  private final Sql sql;
  private final QueueHeads heads;
  private final LeaseLog leases;
  private final Event<Look> looks;
  private final Event<TasksHappened> happened;
  private final Clock clock;

  @Inject
  Claim(
      Sql sql,
      QueueHeads heads,
      LeaseLog leases,
      Event<Look> looks,
      Event<TasksHappened> happened,
      Clock clock) {
    this.sql = sql;
    this.heads = heads;
    this.leases = leases;
    this.looks = looks;
    this.happened = happened;
    this.clock = clock;
  }

  /**
   * Claims tasks for fetches of the same topics, each of which it names once, in the same order; on
   * PostgreSQL for several without filters at once. Returns the tasks of each, in the requested
   * order.
   */
  List<List<TaskRow>> take(Shares shares) {
    // Read after the connection was acquired: nothing that happens during that wait is missed, and
    // no lock begins before it.
    Instant now = sql.connected(clock::instant);
    if (sql.dialect() == Dialect.POSTGRESQL) {
      onPostgresql(shares, now);
      tell(shares.lost(), now);
      return shares.given();
    }
    FetchAndLock request = shares.whole();
    return List.of(inOrder(onH2(request, arms(request, Map.of()), now), request));
  }

  private void tell(List<LostTask> lost, Instant now) {
    if (!lost.isEmpty()) {
      leases.expired(lost, now);
      happened.fire(LostTask.happened(lost));
    }
  }

  private void onPostgresql(Shares shares, Instant now) {
    long stamp = heads.stamp();
    FetchAndLock request = shares.whole();
    Look look = look(shares, request, heads.of(request, now), now, stamp);
    if (!look.isConclusive()) {
      look = look(shares, request, Map.of(), now, stamp);
    }
    looks.fire(look);
  }

  private Look look(
      Shares shares, FetchAndLock request, Map<String, QueueHead> from, Instant now, long stamp) {
    long begin = System.nanoTime();
    List<TopicArm> arms = arms(request, from);
    String text = shares.areSeveral() ? text(shares, request, arms) : text(request, arms);
    Map<String, Object> values = values(request, arms, request.maxTasks(), now);
    shares.putValues(values, now);
    List<TaskRow> taken =
        sql.rows(
            Statement.of(text).withAll(values),
            arms.get(0).takesExpired() ? shares::readWithLoser : shares::read);
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
        chosen(request, arms),
        lockedBy(request),
        joined(arms, TopicArm::lockEnd, " "),
        TaskRow.COLUMNS,
        arms.get(0).takesExpired() ? ", chosen.lost_by" : "");
  }

  private static String text(Shares shares, FetchAndLock request, List<TopicArm> arms) {
    String lostBy = lostBy(arms);
    return IN_SHARES_ON_POSTGRESQL.formatted(
        chosen(request, arms).stripTrailing(),
        lostBy,
        lostBy,
        shares.number(),
        shares.worker(),
        shares.user(),
        shares.lockEnd(),
        TaskRow.COLUMNS,
        lostBy);
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
        lostBy(arms),
        joined(arms, arm -> arm.candidates(order), "\nunion all\n"),
        ClaimOrder.acrossTopics(request));
  }

  // Nothing is bound if nobody has to log in.
  private static String lockedBy(FetchAndLock request) {
    return request.user() == null ? "null" : ":user";
  }

  // Heads are known of all topics of a claim, or of none.
  private static String lostBy(List<TopicArm> arms) {
    return arms.get(0).takesExpired() ? LOST_BY : "";
  }

  // When H2 skips locked rows in an ordered query, it may return nothing instead of the next rows.
  // A single process owns the database, so waiting for the other transaction and selecting again
  // takes milliseconds. A claim that got some rows does not wait for more.
  private List<TaskRow> onH2(FetchAndLock request, List<TopicArm> arms, Instant now) {
    List<TaskRow> taken = List.of();
    boolean mayBeMore = true;
    while (taken.isEmpty() && mayBeMore) {
      List<Choice> chosen = chosenOnH2(request, arms, now);
      mayBeMore = !chosen.isEmpty();
      taken = mayBeMore ? takenOrReleasedOnH2(request, arms, chosen, now) : taken;
    }
    return taken;
  }

  // H2 keeps locks on rows that it waited for, even if another transaction has claimed them.
  // Selecting further rows with these locks could deadlock with a transaction that waits for them.
  private List<TaskRow> takenOrReleasedOnH2(
      FetchAndLock request, List<TopicArm> arms, List<Choice> chosen, Instant now) {
    sql.update(SAVE_CHOICE);
    Map<String, String> losers = new HashMap<>();
    chosen.forEach(choice -> losers.put(choice.id(), choice.lostBy()));
    String take =
        TAKE_ON_H2.formatted(
            TaskRow.COLUMNS, lockedBy(request), joined(arms, TopicArm::lockEnd, " "));
    List<String> ids = chosen.stream().map(Choice::id).toList();
    List<TaskRow> taken = taken(Statement.of(take).with("ids", ids), request, arms, 0, now);
    if (taken.isEmpty()) {
      sql.update(UNDO_CHOICE);
    }
    tell(
        taken.stream().flatMap(task -> LostTask.of(task, losers.get(task.id())).stream()).toList(),
        now);
    return taken.stream().map(task -> losers.get(task.id()) == null ? task : task.lost()).toList();
  }

  private List<Choice> chosenOnH2(FetchAndLock request, List<TopicArm> arms, Instant now) {
    String order = ClaimOrder.withinTopic(request);
    String choose =
        CHOOSE_ON_H2.formatted(
            joined(arms, arm -> arm.inlined(order), "\nunion all\n"),
            ClaimOrder.acrossTopics(request));
    return sql.rows(
        bound(Statement.of(choose), request, arms, request.maxTasks(), now), Choice::read);
  }

  private List<TaskRow> taken(
      Statement statement, FetchAndLock request, List<TopicArm> arms, int most, Instant now) {
    return sql.rows(bound(statement, request, arms, most, now), TaskRow::readWithDetails);
  }

  private static Statement bound(
      Statement statement, FetchAndLock request, List<TopicArm> arms, int most, Instant now) {
    return statement.withAll(values(request, arms, most, now));
  }

  private static Map<String, Object> values(
      FetchAndLock request, List<TopicArm> arms, int most, Instant now) {
    Map<String, Object> values = new HashMap<>();
    values.put("workerId", request.workerId());
    values.put("user", request.user());
    values.put("now", now);
    values.put("most", most);
    arms.forEach(arm -> arm.putValues(values, now));
    return values;
  }

  private static String joined(
      List<TopicArm> arms, Function<TopicArm, String> text, String separator) {
    return arms.stream().map(text).collect(Collectors.joining(separator));
  }
}
