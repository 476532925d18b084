package dev.outwork.rest.format;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** The headers of every response (docs/rest-api.md, "Requests and responses"). */
@Provider
public class ResponseHeaders implements ContainerResponseFilter {
  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    // Files are untrusted: a browser must not sniff a page in them.
    response.getHeaders().putSingle("X-Content-Type-Options", "nosniff");
    if (HttpMethod.GET.equals(request.getMethod())
        && !request.getUriInfo().getPath().endsWith("xml")) {
      response.getHeaders().putIfAbsent(HttpHeaders.CACHE_CONTROL, List.<Object>of("no-cache"));
    }
  }
}
