package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of an H2 database goes from one application to the next. */
class EmbeddedDatabaseTest {
  @TempDir private Path directory;

  @Test
  void the_first_connection_waits_until_the_file_is_free() throws Exception {
    database().open().close();
    try (FileChannel file =
        FileChannel.open(directory.resolve("engine.mv.db"), StandardOpenOption.WRITE)) {
      FileLock predecessor = file.lock();

      CompletableFuture<Connection> next = CompletableFuture.supplyAsync(this::open);
      assertThat(next).isNotDone();
      predecessor.release();

      try (Connection connection = next.get()) {
        assertThat(connection.isValid(1)).isTrue();
      }
    }
  }

  @Test
  void connections_that_the_container_leaves_open_are_closed() throws Exception {
    Connection forgotten = database().open();

    EmbeddedDatabase.closeAfter(Duration.ZERO, Set.of(forgotten));

    assertThat(forgotten.isClosed()).isTrue();
  }

  @Test
  void the_container_may_close_connections_itself() throws Exception {
    CompletableFuture<Void> closing;
    try (Connection connection = database().open()) {
      closing =
          CompletableFuture.runAsync(
              () -> EmbeddedDatabase.closeAfter(Duration.ofDays(1), Set.of(connection)));
      assertThat(connection.isClosed()).isFalse();
    }

    closing.get();
  }

  private Connection open() {
    try {
      return database().open();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private EmbeddedDatabase database() {
    JdbcDataSource h2 = new JdbcDataSource();
    h2.setURL("jdbc:h2:file:" + directory.resolve("engine"));
    h2.setUser("sa");
    h2.setPassword("");
    return new EmbeddedDatabase(h2);
  }
}
