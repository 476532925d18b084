package dev.outwork.engine.batch;

import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;

/** Batches in the database. {@link BatchLeaseStore} assigns them to runs. */
@ApplicationScoped
public class BatchStore {
  private static final String INSERT =
      """
      insert into batch (id, type, total, configuration, suspended, created_at)
      values (:id, :type, :total, :configuration, false, :createdAt)
      """;

  private static final String TASK =
      """
      select b.type,
             b.configuration
        from batch b
       where b.id = :id
      """;

  private static final String SET_SUSPENDED =
      """
      update batch
         set suspended = :suspended
       where id = :id
         and ended_at is null
      """;

  // A run that is still active finds that it has lost the batch.
  private static final String END =
      """
      update batch
         set ended_at = :now,
             claimed_by = null,
             claimed_until = null
       where id = :id
         and ended_at is null
      """;

  private static final String DELETE =
      """
      delete from batch
       where id = :id
      """;

  private static final String DELETE_ENDED =
      """
      delete from batch
       where type = :type
         and ended_at <= :endedUntil
      """;

  private final Sql sql;

  /** The operation on each element. */
  public record Task(String type, String configuration) {}

  /** Required for the container's proxy. */
  protected BatchStore() {
    this(null);
  }

  @Inject
  BatchStore(Sql sql) {
    this.sql = sql;
  }

  void insert(String id, Task task, int total, Instant now) {
    sql.tell(
        handle ->
            handle
                .createUpdate(INSERT)
                .bind("id", id)
                .bind("type", task.type())
                .bind("total", total)
                .bind("configuration", task.configuration())
                .bind("createdAt", now)
                .execute());
  }

  Optional<Task> task(String id) {
    return sql.ask(
        handle ->
            handle
                .createQuery(TASK)
                .bind("id", id)
                .map(ConstructorMapper.of(Task.class))
                .findOne());
  }

  /** False if no such batch is running. */
  boolean setSuspended(String id, boolean suspended) {
    return sql.ask(
        handle ->
            handle.createUpdate(SET_SUSPENDED).bind("id", id).bind("suspended", suspended).execute()
                == 1);
  }

  /** False if no such batch is running. */
  boolean end(String id, Instant now) {
    return sql.ask(
        handle -> handle.createUpdate(END).bind("id", id).bind("now", now).execute() == 1);
  }

  void delete(String id) {
    sql.tell(handle -> handle.createUpdate(DELETE).bind("id", id).execute());
  }

  void deleteEnded(String type, Instant endedUntil) {
    sql.tell(
        handle ->
            handle
                .createUpdate(DELETE_ENDED)
                .bind("type", type)
                .bind("endedUntil", endedUntil)
                .execute());
  }
}
