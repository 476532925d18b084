package dev.outwork.engine.batch;

import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Leases of runs on batches. */
@Collaborator
public class BatchLeaseStore {
  // A batch without elements was left over by a run that was killed before it could end the batch.
  private static final Statement FREE =
      Statement.of(
          """
          select b.id,
                 b.claimed_by
            from batch b
           where b.ended_at is null
             and not b.suspended
             and (b.claimed_until is null or b.claimed_until <= :now)
             and (exists (select 1
                            from batch_element e
                           where e.batch_id = b.id
                             and e.state = 'PENDING')
                  or not exists (select 1
                                   from batch_element e
                                  where e.batch_id = b.id))
           order by b.id
           limit :most
          """);

  private static final Statement CLAIM =
      Statement.of(
          """
          update batch
             set claimed_by = :runId,
                 claimed_until = :until,
                 execution_started_at = coalesce(execution_started_at, :now)
           where id = :id
             and ended_at is null
             and not suspended
             and (claimed_until is null or claimed_until <= :now)   -- another node may have been faster
          """);

  // Also valid after expiry, as long as no other run has acquired the batch.
  private static final Statement RENEW =
      Statement.of(
          """
          update batch
             set claimed_until = :until
           where id = :id
             and claimed_by = :runId
             and not suspended
          """);

  private static final Statement RELEASE =
      Statement.of(
          """
          update batch
             set claimed_by = null,
                 claimed_until = null
           where id = :id
             and claimed_by = :runId
          """);

  // Any run may have processed the last element, in time or late.
  private static final Statement END_IF_DONE =
      Statement.of(
          """
          update batch
             set ended_at = :now,
                 claimed_by = null,
                 claimed_until = null
           where id = :id
             and ended_at is null
             and not exists (select 1
                               from batch_element e
                              where e.batch_id = :id)
          """);

  private final Sql sql;

  @Inject
  BatchLeaseStore(Sql sql) {
    this.sql = sql;
  }

  /** Batches that wait for a run, the oldest first. */
  List<FreeBatch> free(Instant now, int most) {
    return sql.rows(FREE.with("now", now).with("most", most), FreeBatch::read);
  }

  /** False if another run has it, or it has nothing to run any more. */
  boolean claim(String id, String runId, Instant now, Instant until) {
    return sql.update(
            CLAIM.with("id", id).with("runId", runId).with("now", now).with("until", until))
        == 1;
  }

  /** False if the run must end: the batch is suspended, ended, or leased to another run. */
  boolean renew(String id, String runId, Instant until) {
    return sql.update(RENEW.with("id", id).with("runId", runId).with("until", until)) == 1;
  }

  void release(String id, String runId) {
    sql.update(RELEASE.with("id", id).with("runId", runId));
  }

  /** True if this call ended the batch. */
  boolean endIfDone(String id, Instant now) {
    return sql.update(END_IF_DONE.with("id", id).with("now", now)) == 1;
  }
}
