package dev.outwork.engine.instance;

import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Question;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.token.Activity;
import dev.outwork.engine.token.Activity.Phase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Activity instances in the database. */
@ApplicationScoped
public class ActivityStore {
  private static final String UNDER_WAY =
      """
      select a.id,
             a.process_instance_id,
             a.activity_id,
             a.parent_id,
             a.waits,
             a.thrown_by,
             a.flow_id
        from activity_instance a
       where a.process_instance_id in (%s)
         and a.ended_at is null
       order by a.id
      """;

  private static final String UNDER_WAY_IN = UNDER_WAY.formatted("<ids>");

  private static final String INSTANCE_OF =
      """
      select a.process_instance_id
        from activity_instance a
       where a.id = :id
         and a.ended_at is null
      """;

  private static final Insert<Activity> INSERT =
      new Insert<>(
          """
          insert into activity_instance (id, process_instance_id, parent_id, activity_id, activity_type, started_at,
                                         ended_at, canceled, complete_scope, waits, thrown_by, flow_id)
          values <rows>
          """,
          activity ->
              Arrays.asList(
                  activity.id(),
                  activity.running().instance().id(),
                  activity.parentId(),
                  activity.node().id(),
                  activity.node().info().activityType(),
                  activity.startedAt(),
                  activity.endedAt(),
                  activity.canceled(),
                  activity.completeScope(),
                  waits(activity),
                  activity.thrownBy(),
                  activity.flowId()));

  private static final String START =
      """
      update activity_instance
         set started_at = :now,
             waits = null
       where id in (<ids>)
      """;

  private static final String WAIT_AFTER =
      """
      update activity_instance
         set waits = 'AFTER'
       where id in (<ids>)
      """;

  private static final String END =
      """
      update activity_instance
         set ended_at = ?,
             waits = null,
             canceled = ?,
             complete_scope = ?
       where id in (<ids>)
         and not has_incident        -- so that the usual way, without one, has no statement for it
      """;

  private static final String DELETE =
      """
      delete from activity_instance
       where id in (<ids>)
         and not has_incident
      """;

  private static final String NOTE_INCIDENT =
      """
      update activity_instance
         set has_incident = true
       where id = :id
      """;

  private static final String FORGET_INCIDENTS =
      """
      update activity_instance
         set has_incident = false
       where id in (<ids>)
      """;

  /** How activities end in one statement. */
  private record Ending(boolean canceled, boolean completeScope) {}

  /** One under way, and what it belongs to. */
  public record UnderWay(String instanceId, Activity.Stored activity) {
    static UnderWay read(Row row) throws SQLException {
      return new UnderWay(
          row.text("process_instance_id"),
          new Activity.Stored(
              row.text("id"),
              row.text("activity_id"),
              row.text("parent_id"),
              phase(row.text("waits")),
              row.text("thrown_by"),
              row.text("flow_id")));
    }

    private static Phase phase(String waits) {
      return waits == null ? Phase.UNDER_WAY : Phase.valueOf(waits);
    }
  }

  private final Sql sql;
  private final IncidentStore incidents;

  /** For the container's proxy. */
  protected ActivityStore() {
    this(null, null);
  }

  @Inject
  ActivityStore(Sql sql, IncidentStore incidents) {
    this.sql = sql;
    this.incidents = incidents;
  }

  /** What is under way in each of these instances; one in which nothing is is missing. */
  Map<String, List<Activity.Stored>> underWay(Collection<String> instanceIds) {
    return byInstance(sql.rowsOf(UNDER_WAY_IN, UnderWay::read, instanceIds));
  }

  /**
   * Asks what is under way in an instance that is yet to be found, by the id of something.
   *
   * @param instanceId a query for the instance's id, by that one
   */
  public static Function<String, Question<UnderWay>> underWay(String instanceId) {
    String statement = UNDER_WAY.formatted(instanceId);
    return id -> new Question<>(statement, UnderWay::read, id);
  }

  static Map<String, List<Activity.Stored>> byInstance(List<UnderWay> activities) {
    return activities.stream()
        .collect(
            Collectors.groupingBy(
                UnderWay::instanceId, Collectors.mapping(UnderWay::activity, Collectors.toList())));
  }

  private static String waits(Activity activity) {
    boolean waits = activity.isIn(Phase.BEFORE) || activity.isIn(Phase.AFTER);
    return waits ? activity.phase().name() : null;
  }

  /** The instance that an activity under way belongs to. */
  Optional<String> instanceOf(String activityInstanceId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(INSTANCE_OF)
                .bind("id", activityInstanceId)
                .mapTo(String.class)
                .findOne());
  }

  /** Writes what a journey began and ended: with the others, or at once what happens rarely. */
  void write(Collection<Activity> activities, Instant now, Writes writes) {
    writes.insert(
        INSERT,
        activities.stream()
            .filter(activity -> !activity.isStored() && !activity.isIn(Phase.GONE))
            .toList());
    List<Activity> moved =
        activities.stream()
            .filter(activity -> activity.isStored() && activity.phase() != activity.storedPhase())
            .toList();
    if (!moved.isEmpty()) {
      writeMoved(moved, now, writes);
    }
  }

  private void writeMoved(List<Activity> moved, Instant now, Writes writes) {
    take(DELETE, ids(moved, each -> each.isIn(Phase.GONE)), now, writes);
    start(ids(moved, each -> each.startedAt() != null), now);
    waitAfter(ids(moved, each -> each.isIn(Phase.AFTER)));
    Map<Ending, List<String>> ended =
        moved.stream()
            .filter(each -> each.isIn(Phase.ENDED))
            .collect(
                Collectors.groupingBy(
                    each -> new Ending(each.canceled(), each.completeScope()),
                    Collectors.mapping(Activity::id, Collectors.toList())));
    ended.forEach((how, ids) -> take(END, ids, now, writes, now, how.canceled, how.completeScope));
  }

  private static List<String> ids(List<Activity> activities, Predicate<Activity> which) {
    return activities.stream().filter(which).map(Activity::id).toList();
  }

  // At once, because an activity that starts here may well end here.
  private void start(List<String> ids, Instant now) {
    for (List<String> some : Portions.of(ids)) {
      sql.tell(
          handle -> handle.createUpdate(START).bindList("ids", some).bind("now", now).execute());
    }
  }

  private void waitAfter(List<String> ids) {
    for (List<String> some : Portions.of(ids)) {
      sql.tell(handle -> handle.createUpdate(WAIT_AFTER).bindList("ids", some).execute());
    }
  }

  /** Takes activities away, and the incidents that somebody has created at them. */
  private void take(
      String statement, List<String> ids, Instant now, Writes writes, Object... values) {
    writes.change(
        statement, ids, taken -> takeWithIncidents(statement, taken, now, values), values);
  }

  private void takeWithIncidents(
      String statement, List<String> ids, Instant now, Object... values) {
    incidents.deleteAt(ids, now);
    sql.tell(handle -> handle.createUpdate(FORGET_INCIDENTS).bindList("ids", ids).execute());
    Writes again = sql.writes();
    again.change(statement, ids, values);
    again.send();
  }

  /** Somebody has created an incident at the activity. */
  void noteIncident(String id) {
    sql.tell(handle -> handle.createUpdate(NOTE_INCIDENT).bind("id", id).execute());
  }
}
