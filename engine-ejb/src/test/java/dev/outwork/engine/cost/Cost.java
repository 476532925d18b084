package dev.outwork.engine.cost;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.outwork.api.Filter;
import dev.outwork.api.ListQuery;
import dev.outwork.api.SortKey;
import dev.outwork.engine.database.Sql;
import dev.outwork.engine.database.Statement;
import dev.outwork.testkit.SettableClock;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.container.EngineContainer;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Function;

/** A node of an engine, of which it is counted how many rows its questions read. */
final class Cost implements AutoCloseable {
  private static final Statement READ_ON_POSTGRESQL =
      Statement.of(
          """
          select sum(coalesce(seq_tup_read, 0) + coalesce(idx_tup_fetch, 0))
            from pg_stat_xact_user_tables
          """);

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

  /** Fails if a list, a page of it or its count, reads more for any of the filters. */
  <F extends Enum<F> & Filter, S extends Enum<S> & SortKey> void assertReads(
      long most,
      Function<ListQuery<F, S>, ?> list,
      Function<ListQuery<F, S>, Long> count,
      Map<F, Object> filters)
      throws Exception {
    ListQuery<F, S> all = ListQuery.all();
    for (Map.Entry<F, Object> filter : filters.entrySet()) {
      ListQuery<F, S> query = all.with(filter.getKey(), filter.getValue());
      assertReads(most, filter + ", a page", () -> list.apply(query.page(0, 10)));
      assertReads(most, filter + ", counted", () -> count.apply(query));
    }
  }

  /** Fails if a question reads more rows than {@code most}. */
  void assertReads(long most, String what, Callable<?> question) throws Exception {
    assertThat(of(question)).as("rows read for %s", what).isLessThanOrEqualTo(most);
  }

  private long readSoFar() {
    return database == TestDatabase.H2
        ? pool.rowsRead()
        : Long.parseLong(node.bean(Sql.class).text(READ_ON_POSTGRESQL).orElseThrow());
  }

  @Override
  public void close() {
    node.close();
  }
}
