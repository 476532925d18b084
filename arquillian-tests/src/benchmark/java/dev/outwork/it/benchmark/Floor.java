package dev.outwork.it.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The least that any engine has to ask of the same database, by plain JDBC: claim ten tasks in one
 * statement; for each in a transaction write the result, tell history, and take the task away. No
 * model, no HTTP, no JSON.
 */
final class Floor {
  private static final String TABLES =
      """
      create table floor_task (id bigint primary key, topic text not null, worker text, locked_until timestamptz)
        with (fillfactor = 70);
      create index floor_task_open on floor_task (topic, id) where worker is null;
      create table floor_variable (task_id bigint primary key, value text not null);
      create table floor_log (task_id bigint primary key, done_at timestamptz not null);
      """;
  private static final String CLAIM =
      """
      update floor_task t
         set worker = ?,
             locked_until = now() + interval '10 minutes'
       where t.id in (select o.id
                        from floor_task o
                       where o.topic = 'floor'
                         and o.worker is null
                       order by o.id
                       limit 10
                         for update skip locked)
      returning t.id
      """;

  private final Database database;

  Floor(Database database) {
    this.database = database;
    database.execute(TABLES);
  }

  Row run(Bench bench, int tasks, int workers) {
    database.execute(
        "insert into floor_task (id, topic) select n, 'floor' from generate_series(1, %d) n"
            .formatted(tasks));
    AtomicInteger done = new AtomicInteger();
    double before = Cpu.ofThis();
    Usage used =
        bench.measure(
            () ->
                Engine.atOnce(
                    workers,
                    number -> {
                      done.addAndGet(work("w" + number));
                      return null;
                    }));
    if (done.get() != tasks) {
      throw new IllegalStateException("%d of %d tasks were done".formatted(done.get(), tasks));
    }
    database.execute("drop table floor_task, floor_variable, floor_log");
    return new Row(
        "floor: least SQL over JDBC, %d workers".formatted(workers),
        "tasks",
        tasks,
        new Usage(
            used.at(),
            Cpu.ofThis() - before,
            0,
            used.databaseCpu(),
            used.statements(),
            used.transactions(),
            used.walBytes()),
        Goal.NONE,
        "CPU of the client in place of a server's");
  }

  private int work(String worker) throws SQLException {
    try (Connection connection = database.dataSource().getConnection()) {
      connection.setAutoCommit(false);
      int done = 0;
      for (List<Long> ids = claim(connection, worker);
          !ids.isEmpty();
          ids = claim(connection, worker)) {
        for (long id : ids) {
          complete(connection, id);
          done++;
        }
      }
      return done;
    }
  }

  private static List<Long> claim(Connection connection, String worker) throws SQLException {
    List<Long> ids = new ArrayList<>();
    try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
      claim.setString(1, worker);
      try (ResultSet result = claim.executeQuery()) {
        while (result.next()) {
          ids.add(result.getLong(1));
        }
      }
    }
    connection.commit();
    return ids;
  }

  private static void complete(Connection connection, long id) throws SQLException {
    update(connection, "insert into floor_variable (task_id, value) values (?, 'done')", id);
    update(connection, "insert into floor_log (task_id, done_at) values (?, now())", id);
    update(connection, "delete from floor_task where id = ?", id);
    connection.commit();
  }

  private static void update(Connection connection, String sql, long id) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setLong(1, id);
      statement.executeUpdate();
    }
  }
}
