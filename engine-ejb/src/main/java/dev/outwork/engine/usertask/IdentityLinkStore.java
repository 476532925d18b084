package dev.outwork.engine.usertask;

import dev.outwork.api.task.IdentityLink;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The identity links of tasks in the database, without assignees and owners. */
@ApplicationScoped
public class IdentityLinkStore {
  private static final List<String> COLUMNS =
      List.of("id", "userTaskId", "userId", "groupId", "type");

  private static final String INSERT =
      """
      insert into identity_link (id, user_task_id, user_id, group_id, type)
      values <rows>
      """;

  private static final String OF_TASK =
      """
      select l.user_id,
             l.group_id,
             l.type
        from identity_link l
       where l.user_task_id = :userTaskId
       order by l.id
      """;

  private static final String DELETE_OF_USER =
      """
      delete from identity_link
       where user_task_id = :userTaskId
         and user_id = :userId
         and type = :type
      """;

  private static final String DELETE_OF_GROUP =
      """
      delete from identity_link
       where user_task_id = :userTaskId
         and group_id = :groupId
         and type = :type
      """;

  private static final String FORGET =
      """
      delete from identity_link
       where user_task_id in (select t.id
                                from user_task t
                               where t.process_instance_id in (<processInstanceIds>))
      """;

  private final Sql sql;

  /** A row to be written. */
  public record Row(String id, String userTaskId, String userId, String groupId, String type) {
    static Row of(String userTaskId, IdentityLink link) {
      return new Row(Ids.next(), userTaskId, link.userId(), link.groupId(), link.type());
    }
  }

  /** Required for the container's proxy. */
  protected IdentityLinkStore() {
    this(null);
  }

  @Inject
  IdentityLinkStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<Row> links) {
    sql.tell(
        handle ->
            Portions.of(links)
                .forEach(
                    some ->
                        handle
                            .createUpdate(INSERT)
                            .bindMethodsList("rows", some, COLUMNS)
                            .execute()));
  }

  /** In the order in which they were added. */
  List<IdentityLink> of(String userTaskId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(OF_TASK)
                .bind("userTaskId", userTaskId)
                .map(ConstructorMapper.of(IdentityLink.class))
                .list());
  }

  void delete(String userTaskId, IdentityLink link) {
    sql.tell(
        handle ->
            handle
                .createUpdate(link.userId() != null ? DELETE_OF_USER : DELETE_OF_GROUP)
                .bind("userTaskId", userTaskId)
                .bindMethods(link)
                .execute());
  }

  /** Deletes the links of instances that are deleted permanently; their task rows still exist. */
  void forget(List<String> processInstanceIds) {
    sql.tell(
        handle ->
            handle
                .createUpdate(FORGET)
                .bindList("processInstanceIds", processInstanceIds)
                .execute());
  }
}
