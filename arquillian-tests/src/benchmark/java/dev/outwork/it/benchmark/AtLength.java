package dev.outwork.it.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.function.Consumer;

/** Whether a task costs the more, the more tasks were done before it. */
final class AtLength {
  private static final int WORKERS = 8;
  private static final int AT_ONCE = 10;
  private static final String FIRST = "the first";

  private final Bench bench;
  private final Video video;

  AtLength(Bench bench, Video video) {
    this.bench = bench;
    this.video = video;
  }

  /** Many portions one after the other; shown are the first and each tenth. */
  void endurance(int portions, int instances, Consumer<Row> shown) {
    Row first = null;
    for (int i = 1; i <= portions; i++) {
      Row row = portion(video, "endurance, portion %d of %d".formatted(i, portions), instances);
      first = first == null ? row : first;
      if (i == 1 || i % 10 == 0) {
        shown.accept(row.comparedWith(first, FIRST));
      }
    }
  }

  /**
   * Portions while an old transaction is open, so that no dead row can be vacuumed; and one before
   * and one after.
   */
  void heldTransaction(
      String name, String options, int portions, int instances, Consumer<Row> shown) {
    Video fetching = video.with(options);
    Row first = portion(fetching, name + ", before", instances);
    shown.accept(first);
    try (Connection connection = bench.database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.execute("select count(*) from external_task");
      long since = System.nanoTime();
      for (int i = 1; i <= portions; i++) {
        Row row = portion(fetching, "%s, portion %d".formatted(name, i), instances);
        Duration open = Duration.ofNanos(System.nanoTime() - since);
        shown.accept(
            row.comparedWith(first, FIRST).remarking("open for %d s".formatted(open.toSeconds())));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    bench.database().execute("vacuum analyze external_task");
    shown.accept(portion(fetching, name + ", after", instances).comparedWith(first, FIRST));
  }

  private static Row portion(Video video, String name, int instances) {
    return video.completeInBulk(instances, WORKERS, AT_ONCE, Goal.NONE).named(name);
  }
}
