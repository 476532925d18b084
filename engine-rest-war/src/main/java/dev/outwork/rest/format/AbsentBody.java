package dev.outwork.rest.format;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/**
 * Lets a request without body and media type be read as JSON, and so as an empty object
 * (docs/rest-api.md, "Requests and responses"); JAX-RS would pass null to the method. Forms are
 * left to their readers.
 */
@Provider
public class AbsentBody implements ContainerRequestFilter {
  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    boolean isForm = resource.getResourceMethod().isAnnotationPresent(Consumes.class);
    if (!isForm && request.getMediaType() == null && !request.hasEntity()) {
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON);
    }
  }
}
