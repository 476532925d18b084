package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.Node;
import dev.outwork.it.server.RestApi;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * A node whose database answers and takes no writes: it is read-only, or its disk is full. {@code
 * -Doutwork.outage.seconds=95} leaves it so for longer.
 */
class NoWritesIT {
  private static final String NAME = "no-writes";
  private static final Duration LENGTH =
      Duration.ofSeconds(Long.getLong("outwork.outage.seconds", 4));
  private static final int CALLERS = 4;

  // Two lines a second for each thing that fails, and the stack of the first.
  private static final long MOST_BYTES_OF_FIRST_STACKS = 200_000;
  private static final long MOST_BYTES_A_SECOND = 10_000;

  private static SmallDisk disk;
  private static EmbeddedPostgres postgres;
  private static Node node;

  @BeforeAll
  static void startNode() throws Exception {
    disk = SmallDisk.mount("64m");
    postgres = EmbeddedPostgres.start();
    // The log of the database has room, so it does not stop.
    execute("create tablespace small location '%s'".formatted(disk.directory("tables")));
    execute("alter role postgres set default_tablespace = small");
    node =
        Node.start(
            NAME,
            Map.of(
                "OUTWORK_DB_URL",
                postgres.getJdbcUrl("postgres", "postgres"),
                "OUTWORK_DB_USER",
                "postgres",
                "OUTWORK_DB_PASSWORD",
                "postgres"));
    rest().deployVideo();
  }

  @AfterAll
  static void stopNode() throws Exception {
    if (node != null) {
      node.close();
    }
    if (postgres != null) {
      postgres.close();
    }
    if (disk != null) {
      disk.close();
    }
  }

  @Test
  void a_read_only_database_is_told_to_callers_and_by_few_lines_of_the_log() throws Exception {
    start().then().statusCode(200);
    setReadOnly("on");
    await().until(() -> start().statusCode() == 503);

    allIsRefusedAndTheLogStaysSmall("read-only");

    rest().get("/process-instance/count").then().statusCode(200);
    setReadOnly("off");
    await().atMost(Duration.ofSeconds(30)).until(() -> start().statusCode() == 200);
  }

  @Test
  void a_full_disk_is_told_to_callers_and_by_few_lines_of_the_log() throws Exception {
    start().then().statusCode(200);
    disk.fill();
    // Pages that are there have some room.
    await().atMost(Duration.ofMinutes(1)).until(() -> start().statusCode() == 503);

    allIsRefusedAndTheLogStaysSmall("full disk");

    rest().get("/process-instance/count").then().statusCode(200);
    disk.free();
    await().atMost(Duration.ofSeconds(30)).until(() -> start().statusCode() == 200);
  }

  private void allIsRefusedAndTheLogStaysSmall(String what) throws IOException {
    long logged = Files.size(log());
    Instant begin = Instant.now();

    List<Integer> statuses =
        IntStream.range(0, CALLERS)
            .parallel()
            .boxed()
            .flatMap(caller -> callUntil(begin.plus(LENGTH)).stream())
            .toList();

    Response refused = start();
    long seconds = Duration.between(begin, Instant.now()).toSeconds() + 1;
    long bytes = Files.size(log()) - logged;
    System.out.printf(
        "%d calls in %d s of %s: %d bytes of log%n", statuses.size(), seconds, what, bytes);
    assertThat(statuses).containsOnly(503);
    assertThat(refused.header("Retry-After")).isEqualTo("5");
    assertThat(refused.<String>path("type")).isEqualTo("DatabaseUnavailableException");
    assertThat(bytes).isLessThan(MOST_BYTES_OF_FIRST_STACKS + MOST_BYTES_A_SECOND * seconds);
  }

  private static List<Integer> callUntil(Instant end) {
    return Stream.generate(() -> start().statusCode())
        .takeWhile(status -> Instant.now().isBefore(end))
        .toList();
  }

  private static Response start() {
    return rest()
        .post(
            "/process-definition/key/video/start",
            Map.of("variables", Map.of("video", RestApi.string("v".repeat(3_000)))));
  }

  private static void setReadOnly(String value) throws SQLException {
    execute("alter system set default_transaction_read_only = " + value);
    execute("select pg_reload_conf()");
  }

  private static void execute(String command) throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static Path log() {
    return Path.of(System.getProperty("work.directory"), NAME + ".log");
  }

  private static RestApi rest() {
    return node.rest();
  }
}
