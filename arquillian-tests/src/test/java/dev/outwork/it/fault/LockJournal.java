package dev.outwork.it.fault;

import dev.outwork.it.cluster.SharedPostgres;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** The history of each lock, recorded by the database by its own clock. */
final class LockJournal {
  private static final String TABLE =
      """
      create table lock_journal (
        at              timestamptz not null default clock_timestamp(),
        deed            text not null,
        task_id         text not null,
        worker_id       text,
        previous_worker text,
        previous_until  timestamptz);
      create function keep_lock_journal() returns trigger language plpgsql as $$
      begin
        if tg_op = 'DELETE' then
          insert into lock_journal (deed, task_id, worker_id) values ('DONE', old.id, old.worker_id);
        else
          insert into lock_journal (deed, task_id, worker_id, previous_worker, previous_until)
          values (new.state, new.id, new.worker_id, old.worker_id, old.locked_until);
        end if;
        return null;
      end $$;
      create trigger lock_journal after update or delete on external_task
        for each row execute function keep_lock_journal()
      """;

  // Each fetch has a worker id of its own, so no other worker renews a lock.
  private static final String TAKEN_WHILE_LIVE =
      """
      select concat('task ', j.task_id, ' of ', j.previous_worker, ' until ', j.previous_until,
                    ' taken by ', j.worker_id, ' at ', j.at)
        from lock_journal j
       where j.deed = 'LOCKED'
         and j.previous_worker <> j.worker_id
         and j.previous_until > j.at
      """;

  private static final String ALL =
      """
      select concat_ws('|', j.deed, j.task_id, j.worker_id, (extract(epoch from j.at) * 1000)::bigint)
        from lock_journal j
       where j.deed <> 'LOCKED'
          or j.previous_worker is distinct from j.worker_id
      """;

  private final SharedPostgres postgres;

  /** Something that happened to a task. */
  record Entry(String deed, String task, String worker, Instant at) {
    static Entry of(String line) {
      String[] parts = line.split("\\|");
      // A task that was made fetchable has no worker.
      String worker = parts.length == 4 ? parts[2] : "";
      return new Entry(
          parts[0],
          parts[1],
          worker,
          Instant.ofEpochMilli(Long.parseLong(parts[parts.length - 1])));
    }
  }

  private LockJournal(SharedPostgres postgres) {
    this.postgres = postgres;
  }

  static LockJournal begin(SharedPostgres postgres) throws SQLException {
    postgres.execute(TABLE);
    return new LockJournal(postgres);
  }

  /** Locks that were live when another worker got the task. */
  List<String> takenWhileLive() throws SQLException {
    return postgres.ask(TAKEN_WHILE_LIVE);
  }

  List<Entry> entries() throws SQLException {
    return postgres.ask(ALL).stream().map(Entry::of).toList();
  }
}
