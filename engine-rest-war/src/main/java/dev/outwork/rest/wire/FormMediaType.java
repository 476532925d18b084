package dev.outwork.rest.wire;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

/** Refuses a form that says to be of any media type: servers match it, and cannot read it then. */
@Provider
public class FormMediaType implements ContainerRequestFilter {
  private static final int UNSUPPORTED = 415;

  @Context private ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext request) {
    MediaType type = request.getMediaType();
    boolean isForm = resource.getResourceMethod().isAnnotationPresent(Consumes.class);
    if (isForm && type != null && (type.isWildcardType() || type.isWildcardSubtype())) {
      throw WireException.invalidRequest(
          UNSUPPORTED, "A form is 'multipart/form-data' with a boundary, not '%s'".formatted(type));
    }
  }
}
