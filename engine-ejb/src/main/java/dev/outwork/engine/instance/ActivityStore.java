package dev.outwork.engine.instance;

import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.instance.Activity.Phase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

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
      """;

  private static final String DELETE =
      """
      delete from activity_instance
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

  /** For the container's proxy. */
  protected ActivityStore() {
    this(null);
  }

  @Inject
  ActivityStore(Sql sql) {
    this.sql = sql;
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

  private static void writeMoved(Handle handle, List<Activity> moved, Instant now) {
    update(handle, DELETE, moved.stream().filter(each -> each.isIn(Phase.GONE)).toList(), null);
    update(handle, START, moved.stream().filter(each -> each.startedAt() != null).toList(), now);
    update(
        handle, WAIT_AFTER, moved.stream().filter(each -> each.isIn(Phase.AFTER)).toList(), null);
    Map<Ending, List<String>> ended =
        moved.stream()
            .filter(each -> each.isIn(Phase.ENDED))
            .collect(
                Collectors.groupingBy(
                    each -> new Ending(each.canceled(), each.completeScope()),
                    Collectors.mapping(Activity::id, Collectors.toList())));
    ended.forEach((how, all) -> Portions.of(all).forEach(ids -> end(handle, ids, how, now)));
  }

  /** {@code now} is null if the statement does not ask for it. */
  private static void update(
      Handle handle, String statement, List<Activity> activities, Instant now) {
    for (List<String> ids : Portions.of(activities.stream().map(Activity::id).toList())) {
      var update = handle.createUpdate(statement).bindList("ids", ids);
      if (now != null) {
        update.bind("now", now);
      }
      update.execute();
    }
  }

  private static void end(Handle handle, List<String> ids, Ending how, Instant now) {
    handle
        .createUpdate(END)
        .bindList("ids", ids)
        .bind("now", now)
        .bind("canceled", how.canceled())
        .bind("completeScope", how.completeScope())
        .execute();
  }
}
