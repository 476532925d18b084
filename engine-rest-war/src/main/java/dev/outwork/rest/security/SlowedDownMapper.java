package dev.outwork.rest.security;

import dev.outwork.rest.format.ErrorDto;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Tells whoever guesses passwords when to try again. */
@Provider
public class SlowedDownMapper implements ExceptionMapper<SlowedDown> {
  @Override
  public Response toResponse(SlowedDown failure) {
    return Response.status(Status.TOO_MANY_REQUESTS)
        .header(HttpHeaders.RETRY_AFTER, failure.seconds())
        .type(MediaType.APPLICATION_JSON_TYPE)
        .entity(new ErrorDto("NotAuthorizedException", failure.getMessage(), null))
        .build();
  }
}
