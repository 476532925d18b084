package dev.outwork.engine.cost;

import com.zaxxer.hikari.HikariDataSource;
import dev.outwork.engine.database.Sql;
import dev.outwork.testkit.SettableClock;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.container.EngineContainer;
import java.util.concurrent.Callable;

/** A node of an engine, of which it is counted how many rows its questions read. */
final class Cost implements AutoCloseable {
  private static final String READ_ON_POSTGRESQL =
      """
      select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))
        from pg_stat_xact_user_tables
      """;

  private final TestDatabase database;
  private final CountingPool pool;
  private final EngineContainer node;

  Cost(TestEngine engine, TestDatabase database) {
    this.database = database;
    this.pool = new CountingPool((HikariDataSource) engine.database());
    this.node = new EngineContainer(pool, new SettableClock());
  }

  /** A service of the node. */
  <T> T of(Class<T> service) {
    return node.bean(service);
  }

  /** How many rows a question reads, whether they are of use or not. */
  long of(Callable<?> question) throws Exception {
    return node.inTransaction(
        () -> {
          long before = readSoFar();
          question.call();
          return readSoFar() - before;
        });
  }

  private long readSoFar() {
    return database == TestDatabase.H2
        ? pool.rowsRead()
        : node.bean(Sql.class)
            .ask(handle -> handle.createQuery(READ_ON_POSTGRESQL).mapTo(Long.class).one());
  }

  @Override
  public void close() {
    node.close();
  }
}
