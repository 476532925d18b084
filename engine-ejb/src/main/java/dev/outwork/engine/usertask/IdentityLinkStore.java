package dev.outwork.engine.usertask;

import dev.outwork.api.task.IdentityLink;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.List;

/** The identity links of tasks in the database, without assignees and owners. */
@Collaborator
public class IdentityLinkStore {
  private static final Insert<Link> INSERT =
      Insert.<Link>into("identity_link")
          .column("id", Link::id)
          .column("user_task_id", Link::userTaskId)
          .column("user_id", Link::userId)
          .column("group_id", Link::groupId)
          .column("type", Link::type);

  private static final Statement OF_TASK =
      Statement.of(
          """
          select l.user_id,
                 l.group_id,
                 l.type
            from identity_link l
           where l.user_task_id = :userTaskId
           order by l.id
          """);

  private static final Statement DELETE_OF_USER =
      Statement.of(
          """
          delete from identity_link
           where user_task_id = :userTaskId
             and user_id = :userId
             and type = :type
          """);

  private static final Statement DELETE_OF_GROUP =
      Statement.of(
          """
          delete from identity_link
           where user_task_id = :userTaskId
             and group_id = :groupId
             and type = :type
          """);

  private static final Statement FORGET =
      Statement.of(
          """
          delete from identity_link
           where user_task_id in (select t.id
                                    from user_task t
                                   where t.process_instance_id in (:processInstanceIds))
          """);

  private final Sql sql;

  /** A row to be written. */
  record Link(String id, String userTaskId, String userId, String groupId, String type) {
    static Link of(String userTaskId, IdentityLink link) {
      return new Link(Ids.next(), userTaskId, link.userId(), link.groupId(), link.type());
    }
  }

  @Inject
  IdentityLinkStore(Sql sql) {
    this.sql = sql;
  }

  void insert(List<Link> links) {
    sql.insert(INSERT, links);
  }

  /** In the order in which they were added. */
  List<IdentityLink> of(String userTaskId) {
    return sql.rows(OF_TASK.with("userTaskId", userTaskId), IdentityLinkStore::link);
  }

  void delete(String userTaskId, IdentityLink link) {
    Statement delete =
        link.userId() != null
            ? DELETE_OF_USER.with("userId", link.userId())
            : DELETE_OF_GROUP.with("groupId", link.groupId());
    sql.update(delete.with("userTaskId", userTaskId).with("type", link.type()));
  }

  /** Deletes the links of instances that are deleted permanently; their task rows still exist. */
  void forget(List<String> processInstanceIds) {
    sql.update(FORGET.with("processInstanceIds", processInstanceIds));
  }

  private static IdentityLink link(Row row) {
    return new IdentityLink(row.text("user_id"), row.text("group_id"), row.text("type"));
  }
}
