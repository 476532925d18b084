package dev.outwork.it.openapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Sends requests as they are, without an opinion on them. */
final class Client {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final String root;
  private final String authorization;

  Client(String root) {
    this(root, null);
  }

  /**
   * @param authorization the header of each request; null for none
   */
  private Client(String root, String authorization) {
    this.root = root;
    this.authorization = authorization;
  }

  /** The same for a user. */
  Client as(String name, String password) {
    byte[] login = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new Client(root, "Basic " + Base64.getEncoder().encodeToString(login));
  }

  Answer get(String path) {
    return send(new Sent("GET", path, null, null));
  }

  Answer send(Sent sent) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(root + sent.path())).timeout(LONGEST);
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
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
