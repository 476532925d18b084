package dev.outwork.engine.instance;

import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.incident.IncidentStore;
import dev.outwork.engine.instance.Activity.Phase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Update;

/** Activity instances in the database. */
@ApplicationScoped
public class ActivityStore {
  private static final String UNDER_WAY =
      """
      select a.id,
             a.activity_id,
             a.parent_id,
             a.waits,
             a.thrown_by,
             a.flow_id
        from activity_instance a
       where a.process_instance_id = :processInstanceId
         and a.ended_at is null
       order by a.id
      """;

  private static final String INSTANCE_OF =
      """
      select a.process_instance_id
        from activity_instance a
       where a.id = :id
         and a.ended_at is null
      """;

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "processInstanceId",
          "parentId",
          "activityId",
          "activityType",
          "startedAt",
          "endedAt",
          "canceled",
          "completeScope",
          "waits",
          "thrownBy",
          "flowId");

  private static final String INSERT =
      """
      insert into activity_instance (id, process_instance_id, parent_id, activity_id, activity_type, started_at, ended_at,
                                     canceled, complete_scope, waits, thrown_by, flow_id)
      values <rows>
      """;

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
         set ended_at = :now,
             waits = null,
             canceled = :canceled,
             complete_scope = :completeScope
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

  /** The columns of a row that is written. */
  public record Row(
      String id,
      String processInstanceId,
      String parentId,
      String activityId,
      String activityType,
      Instant startedAt,
      Instant endedAt,
      boolean canceled,
      boolean completeScope,
      String waits,
      String thrownBy,
      String flowId) {

    static Row of(Activity activity) {
      return new Row(
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
          activity.flowId());
    }

    private static String waits(Activity activity) {
      boolean waits = activity.isIn(Phase.BEFORE) || activity.isIn(Phase.AFTER);
      return waits ? activity.phase().name() : null;
    }
  }

  /** How activities end in one statement. */
  private record Ending(boolean canceled, boolean completeScope) {}

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

  List<Activity.Stored> underWay(String processInstanceId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(UNDER_WAY)
                .bind("processInstanceId", processInstanceId)
                .map(
                    (row, context) ->
                        new Activity.Stored(
                            row.getString("id"),
                            row.getString("activity_id"),
                            row.getString("parent_id"),
                            phase(row.getString("waits")),
                            row.getString("thrown_by"),
                            row.getString("flow_id")))
                .list());
  }

  private static Phase phase(String waits) {
    return waits == null ? Phase.UNDER_WAY : Phase.valueOf(waits);
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

  /** Writes what a journey began and ended. */
  void write(Collection<Activity> activities, Instant now) {
    List<Row> begun =
        activities.stream()
            .filter(activity -> !activity.isStored() && !activity.isIn(Phase.GONE))
            .map(Row::of)
            .toList();
    List<Activity> moved =
        activities.stream()
            .filter(activity -> activity.isStored() && activity.phase() != activity.storedPhase())
            .toList();
    sql.tell(
        handle -> {
          for (List<Row> rows : Portions.of(begun)) {
            handle.createUpdate(INSERT).bindMethodsList("rows", rows, COLUMNS).execute();
          }
          writeMoved(handle, moved, now);
        });
  }

  private void writeMoved(Handle handle, List<Activity> moved, Instant now) {
    for (List<String> ids : ids(moved, each -> each.isIn(Phase.GONE))) {
      take(handle, ids, now, () -> handle.createUpdate(DELETE).bindList("ids", ids));
    }
    for (List<String> ids : ids(moved, each -> each.startedAt() != null)) {
      handle.createUpdate(START).bindList("ids", ids).bind("now", now).execute();
    }
    for (List<String> ids : ids(moved, each -> each.isIn(Phase.AFTER))) {
      handle.createUpdate(WAIT_AFTER).bindList("ids", ids).execute();
    }
    Map<Ending, List<String>> ended =
        moved.stream()
            .filter(each -> each.isIn(Phase.ENDED))
            .collect(
                Collectors.groupingBy(
                    each -> new Ending(each.canceled(), each.completeScope()),
                    Collectors.mapping(Activity::id, Collectors.toList())));
    ended.forEach(
        (how, all) ->
            Portions.of(all)
                .forEach(ids -> take(handle, ids, now, () -> end(handle, ids, how, now))));
  }

  private static List<List<String>> ids(List<Activity> activities, Predicate<Activity> which) {
    return Portions.of(activities.stream().filter(which).map(Activity::id).toList());
  }

  /** Takes activities away, and the incidents that somebody has created at them. */
  private void take(Handle handle, List<String> ids, Instant now, Supplier<Update> statement) {
    if (statement.get().execute() == ids.size()) {
      return;
    }
    incidents.deleteAt(ids, now);
    handle.createUpdate(FORGET_INCIDENTS).bindList("ids", ids).execute();
    statement.get().execute();
  }

  private static Update end(Handle handle, List<String> ids, Ending how, Instant now) {
    return handle
        .createUpdate(END)
        .bindList("ids", ids)
        .bind("now", now)
        .bind("canceled", how.canceled())
        .bind("completeScope", how.completeScope());
  }

  /** Somebody has created an incident at the activity. */
  void noteIncident(String id) {
    sql.tell(handle -> handle.createUpdate(NOTE_INCIDENT).bind("id", id).execute());
  }
}
