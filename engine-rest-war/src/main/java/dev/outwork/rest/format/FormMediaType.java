package dev.outwork.rest.format;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Refuses a form with a wildcard media type: servers match it, but cannot read it then. */
@Provider
public class FormMediaType implements ContainerRequestFilter {
  private static final int UNSUPPORTED = 415;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    boolean isForm = resource.getResourceMethod().isAnnotationPresent(Consumes.class);
    if (isForm && type != null && (type.isWildcardType() || type.isWildcardSubtype())) {
      throw RestException.invalidRequest(
          UNSUPPORTED,
          "The media type of a form must be 'multipart/form-data' with a boundary, not '%s'"
              .formatted(type));
    }
  }
}
