package dev.outwork.engine.instance;

import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
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
             a.parent_id
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
          "canceled");

  private static final String INSERT =
      """
      insert into activity_instance (id, process_instance_id, parent_id, activity_id, activity_type, started_at, ended_at,
                                     canceled)
      values <rows>
      """;

  private static final String END =
      """
      update activity_instance
         set ended_at = :now,
             canceled = :canceled
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
      boolean canceled) {

    static Row of(Activity activity, String processInstanceId) {
      return new Row(
          activity.id(),
          processInstanceId,
          activity.parentId(),
          activity.elementId(),
          activity.type(),
          activity.startedAt(),
          activity.endedAt(),
          activity.canceled());
    }
  }

  private final Sql sql;

  /** For the container's proxy. */
  protected ActivityStore() {
    this(null);
  }

  @Inject
  ActivityStore(Sql sql) {
    this.sql = sql;
  }

  List<Activity> underWay(String processInstanceId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(UNDER_WAY)
                .bind("processInstanceId", processInstanceId)
                .map(
                    (row, context) ->
                        Activity.underWay(
                            row.getString("id"),
                            row.getString("activity_id"),
                            row.getString("parent_id")))
                .list());
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
  void write(String processInstanceId, Collection<Activity> activities, Instant now) {
    List<Row> begun =
        activities.stream()
            .filter(Activity::isNew)
            .map(activity -> Row.of(activity, processInstanceId))
            .toList();
    Map<Boolean, List<String>> endedByCanceled =
        activities.stream()
            .filter(activity -> !activity.isNew() && !activity.isUnderWay())
            .collect(
                Collectors.partitioningBy(
                    Activity::canceled, Collectors.mapping(Activity::id, Collectors.toList())));
    sql.tell(
        handle -> {
          for (List<Row> rows : Portions.of(begun)) {
            handle.createUpdate(INSERT).bindMethodsList("rows", rows, COLUMNS).execute();
          }
          endedByCanceled.forEach(
              (canceled, all) -> Portions.of(all).forEach(ids -> end(handle, ids, canceled, now)));
        });
  }

  private static void end(Handle handle, List<String> ids, boolean canceled, Instant now) {
    handle
        .createUpdate(END)
        .bindList("ids", ids)
        .bind("now", now)
        .bind("canceled", canceled)
        .execute();
  }
}
