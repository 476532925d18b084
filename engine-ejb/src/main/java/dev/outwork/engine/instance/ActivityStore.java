package dev.outwork.engine.instance;

import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Question;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.token.Activity;
import dev.outwork.engine.token.Activity.Phase;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Activity instances in the database. */
@Collaborator
@Dependent
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

  private static final Statement UNDER_WAY_IN = Statement.of(UNDER_WAY.formatted(":ids"));

  private static final Statement INSTANCE_OF =
      Statement.of(
          """
          select a.process_instance_id
            from activity_instance a
           where a.id = :id
             and a.ended_at is null
          """);

  private static final Insert<Activity> INSERT =
      Insert.<Activity>into("activity_instance")
          .column("id", Activity::id)
          .column("process_instance_id", activity -> activity.running().instance().id())
          .column("parent_id", ActivityStore::parentId)
          .column("activity_id", activity -> activity.node().id())
          .column("activity_type", activity -> activity.node().info().activityType())
          .column("started_at", Activity::startedAt)
          .column("ended_at", Activity::endedAt)
          .column("canceled", Activity::canceled)
          .column("complete_scope", Activity::completeScope)
          .column("waits", ActivityStore::waits)
          .column("thrown_by", Activity::thrownBy)
          .column("flow_id", Activity::flowId);

  private static final Statement START =
      Statement.of(
          """
          update activity_instance
             set started_at = :now,
                 waits = null
           where id in (:ids)
          """);

  private static final Statement WAIT_AFTER =
      Statement.of(
          """
          update activity_instance
             set waits = 'AFTER'
           where id in (:ids)
          """);

  private static final Statement END =
      Statement.of(
          """
          update activity_instance
             set ended_at = :now,
                 waits = null,
                 canceled = :canceled,
                 complete_scope = :completeScope
           where id in (:ids)
             and not has_incident        -- so that the usual way, without one, has no statement for it
          """);

  private static final Statement DELETE =
      Statement.of(
          """
          delete from activity_instance
           where id in (:ids)
             and not has_incident
          """);

  private static final Statement NOTE_INCIDENT =
      Statement.of(
          """
          update activity_instance
             set has_incident = true
           where id = :id
          """);

  private static final Statement FORGET_INCIDENTS =
      Statement.of(
          """
          update activity_instance
             set has_incident = false
           where id in (:ids)
          """);

  /** Attributes of activities that end in one statement. */
  private record Ending(boolean canceled, boolean completeScope) {}

  /** A running activity and its instance. */
  public record UnderWay(String instanceId, Activity.Stored activity) {
    static UnderWay read(Row row) {
      return new UnderWay(
          row.text("process_instance_id"),
          new Activity.Stored(
              row.text("id"),
              row.text("activity_id"),
              parentId(row),
              phase(row.text("waits")),
              row.text("thrown_by"),
              row.text("flow_id")));
    }

    private static String parentId(Row row) {
      String parentId = row.text("parent_id");
      return parentId == null ? row.text("process_instance_id") : parentId;
    }

    private static Phase phase(String waits) {
      return waits == null ? Phase.UNDER_WAY : Phase.valueOf(waits);
    }
  }

  private final Sql sql;
  private final IncidentStore incidents;

  @Inject
  ActivityStore(Sql sql, IncidentStore incidents) {
    this.sql = sql;
    this.incidents = incidents;
  }

  /** The running activities of each of these instances; instances without any are left out. */
  Map<String, List<Activity.Stored>> underWay(Collection<String> instanceIds) {
    return byInstance(sql.rowsOf(UNDER_WAY_IN, instanceIds, UnderWay::read));
  }

  /**
   * A query for the running activities of instances that are selected by an id, or by a list of
   * ids.
   *
   * @param instanceIds a query for the instances' ids, by {@code :id}
   */
  public static Function<Object, Question<UnderWay>> underWay(String instanceIds) {
    Statement statement = Statement.of(UNDER_WAY.formatted(instanceIds));
    return id -> new Question<>(statement.with("id", id), UnderWay::read);
  }

  static Map<String, List<Activity.Stored>> byInstance(List<UnderWay> activities) {
    return activities.stream()
        .collect(
            Collectors.groupingBy(
                UnderWay::instanceId, Collectors.mapping(UnderWay::activity, Collectors.toList())));
  }

  // Null for the process instance: every row would repeat an id that it has.
  private static String parentId(Activity activity) {
    String parentId = activity.parentId();
    return parentId.equals(activity.running().instance().id()) ? null : parentId;
  }

  private static String waits(Activity activity) {
    return switch (activity.phase()) {
      case BEFORE, AFTER, TAKING -> activity.phase().name();
      default -> null;
    };
  }

  /** The instance of a running activity. */
  Optional<String> instanceOf(String activityInstanceId) {
    return sql.row(
        INSTANCE_OF.with("id", activityInstanceId), row -> row.text("process_instance_id"));
  }

  /**
   * Writes what a journey started and ended: frequent changes are collected, rare ones are written
   * at once.
   */
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
    // At once, because an activity that starts here may well end here.
    sql.updateOf(START.with("now", now), ids(moved, each -> each.startedAt() != null));
    sql.updateOf(WAIT_AFTER, ids(moved, each -> each.isIn(Phase.AFTER)));
    Map<Ending, List<String>> ended =
        moved.stream()
            .filter(each -> each.isIn(Phase.ENDED))
            .collect(
                Collectors.groupingBy(
                    each -> new Ending(each.canceled(), each.completeScope()),
                    Collectors.mapping(Activity::id, Collectors.toList())));
    ended.forEach(
        (how, ids) ->
            take(
                END.with("now", now)
                    .with("canceled", how.canceled)
                    .with("completeScope", how.completeScope),
                ids,
                now,
                writes));
  }

  private static List<String> ids(List<Activity> activities, Predicate<Activity> which) {
    return activities.stream().filter(which).map(Activity::id).toList();
  }

  /** Takes activities away, and the incidents that somebody has created at them. */
  private void take(Statement statement, List<String> ids, Instant now, Writes writes) {
    writes.change(statement, ids, taken -> takeWithIncidents(statement, taken, now));
  }

  private void takeWithIncidents(Statement statement, List<String> ids, Instant now) {
    incidents.deleteAt(ids, now);
    sql.updateOf(FORGET_INCIDENTS, ids);
    Writes again = sql.writes();
    again.change(statement, ids);
    again.send();
  }

  /** Marks an activity at which a client created an incident. */
  void noteIncident(String id) {
    sql.update(NOTE_INCIDENT.with("id", id));
  }
}
