package dev.outwork.rest.security;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Where the key set of an issuer is.
 *
 * @param place path of a file, or address
 * @param longest for the connection, for each part of an answer, and for all of its body; headers
 *     that come byte by byte may take longer
 */
record KeySource(String place, Duration longest) {
  /** A key set of hundreds of keys with certificates is shorter. */
  static final int MOST_BYTES = 1024 * 1024;

  private static final Duration LONGEST = Duration.ofSeconds(5);

  KeySource(String place) {
    this(place, LONGEST);
  }

  /** Whether it is a file. */
  boolean isFile() {
    String lower = place.toLowerCase(Locale.ROOT);
    return !lower.startsWith("http://") && !lower.startsWith("https://");
  }

  /** The text of the key set, as it is now. */
  String read() throws IOException {
    try {
      return isFile() ? readFile() : readAddress();
    } catch (IllegalArgumentException e) {
      throw new IOException("It is neither a path nor an address", e);
    }
  }

  private String readFile() throws IOException {
    try (InputStream content = Files.newInputStream(Path.of(place))) {
      return text(content);
    }
  }

  // Not by HttpClient, whose threads would outlive the application on Java 17.
  private String readAddress() throws IOException {
    HttpURLConnection connection = (HttpURLConnection) URI.create(place).toURL().openConnection();
    try {
      connection.setConnectTimeout((int) longest.toMillis());
      connection.setReadTimeout((int) longest.toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setUseCaches(false);
      connection.setRequestProperty("Accept", "application/json");
      int status = connection.getResponseCode();
      if (status != HttpURLConnection.HTTP_OK) {
        throw new IOException("Status " + status);
      }
      try (InputStream content = connection.getInputStream()) {
        return text(content);
      }
    } finally {
      connection.disconnect();
    }
  }

  private String text(InputStream content) throws IOException {
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
