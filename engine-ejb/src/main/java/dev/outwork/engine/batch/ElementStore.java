package dev.outwork.engine.batch;

import dev.outwork.api.Page;
import dev.outwork.api.batch.BatchFailure;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Row;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Unfinished elements of batches. */
@Collaborator
public class ElementStore {
  private static final Insert<Pending> INSERT =
      Insert.<Pending>into("batch_element")
          .column("id", pending -> Ids.next())
          .column("batch_id", Pending::batchId)
          .column("element_id", Pending::elementId)
          .column("state", pending -> "PENDING");

  private static final Statement NEXT =
      Statement.of(
          """
          select e.id
            from batch_element e
           where e.batch_id = :batchId
             and e.state = 'PENDING'
             and e.id > :after
           order by e.id
           limit :most
          """);

  // An element locked by another run is processed by that run, or stays for the next.
  private static final Statement HOLD_IF_FREE =
      Statement.of(
          """
          select e.element_id
            from batch_element e
           where e.id = :id
             and e.state = 'PENDING'
             for update skip locked
          """);

  private static final Statement DELETE =
      Statement.of(
          """
          delete from batch_element
           where id = :id
          """);

  private static final Statement FAIL =
      Statement.of(
          """
          update batch_element
             set state = 'FAILED',
                 error_message = :message,
                 failed_at = :now
           where id = :id
          """);

  private static final Statement RETRY =
      Statement.of(
          """
          update batch_element
             set state = 'PENDING',
                 error_message = null,
                 failed_at = null
           where batch_id = :batchId
             and state = 'FAILED'
          """);

  private static final Statement DELETE_OF_BATCH =
      Statement.of(
          """
          delete from batch_element
           where batch_id = :batchId
          """);

  private static final Statement COUNTS =
      Statement.of(
          """
          select e.batch_id,
                 count(*) as remaining,
                 count(case when e.state = 'FAILED' then 1 end) as failed
            from batch_element e
           where e.batch_id in (:ids)
           group by e.batch_id
          """);

  private static final Statement FAILURES =
      Statement.of(
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
          """);

  private static final Statement OF_TYPE =
      Statement.of(
          """
          select e.element_id
            from batch b
            join batch_element e on e.batch_id = b.id
           where b.type = :type
             and b.ended_at is null
          """);

  private final Sql sql;

  /** The numbers of unfinished and failed elements of a batch. */
  public record Counts(String batchId, long remaining, long failed) {
    static Counts read(Row row) {
      return new Counts(row.text("batch_id"), row.number("remaining"), row.number("failed"));
    }
  }

  /** An element that nothing was done with yet. */
  private record Pending(String batchId, String elementId) {}

  @Inject
  ElementStore(Sql sql) {
    this.sql = sql;
  }

  void insert(String batchId, List<String> elementIds) {
    sql.insert(INSERT, elementIds.stream().map(id -> new Pending(batchId, id)).toList());
  }

  /** The ids of the rows after this one in the order of the batch. */
  List<String> next(String batchId, String after, int most) {
    return sql.texts(NEXT.with("batchId", batchId).with("after", after).with("most", most));
  }

  /**
   * Locks a row until the transaction ends and returns the id of its element; empty if it is
   * processed, has failed, or is locked.
   */
  Optional<String> holdIfFree(String id) {
    return sql.text(HOLD_IF_FREE.with("id", id));
  }

  void delete(String id) {
    sql.update(DELETE.with("id", id));
  }

  void fail(String id, String message, Instant now) {
    sql.update(FAIL.with("id", id).with("message", message).with("now", now));
  }

  void retry(String batchId) {
    sql.update(RETRY.with("batchId", batchId));
  }

  void deleteOf(String batchId) {
    sql.update(DELETE_OF_BATCH.with("batchId", batchId));
  }

  /** Batches without unfinished elements are left out. */
  List<Counts> counts(List<String> batchIds) {
    return sql.rowsOf(COUNTS, batchIds, Counts::read);
  }

  List<BatchFailure> failures(String batchId, Page page) {
    return sql.rows(
        FAILURES
            .with("batchId", batchId)
            .with("first", page.firstResult())
            .with("most", page.maxResults()),
        ElementStore::failure);
  }

  /** The ids of unfinished elements in unfinished batches of a type. */
  Set<String> ofType(String type) {
    return Set.copyOf(sql.texts(OF_TYPE.with("type", type)));
  }

  private static BatchFailure failure(Row row) {
    return new BatchFailure(
        row.text("id"), row.text("element_id"), row.text("message"), row.instant("failure_time"));
  }
}
