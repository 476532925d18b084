package dev.outwork.engine.event;

import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.Optional;

/** The activities of executions, in the database. */
@Collaborator
public class ExecutionStore {
  private static final Statement FIND =
      Statement.of(
          """
          select a.process_instance_id,
                 a.activity_id,
                 i.process_definition_id
            from activity_instance a
            join process_instance i
              on i.id = a.process_instance_id
           where a.id = :id
             and a.ended_at is null
             and a.waits is null          -- it is in its node, not before or after it
          """);

  private final Sql sql;

  /** A running activity. */
  public record Place(String processInstanceId, String activityId, String processDefinitionId) {
    static Place read(Row row) {
      return new Place(
          row.text("process_instance_id"),
          row.text("activity_id"),
          row.text("process_definition_id"));
    }
  }

  @Inject
  ExecutionStore(Sql sql) {
    this.sql = sql;
  }

  Optional<Place> find(String executionId) {
    return sql.row(FIND.with("id", executionId), Place::read);
  }
}
