package dev.outwork.engine.batch;

import dev.outwork.api.Page;
import dev.outwork.api.batch.BatchFailure;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Portions;
import dev.outwork.engine.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Unfinished elements of batches. */
@ApplicationScoped
public class ElementStore {
  private static final String INSERT =
      """
      insert into batch_element (id, batch_id, element_id, state)
      values (:id, :batchId, :elementId, 'PENDING')
      """;

  private static final String NEXT =
      """
      select e.id
        from batch_element e
       where e.batch_id = :batchId
         and e.state = 'PENDING'
         and e.id > :after
       order by e.id
       limit :most
      """;

  // An element locked by another run is processed by that run, or stays for the next.
  private static final String HOLD_IF_FREE =
      """
      select e.element_id
        from batch_element e
       where e.id = :id
         and e.state = 'PENDING'
         for update skip locked
      """;

  private static final String DELETE =
      """
      delete from batch_element
       where id = :id
      """;

  private static final String FAIL =
      """
      update batch_element
         set state = 'FAILED',
             error_message = :message,
             failed_at = :now
       where id = :id
      """;

  private static final String RETRY =
      """
      update batch_element
         set state = 'PENDING',
             error_message = null,
             failed_at = null
       where batch_id = :batchId
         and state = 'FAILED'
      """;

  private static final String DELETE_OF_BATCH =
      """
      delete from batch_element
       where batch_id = :batchId
      """;

  private static final String COUNTS =
      """
      select e.batch_id,
             count(*) as remaining,
             count(case when e.state = 'FAILED' then 1 end) as failed
        from batch_element e
       where e.batch_id in (<batchIds>)
       group by e.batch_id
      """;

  private static final String FAILURES =
      """
      select e.id,
             e.element_id,
             e.error_message as message,
             e.failed_at as failure_time
        from batch_element e
       where e.batch_id = :batchId
         and e.state = 'FAILED'
       order by e.id
       limit :most offset :first
      """;

  private static final String OF_TYPE =
      """
      select e.element_id
        from batch b
        join batch_element e on e.batch_id = b.id
       where b.type = :type
         and b.ended_at is null
      """;

  private final Sql sql;

  /** The numbers of unfinished and failed elements of a batch. */
  public record Counts(String batchId, long remaining, long failed) {}

  /** Required for the container's proxy. */
  protected ElementStore() {
    this(null);
  }

  @Inject
  ElementStore(Sql sql) {
    this.sql = sql;
  }

  void insert(String batchId, List<String> elementIds) {
    sql.tell(
        handle -> {
          for (List<String> some : Portions.of(elementIds)) {
            insert(handle, batchId, some);
          }
        });
  }

  private static void insert(Handle handle, String batchId, List<String> elementIds) {
    PreparedBatch rows = handle.prepareBatch(INSERT);
    for (String elementId : elementIds) {
      rows.bind("id", Ids.next()).bind("batchId", batchId).bind("elementId", elementId).add();
    }
    rows.execute();
  }

  /** The ids of the rows after this one in the order of the batch. */
  List<String> next(String batchId, String after, int most) {
    return sql.ask(
        handle ->
            handle
                .createQuery(NEXT)
                .bind("batchId", batchId)
                .bind("after", after)
                .bind("most", most)
                .mapTo(String.class)
                .list());
  }

  /**
   * Locks a row until the transaction ends and returns the id of its element; empty if it is
   * processed, has failed, or is locked.
   */
  Optional<String> holdIfFree(String id) {
    return sql.ask(
        handle -> handle.createQuery(HOLD_IF_FREE).bind("id", id).mapTo(String.class).findOne());
  }

  void delete(String id) {
    sql.tell(handle -> handle.createUpdate(DELETE).bind("id", id).execute());
  }

  void fail(String id, String message, Instant now) {
    sql.tell(
        handle ->
            handle
                .createUpdate(FAIL)
                .bind("id", id)
                .bind("message", message)
                .bind("now", now)
                .execute());
  }

  void retry(String batchId) {
    sql.tell(handle -> handle.createUpdate(RETRY).bind("batchId", batchId).execute());
  }

  void deleteOf(String batchId) {
    sql.tell(handle -> handle.createUpdate(DELETE_OF_BATCH).bind("batchId", batchId).execute());
  }

  /** Batches without unfinished elements are left out. */
  List<Counts> counts(List<String> batchIds) {
    return sql.ask(
        handle ->
            Portions.of(batchIds).stream()
                .flatMap(
                    some ->
                        handle
                            .createQuery(COUNTS)
                            .bindList("batchIds", some)
                            .map(ConstructorMapper.of(Counts.class))
                            .list()
                            .stream())
                .toList());
  }

  List<BatchFailure> failures(String batchId, Page page) {
    return sql.ask(
        handle ->
            handle
                .createQuery(FAILURES)
                .bind("batchId", batchId)
                .bind("first", page.firstResult())
                .bind("most", page.maxResults())
                .map(ConstructorMapper.of(BatchFailure.class))
                .list());
  }

  /** The ids of unfinished elements in unfinished batches of a type. */
  Set<String> ofType(String type) {
    return sql.ask(
        handle -> handle.createQuery(OF_TYPE).bind("type", type).mapTo(String.class).set());
  }
}
