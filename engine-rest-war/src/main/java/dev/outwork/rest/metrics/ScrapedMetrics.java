package dev.outwork.rest.metrics;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;
import java.util.Locale;
import java.util.Set;

/**
 * Gives Prometheus its text at {@code metrics}, where others get the intervals of Camunda 7: who
 * scrapes names the format that it reads.
 */
@Provider
@PreMatching
// After the second prefix of every path has been removed.
@Priority(Priorities.USER + 1)
public class ScrapedMetrics implements ContainerRequestFilter {
  private static final String PATH = "metrics";
  private static final Set<String> PATHS = Set.of(PATH, "/" + PATH, PATH + "/", "/" + PATH + "/");

  @Override
  public void filter(ContainerRequestContext request) {
    UriInfo uri = request.getUriInfo();
    if (PATHS.contains(uri.getPath())
        && request.getMethod().equals("GET")
        && isScraping(request.getHeaderString(HttpHeaders.ACCEPT))) {
      request.setRequestUri(
          uri.getBaseUri(), URI.create(uri.getBaseUri() + PATH + "/" + MetricsResource.PROMETHEUS));
      request.getHeaders().putSingle(HttpHeaders.ACCEPT, "text/plain");
    }
  }

  static boolean isScraping(String accept) {
    if (accept == null) {
      return false;
    }
    String types = accept.toLowerCase(Locale.ROOT);
    return !types.contains("json")
        && (types.contains("text/plain") || types.contains("application/openmetrics-text"));
  }
}
