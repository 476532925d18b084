package dev.outwork.it.cluster;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;

/** Somebody who knows all nodes, and asks the next one when one does not answer. */
final class Caller {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final Cluster cluster;
  private int next;

  Caller(Cluster cluster, int first) {
    this.cluster = cluster;
    this.next = first;
  }

  /** What the server has said. */
  record Answer(int status, JsonNode body) {
    boolean isOk() {
      return status == OK;
    }
  }

  /** Asks once; empty if it is not known what has become of it. */
  Optional<Answer> post(String path, String body) throws InterruptedException {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(cluster.root(next) + path))
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
      next = (next + 1) % cluster.size();
      // Not in a hurry: a node that is dead refuses at once.
      Thread.sleep(50);
      return Optional.empty();
    }
  }
}
