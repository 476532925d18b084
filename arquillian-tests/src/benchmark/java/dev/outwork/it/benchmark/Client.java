package dev.outwork.it.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** HTTP and JSON, with as little of its own as can be: its time is not the server's. */
final class Client {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;

  Client(String root) {
    this.root = root;
  }

  String root() {
    return root;
  }

  record Answer(int status, JsonNode body) {
    boolean isError() {
      return status >= 400;
    }
  }

  Answer get(String path) {
    return send(request(path).GET().build());
  }

  Answer post(String path, String body) {
    return send(request(path).POST(BodyPublishers.ofString(body)).build());
  }

  CompletableFuture<Answer> getLater(String path) {
    return sendLater(request(path).GET().build());
  }

  CompletableFuture<Answer> postLater(String path, String body) {
    return sendLater(request(path).POST(BodyPublishers.ofString(body)).build());
  }

  private CompletableFuture<Answer> sendLater(HttpRequest request) {
    return http.sendAsync(request, BodyHandlers.ofByteArray()).thenApply(Client::read);
  }

  Answer deploy(String fileName, String model) {
    String boundary = "benchmark";
    String body =
        """
        --%s\r
        Content-Disposition: form-data; name="data"; filename="%s"\r
        Content-Type: application/octet-stream\r
        \r
        %s\r
        --%s--\r
        """
            .formatted(boundary, fileName, model, boundary);
    return send(
        HttpRequest.newBuilder(URI.create(root + "/deployment/create"))
            .timeout(LONGEST)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(root + path))
        .timeout(LONGEST)
        .header("Content-Type", "application/json");
  }

  private Answer send(HttpRequest request) {
    try {
      return read(http.send(request, BodyHandlers.ofByteArray()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer read(HttpResponse<byte[]> response) {
    try {
      byte[] body = response.body();
      return new Answer(
          response.statusCode(), body.length == 0 ? JSON.nullNode() : JSON.readTree(body));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
