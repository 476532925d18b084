package dev.outwork.rest.engine;

import dev.outwork.rest.format.RestException;
import dev.outwork.rest.security.Logins;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes every path available below {@code engine/default} as well (docs/rest-api.md, "Paths"). All
 * other filters see the path without it.
 */
@Provider
@PreMatching
@Priority(Priorities.AUTHENTICATION - 1)
@ApplicationScoped
public class EnginePrefix implements ContainerRequestFilter {
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;
  private static final Pattern PREFIXED = Pattern.compile("/?engine/(?<name>[^/]+)/(?<rest>.+)");

  @Inject private Logins logins;

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    Matcher path = PREFIXED.matcher(uri.getPath(false));
    if (!path.matches()) {
      return;
    }
    if (!path.group("name").equals(EngineResource.NAME)) {
      // With authentication the engine does not exist, whoever asks; without, the request is wrong.
      throw RestException.invalidRequest(
          logins.areRequired() ? NOT_FOUND : BAD_REQUEST,
          "No process engine '%s' available, only '%s'"
              .formatted(path.group("name"), EngineResource.NAME));
    }
    request.setRequestUri(uri.getBaseUri(), withPath(uri, path.group("rest")));
  }

  private static URI withPath(UriInfo uri, String path) {
    String query = uri.getRequestUri().getRawQuery();
    return URI.create(uri.getBaseUri() + path + (query == null ? "" : "?" + query));
  }
}
