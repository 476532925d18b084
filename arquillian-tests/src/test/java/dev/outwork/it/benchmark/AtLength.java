package dev.outwork.it.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Whether a task costs the more, the more tasks were done before it. */
final class AtLength {
  private static final int WORKERS = 8;
  private static final int AT_ONCE = 10;

  private final Bench bench;
  private final Video video;

  AtLength(Bench bench, Video video) {
    this.bench = bench;
    this.video = video;
  }

  /** Many portions one after the other; shown are the first and the last. */
  List<Row> endurance(int portions, int instances) {
    List<Row> rows = portions("endurance", portions, instances);
    return List.of(rows.get(0), compared(rows.get(portions - 1), rows.get(0)));
  }

  /**
   * The same while somebody else's transaction is open, so that no dead row can be cleaned away;
   * and once more after its end.
   *
   * @param options of the fetches, JSON that ends with a comma
   */
  List<Row> heldTransaction(String name, String options, int portions, int instances) {
    Video fetching = video.with(options);
    List<Row> rows = new ArrayList<>();
    rows.add(portion(fetching, name + ", before", instances));
    try (Connection connection = bench.database().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
      statement.execute("select count(*) from external_task");
      long since = System.nanoTime();
      for (int i = 1; i <= portions; i++) {
        Row row = portion(fetching, "%s, portion %d".formatted(name, i), instances);
        double seconds = (System.nanoTime() - since) / 1e9;
        rows.add(compared(row, rows.get(0)).remarking("open for %.0f s".formatted(seconds)));
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    bench.database().execute("vacuum analyze external_task");
    rows.add(compared(portion(fetching, name + ", after", instances), rows.get(0)));
    return rows;
  }

  private List<Row> portions(String name, int portions, int instances) {
    List<Row> rows = new ArrayList<>();
    for (int i = 1; i <= portions; i++) {
      rows.add(portion(video, "%s, portion %d of %d".formatted(name, i, portions), instances));
    }
    return rows;
  }

  private static Row portion(Video video, String name, int instances) {
    return video.completeInBulk(instances, WORKERS, AT_ONCE, Goal.NONE).named(name);
  }

  private static Row compared(Row row, Row first) {
    return row.remarking(
        "%.2f times the first".formatted(row.cpuForThousand() / first.cpuForThousand()));
  }
}
