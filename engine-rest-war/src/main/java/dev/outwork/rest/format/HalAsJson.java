package dev.outwork.rest.format;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Answers clients that accept only HAL with plain JSON, without links and embedded resources.
 * Clients of Camunda 7's task list send such requests.
 */
@Provider
@PreMatching
public class HalAsJson implements ContainerRequestFilter {
  private static final MediaType HAL = new MediaType("application", "hal+json");

  @Override
  public void filter(ContainerRequestContext request) {
    boolean onlyHal =
        !request.getAcceptableMediaTypes().isEmpty()
            && request.getAcceptableMediaTypes().stream()
                .allMatch(type -> !type.isWildcardType() && HAL.isCompatible(type));
    if (onlyHal) {
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON);
    }
  }
}
