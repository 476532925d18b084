package dev.outwork.rest.format;

import dev.outwork.rest.settings.RestSettings;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Refuses a body that is longer than the operator allows. */
@Provider
@PreMatching
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ContainerRequestFilter {
  private static final int TOO_LARGE = 413;

  private final long mostBytes = RestSettings.maxBodyBytes();

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
      throw RestException.invalidRequest("Content-Length '" + declared + "' is not a number");
    }
  }

  static RestException tooLarge(long mostBytes) {
    return RestException.invalidRequest(
        TOO_LARGE, "The body is too long: at most %d bytes are allowed".formatted(mostBytes));
  }
}
