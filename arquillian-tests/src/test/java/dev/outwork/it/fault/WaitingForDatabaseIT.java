package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.Node;
import dev.outwork.it.server.Pause;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * A node that has just started and has much to do, and then one whose requests wait for a locked
 * table. {@code -Doutwork.locked.seconds=38} locks it for longer.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WaitingForDatabaseIT {
  private static final String NAME = "waiting-for-database";
  private static final int WAITERS = Integer.getInteger("outwork.waiters", 600);
  private static final int STARTS = WAITERS / 2;
  private static final Duration POLL = Duration.ofSeconds(5);

  // A thread held by another request would delay them for much longer; a busy machine for some
  // seconds.
  private static final Duration LATEST_END = POLL.plusSeconds(15);

  private static final Duration LOCKED =
      Duration.ofSeconds(Long.getLong("outwork.locked.seconds", 6));
  private static final Duration LOCK_OF_TASK = LOCKED.plusSeconds(4);
  private static final int FETCHES_A_SECOND = 5;
  private static final String TOPIC = "transcodeVideo";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");

  private static EmbeddedPostgres postgres;
  private static Node node;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void startNode() throws Exception {
    postgres = EmbeddedPostgres.start();
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
    node.rest().deployVideo();
  }

  @AfterAll
  static void stopNode() throws Exception {
    if (node != null) {
      node.close();
    }
    postgres.close();
  }

  @Test
  @Order(1)
  void polls_end_in_time_on_a_cold_node_while_many_instances_start() throws Exception {
    List<CompletableFuture<Duration>> polls = new ArrayList<>();
    for (int i = 0; i < WAITERS; i++) {
      long begin = System.nanoTime();
      polls.add(
          fetch("waiter-" + i, "nothing", POLL, POLL)
              .thenApply(any -> Duration.ofNanos(System.nanoTime() - begin)));
    }
    for (int i = 0; i < STARTS; i++) {
      node.rest().startVideo("v" + i);
    }

    List<Duration> lengths = new ArrayList<>();
    for (CompletableFuture<Duration> poll : polls) {
      lengths.add(poll.get(2, TimeUnit.MINUTES));
    }

    lengths.sort(Duration::compareTo);
    Duration nearlyAll = lengths.get(WAITERS * 99 / 100 - 1);
    System.out.printf(
        "%d polls of %s beside %d starts on a cold node: median %s, 99 %% within %s, late by the node's own clock: %s%n",
        WAITERS, POLL, STARTS, lengths.get(WAITERS / 2), nearlyAll, late());
    assertThat(nearlyAll).isLessThan(LATEST_END);
  }

  @Test
  @Order(2)
  void no_lock_ends_early_because_requests_have_waited_for_a_locked_table() throws Exception {
    node.rest().fetch("everything-else", TOPIC, STARTS);
    node.rest().startVideo("the one");
    Map<String, Object> task =
        node.rest()
            .post(
                "/external-task/fetchAndLock",
                Map.of(
                    "workerId",
                    "holder",
                    "maxTasks",
                    1,
                    "topics",
                    List.of(Map.of("topicName", TOPIC, "lockDuration", LOCK_OF_TASK.toMillis()))))
            .then()
            .statusCode(200)
            .extract()
            .path("[0]");
    Instant until = instant((String) task.get("lockExpirationTime"));

    lockTableWhileOthersFetch();

    String answer = "[]";
    Instant taken = null;
    while (!answer.contains((String) task.get("id"))) {
      answer =
          fetch("next", TOPIC, Duration.ofSeconds(1), Duration.ofMinutes(1))
              .get(1, TimeUnit.MINUTES)
              .body();
      taken = timeOfDatabase();
    }
    System.out.printf(
        "After a lock of %s on its table with %d fetches a second a task was handed over %d ms after its lock had run out%n",
        LOCKED, FETCHES_A_SECOND, Duration.between(until, taken).toMillis());
    assertThat(taken).isAfterOrEqualTo(until);
  }

  private void lockTableWhileOthersFetch() throws Exception {
    List<CompletableFuture<?>> fetches = new ArrayList<>();
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      statement.execute("lock table external_task in access exclusive mode");
      for (int i = 0; i < LOCKED.toSeconds() * FETCHES_A_SECOND; i++) {
        // At once: a waiting worker would get the task when its lock has expired.
        fetches.add(fetch("crowd-" + i, "nothing", Duration.ZERO, POLL));
        Pause.of(Duration.ofSeconds(1).dividedBy(FETCHES_A_SECOND));
      }
      connection.rollback();
    }
    for (CompletableFuture<?> fetch : fetches) {
      fetch.get(2, TimeUnit.MINUTES);
    }
  }

  private CompletableFuture<HttpResponse<String>> fetch(
      String worker, String topic, Duration timeout, Duration lock) {
    String body =
        """
        {"workerId": "%s", "maxTasks": 1, "asyncResponseTimeout": %d,
         "topics": [{"topicName": "%s", "lockDuration": %d}]}
        """
            .formatted(worker, timeout.toMillis(), topic, lock.toMillis());
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create(node.rest().root() + "/external-task/fetchAndLock"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The node logs requests that end more than half a second after their time. */
  private static List<String> late() throws IOException {
    try (Stream<String> lines =
        Files.lines(Path.of(System.getProperty("work.directory"), NAME + ".log"))) {
      return lines.filter(line -> line.contains("waiting requests ended")).toList();
    }
  }

  private static Instant timeOfDatabase() throws SQLException {
    try (Connection connection = postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("select clock_timestamp()")) {
      answer.next();
      return answer.getObject(1, OffsetDateTime.class).toInstant();
    }
  }

  private static Instant instant(String date) {
    return OffsetDateTime.parse(date, DATE).toInstant();
  }
}
