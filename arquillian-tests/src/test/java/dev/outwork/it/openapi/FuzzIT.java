package dev.outwork.it.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outwork.it.openapi.Requests.Attempt;
import dev.outwork.it.server.OnServer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Requests made at random from the OpenAPI document: every answer must be one that the document and
 * docs/rest-api.md allow. {@code -Doutwork.fuzz.seconds=} sets the duration, {@code
 * -Doutwork.fuzz.seed=} repeats the requests of an earlier run.
 */
class FuzzIT extends OnServer {
  private static final int SECONDS = Integer.getInteger("outwork.fuzz.seconds", 25);
  private static final long SEED = Long.getLong("outwork.fuzz.seed", 9132289922998L);
  private static final int MOST_FAULTS = 30;
  private static final int ROUND = 250;

  private static final Pattern INSIDE =
      Pattern.compile(
          "\\bat [a-z]+\\.[\\w.$]+\\(|dev\\.outwork|(?<!to java type )\\bjava[x.]*\\.(lang|util|sql|io|net|time)\\b"
              + "|jakarta\\.|\\borg\\.(h2|hibernate|eclipse|glassfish|postgresql|jboss)\\b"
              + "|com\\.(fasterxml|sun|zaxxer)|SQLState|SQL statement|\\bselect \\w+\\.|insert into"
              + "|/(home|opt|usr|var|root|tmp)/|\\.java:\\d",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern NO_ADDRESS = Pattern.compile("^[^?]*(%00|%5C|%2F|%0D|%0A|/\\.\\.)");
  private static final String UNFORESEEN = "the server's log has the reason";

  private final List<String> faults = new ArrayList<>();
  private final Map<Integer, Integer> statuses = new TreeMap<>();

  // The requests of a seed depend on existing data; and the data left by random requests are
  // unknown.
  @BeforeAll
  @AfterAll
  static void onAServerOfItsOwn() {
    endTheServer();
  }

  @Test
  void every_request_is_answered_as_documented() throws IOException {
    System.out.println("Fuzzing for " + SECONDS + " s, -Doutwork.fuzz.seed=" + SEED);
    Client client = new Client(rest().root());
    ServedApi api = new ServedApi(client.get("/openapi.json").body());
    Random random = new Random(SEED);
    long left = Duration.ofSeconds(SECONDS).toNanos();

    while (left > 0 && faults.size() < MOST_FAULTS) {
      new World(rest()).populate();
      Requests requests = new Requests(api, new Places(client, api), random, World.model());
      long start = System.nanoTime();
      for (int i = 0; i < ROUND; i++) {
        tryOut(requests.next(), client, api);
      }
      left -= System.nanoTime() - start;
    }

    System.out.println("Answers by status: " + statuses);
    assertThat(faults).as("seed " + SEED).isEmpty();
    assertThat(statuses.keySet()).contains(200, 400, 404);
    assertStillQuick(client);
  }

  private void tryOut(Attempt attempt, Client client, ServedApi api) {
    Answer answer;
    try {
      answer = client.send(attempt.sent());
    } catch (RuntimeException e) {
      fault(attempt, "no answer: " + e);
      return;
    }
    statuses.merge(answer.status(), 1, Integer::sum);
    if (answer.status() >= 400) {
      checkRefusal(attempt, answer);
    } else if (attempt.sent().method().equals(attempt.call().method())) {
      api.faults(attempt.call(), answer).forEach(fault -> fault(attempt, fault + " " + answer));
    }
  }

  private void checkRefusal(Attempt attempt, Answer answer) {
    if (NO_ADDRESS.matcher(attempt.sent().path()).find() && isServers(answer)) {
      return;
    }
    if (answer.body().contains(UNFORESEEN)) {
      fault(attempt, "nobody foresaw this: " + answer);
    } else if (!isRefusal(answer)) {
      fault(attempt, "a refusal of another shape: " + answer);
    } else if (INSIDE.matcher(answer.body()).find()) {
      fault(attempt, "shows the inside: " + answer);
    }
  }

  // The server may refuse it before the application is asked, with its own page or none.
  private static boolean isServers(Answer answer) {
    return answer.status() < 500 && !answer.isJson();
  }

  private static boolean isRefusal(Answer answer) {
    try {
      JsonNode error = new ObjectMapper().readTree(answer.body());
      return answer.isJson()
          && error.path("type").asText().endsWith("Exception")
          && error.path("message").isTextual()
          && (error.path("code").isNull() || error.path("code").isInt());
    } catch (IOException e) {
      return false;
    }
  }

  private void fault(Attempt attempt, String what) {
    String shown = what.length() > 1500 ? what.substring(0, 1500) + "..." : what;
    faults.add(attempt.call() + ": " + shown + "\n  " + attempt.sent().asCurl(rest().root()));
  }

  private static void assertStillQuick(Client client) {
    long start = System.nanoTime();
    assertThat(client.get("/engine").status()).isEqualTo(200);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
  }
}
