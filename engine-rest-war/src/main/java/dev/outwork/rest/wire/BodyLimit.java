package dev.outwork.rest.wire;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Optional;

/**
 * Refuses a body that is longer than {@code OUTWORK_MAX_BODY_BYTES}, a system property or
 * environment variable; 16 MiB unless set.
 */
@Provider
@PreMatching
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter {
  private static final String SETTING = "OUTWORK_MAX_BODY_BYTES";
  private static final String DEFAULT = String.valueOf(16 * 1024 * 1024);
  private static final int TOO_LARGE = 413;

  private final long mostBytes = setting();

  @Override
  public void filter(ContainerRequestContext request) {
    String declared = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
    if (declared != null && isTooLong(declared)) {
      throw tooLarge(mostBytes);
    }
    request.setEntityStream(new LimitedStream(request.getEntityStream(), mostBytes));
  }

  private boolean isTooLong(String declared) {
    try {
      return Long.parseLong(declared.strip()) > mostBytes;
    } catch (NumberFormatException e) {
      throw WireException.invalidRequest("Content-Length '" + declared + "' is not a number");
    }
  }

  static WireException tooLarge(long mostBytes) {
    return WireException.invalidRequest(
        TOO_LARGE, "The body is longer than %d bytes, the most that is taken".formatted(mostBytes));
  }

  private static long setting() {
    String text =
        Optional.ofNullable(System.getProperty(SETTING))
            .or(() -> Optional.ofNullable(System.getenv(SETTING)))
            .filter(given -> !given.isBlank())
            .orElse(DEFAULT);
    try {
      return Long.parseUnsignedLong(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalStateException(
          "%s is '%s', which is no whole number".formatted(SETTING, text), e);
    }
  }
}
