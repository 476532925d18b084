package dev.outwork.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outwork.it.server.Pause;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/** A client that knows all nodes, and tries the next one when one does not answer. */
public final class Caller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final int SERVER_ERROR = 500;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final List<Supplier<String>> roots;
  private int next;

  public Caller(Cluster cluster, int first) {
    this(
        IntStream.range(0, cluster.size())
            .<Supplier<String>>mapToObj(node -> () -> cluster.root(node))
            .toList(),
        first);
  }

  private Caller(List<Supplier<String>> roots, int first) {
    this.roots = roots;
    this.next = first;
  }

  /** A client that knows one address in front of the nodes. */
  public static Caller of(String root) {
    return new Caller(List.of(() -> root), 0);
  }

  /** The answer of the server. */
  public record Answer(int status, JsonNode body) {
    public boolean isOk() {
      return status == OK;
    }

    /** Whether it may be asked again. */
    public boolean isServerError() {
      return status >= SERVER_ERROR;
    }
  }

  /** Asks once; empty if it is not known what has become of it. */
  public Optional<Answer> post(String path, String body) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(roots.get(next).get() + path))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofString(body))
              .build();
      HttpResponse<byte[]> response = http.send(request, BodyHandlers.ofByteArray());
      byte[] content = response.body();
      return Optional.of(
          new Answer(
              response.statusCode(),
              content.length == 0 ? JSON.nullNode() : JSON.readTree(content)));
    } catch (IOException e) {
      next = (next + 1) % roots.size();
      // Not in a hurry: a node that is dead refuses at once.
      Pause.of(Duration.ofMillis(50));
      return Optional.empty();
    }
  }
}
