package dev.outwork.rest.token;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;

/**
 * Where the key set of an issuer is.
 *
 * @param place path of a file, or address
 * @param longest as of {@link ProviderCall}
 */
public record KeySource(String place, Duration longest) {
  /** One that has five seconds. */
  public KeySource(String place) {
    this(place, ProviderCall.LONGEST);
  }

  /** Whether it is a file. */
  public boolean isFile() {
    String lower = place.toLowerCase(Locale.ROOT);
    return !lower.startsWith("http://") && !lower.startsWith("https://");
  }

  /** The text of the key set, as it is now. */
  String read() throws IOException {
    return isFile() ? readFile() : new ProviderCall(place, longest).get();
  }

  private String readFile() throws IOException {
    try (InputStream content = Files.newInputStream(Path.of(place))) {
      return ProviderCall.text(content, longest);
    } catch (IllegalArgumentException e) {
      throw new IOException("It is neither a path nor an address", e);
    }
  }
}
