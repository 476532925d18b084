package dev.outwork.engine.event;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** The activities of executions, in the database. */
@ApplicationScoped
public class ExecutionStore {
  private static final String FIND =
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
      """;

  private final Sql sql;

  /** A running activity. */
  public record Place(String processInstanceId, String activityId, String processDefinitionId) {}

  /** Required for the container's proxy. */
  protected ExecutionStore() {
    this(null);
  }

  @Inject
  ExecutionStore(Sql sql) {
    this.sql = sql;
  }

  Optional<Place> find(String executionId) {
    return sql.ask(
        handle ->
            handle
                .createQuery(FIND)
                .bind("id", executionId)
                .map(ConstructorMapper.of(Place.class))
                .findOne());
  }
}
