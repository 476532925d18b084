package dev.outwork.rest.token;

import dev.outwork.api.Texts;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * A call of an identity provider, at an address that the operator or the provider has named. The
 * answer is 200, not too long, and comes in time.
 *
 * @param address with {@code http} or {@code https}
 * @param longest for the connection, for each part of an answer, and for all of its body; headers
 *     that come byte by byte may take longer
 */
public record ProviderCall(String address, Duration longest) {
  /** A key set of hundreds of keys with certificates is shorter. */
  static final int MOST_BYTES = 1024 * 1024;

  static final Duration LONGEST = Duration.ofSeconds(5);

  /** A call with five seconds for each part. */
  public ProviderCall(String address) {
    this(address, LONGEST);
  }

  /** What is published there. */
  public String get() throws IOException {
    HttpURLConnection connection = open();
    try {
      return answer(connection);
    } finally {
      connection.disconnect();
    }
  }

  /**
   * The answer to a form.
   *
   * @param authorization the header of that name, null for none
   */
  public String post(Map<String, String> form, String authorization) throws IOException {
    HttpURLConnection connection = open();
    try {
      if (authorization != null) {
        connection.setRequestProperty("Authorization", authorization);
      }
      connection.setRequestMethod("POST");
      connection.setRequestProperty("Content-Type", "application/x-www-form-urlencoded");
      connection.setDoOutput(true);
      try (OutputStream body = connection.getOutputStream()) {
        body.write(encoded(form).getBytes(StandardCharsets.UTF_8));
      }
      return answer(connection);
    } finally {
      connection.disconnect();
    }
  }

  /** A form as it is sent, or as it stands in an address. */
  public static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"));
  }

  /** A text as a part of a form. */
  public static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** Why a reading has failed, in a line of the log. It may have parts of what was answered. */
  public static String reason(IOException failure) {
    return failure.getMessage() == null
        ? failure.getClass().getSimpleName()
        : Texts.inOneLine(failure.getMessage());
  }

  // Not by HttpClient, whose threads would outlive the application on Java 17.
  private HttpURLConnection open() throws IOException {
    HttpURLConnection connection = connection();
    connection.setConnectTimeout((int) longest.toMillis());
    connection.setReadTimeout((int) longest.toMillis());
    connection.setInstanceFollowRedirects(false);
    connection.setUseCaches(false);
    connection.setRequestProperty("Accept", "application/json");
    return connection;
  }

  private HttpURLConnection connection() throws IOException {
    try {
      if (URI.create(address).toURL().openConnection() instanceof HttpURLConnection connection) {
        return connection;
      }
    } catch (IllegalArgumentException e) {
      throw new IOException("It is no address", e);
    }
    throw new IOException("It is no address of HTTP");
  }

  private String answer(HttpURLConnection connection) throws IOException {
    int status = connection.getResponseCode();
    if (status != HttpURLConnection.HTTP_OK) {
      throw new IOException("Status " + status);
    }
    try (InputStream content = connection.getInputStream()) {
      return text(content, longest);
    }
  }

  /** All of a content that is neither too long nor too slow. */
  static String text(InputStream content, Duration longest) throws IOException {
    long end = System.nanoTime() + longest.toNanos();
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    byte[] part = new byte[8192];
    for (int length = content.read(part); length >= 0; length = content.read(part)) {
      read.write(part, 0, length);
      if (read.size() > MOST_BYTES) {
        throw new IOException("It is longer than %d bytes".formatted(MOST_BYTES));
      }
      if (System.nanoTime() - end > 0) {
        throw new IOException("It takes longer than %d s".formatted(longest.toSeconds()));
      }
    }
    return read.toString(StandardCharsets.UTF_8);
  }
}
