package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.Node;
import dev.outwork.it.server.RestApi;
import io.restassured.response.Response;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A node whose database is away for a while, or does not answer on one connection. */
class OutageIT {
  private static final String NAME = "outage";
  private static final String NOTHING = "nothing";
  private static final int WAITERS = 200;
  private static final int STARTS = 50;
  private static final int CALLS = 6;
  private static final Duration POLL = Duration.ofSeconds(3);

  // A hung connection would keep them for its whole time-out; a busy machine some seconds.
  private static final Duration LATEST_END = POLL.plusSeconds(15);

  // Includes the messages of the server's pool for each connection that it cannot open.
  private static final long MOST_BYTES_A_SECOND = 30_000;

  private static EmbeddedPostgres postgres;
  private static DatabaseLine database;
  private static DatabaseLine hints;
  private static Node node;

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @BeforeAll
  static void startNode() throws Exception {
    postgres = EmbeddedPostgres.start();
    database = DatabaseLine.to(postgres.getPort());
    hints = DatabaseLine.to(postgres.getPort());
    node =
        Node.start(
            NAME,
            Map.of(
                "OUTWORK_DB_URL",
                database.url(),
                "OUTWORK_DB_HINTS_URL",
                hints.url(),
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
    database.close();
    hints.close();
    postgres.close();
  }

  @AfterEach
  void restore() {
    database.restore();
    hints.restore();
  }

  @Test
  void workers_learn_that_the_database_is_away_and_the_log_stays_small() throws Exception {
    CompletableFuture<HttpResponse<String>> waiting = fetch(Duration.ofSeconds(60));
    await().until(() -> !waiting.isDone());
    long logged = Files.size(log());
    long begin = System.nanoTime();

    database.cut();

    HttpResponse<String> answer = waiting.get(40, TimeUnit.SECONDS);
    assertThat(answer.statusCode() == 503 || answer.body().isBlank())
        .as("%s %s", answer, answer.body())
        .isTrue();
    for (int i = 0; i < CALLS; i++) {
      Response refused = i % 2 == 0 ? start() : rest().get("/external-task/count");
      refused.then().statusCode(503);
      assertThat(refused.header("Retry-After")).isEqualTo("5");
      assertThat(refused.<String>path("type")).isEqualTo("DatabaseUnavailableException");
    }
    assertThat(fetch(POLL).get(40, TimeUnit.SECONDS).statusCode()).isEqualTo(503);
    rest().get("/health").then().statusCode(503);
    long seconds = Duration.ofNanos(System.nanoTime() - begin).toSeconds() + 1;
    long bytes = Files.size(log()) - logged;
    System.out.printf("%d calls in an outage of %d s: %d bytes of log%n", CALLS, seconds, bytes);
    assertThat(bytes / seconds).isLessThan(MOST_BYTES_A_SECOND);

    database.restore();

    await().atMost(Duration.ofSeconds(30)).until(() -> start().statusCode() == 200);
    assertThat(fetch(POLL).get(40, TimeUnit.SECONDS).body().trim()).isEqualTo("[]");
  }

  @Test
  void polls_end_in_time_while_a_connection_hangs_that_carries_hints() throws Exception {
    hints.freeze();
    List<CompletableFuture<Duration>> polls = new ArrayList<>();
    for (int i = 0; i < WAITERS; i++) {
      polls.add(timed(fetch(POLL)));
    }
    for (int i = 0; i < STARTS; i++) {
      start().then().statusCode(200);
    }

    List<Duration> lengths = new ArrayList<>();
    for (CompletableFuture<Duration> poll : polls) {
      lengths.add(poll.get(60, TimeUnit.SECONDS));
    }

    lengths.sort(Duration::compareTo);
    Duration nearlyAll = lengths.get(WAITERS * 99 / 100 - 1);
    System.out.printf(
        "%d polls of %s: median %s, 99 %% within %s%n",
        WAITERS, POLL, lengths.get(WAITERS / 2), nearlyAll);
    assertThat(nearlyAll).isLessThan(LATEST_END);
    assertThat(Files.readString(log())).doesNotContain("Request already released");
  }

  @Test
  void health_tells_whether_hints_are_heard() {
    awaitHints("HEARD");

    hints.cut();
    awaitHints("NOT_HEARD");

    hints.restore();
    awaitHints("HEARD");
  }

  private static void awaitHints(String state) {
    await("hints to be " + state)
        .atMost(Duration.ofMinutes(1))
        .until(
            () ->
                state.equals(
                    rest().get("/health").then().statusCode(200).extract().<String>path("hints")));
  }

  private static CompletableFuture<Duration> timed(CompletableFuture<?> answer) {
    long begin = System.nanoTime();
    return answer.thenApply(any -> Duration.ofNanos(System.nanoTime() - begin));
  }

  private CompletableFuture<HttpResponse<String>> fetch(Duration timeout) {
    String body =
        """
        {"workerId": "w", "maxTasks": 1, "asyncResponseTimeout": %d,
         "topics": [{"topicName": "%s", "lockDuration": 60000}]}
        """
            .formatted(timeout.toMillis(), NOTHING);
    return client.sendAsync(
        HttpRequest.newBuilder(URI.create(rest().root() + "/external-task/fetchAndLock"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static Response start() {
    return rest().post("/process-definition/key/video/start", Map.of());
  }

  private static Path log() {
    return Path.of(System.getProperty("work.directory"), NAME + ".log");
  }

  private static RestApi rest() {
    return node.rest();
  }
}
