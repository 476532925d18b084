package dev.outwork.it.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Sends requests as they are, without an opinion on them. */
final class Client {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;

  Client(String root) {
    this.root = root;
  }

  Answer get(String path) {
    return send(new Sent("GET", path, null, null));
  }

  Answer send(Sent sent) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + sent.path())).timeout(LONGEST);
    if (sent.contentType() != null) {
      request.header("Content-Type", sent.contentType());
    }
    request.method(
        sent.method(),
        sent.body() == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(sent.body()));
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("Content-Type").orElse(""),
          new String(answer.body(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
