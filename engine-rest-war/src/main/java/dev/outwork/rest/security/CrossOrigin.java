package dev.outwork.rest.security;

import dev.outwork.rest.login.OwnPages;
import dev.outwork.rest.security.RefusedRequests.Reason;
import dev.outwork.rest.settings.RestSettings;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Allows cross-origin requests (CORS) from the origins that the operator has listed in {@code
 * outwork.cors.origins}. The filter precedes JAX-RS, because a preflight request has no
 * credentials, and because refusals have to be readable as well.
 *
 * <p>Responses to other origins have no CORS headers, so the browser withholds the answer. A
 * request that could change something is refused if the browser says that a page of another origin
 * has sent it: the browser adds passwords and cookies that it knows, whoever makes it send.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CrossOrigin extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final Set<String> OTHER_SITES = Set.of("cross-site", "same-site");
  private static final String REFUSAL =
      """
      {"type":"NotAuthorizedException","message":"A page of another origin may not change anything","code":null}""";
  private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
  private static final String EXPOSED = "Allow, Content-Disposition, Retry-After, WWW-Authenticate";
  private static final String SECONDS_TO_REMEMBER = "600";

  @Inject private transient RefusedRequests refused;

  private final transient Set<String> origins = RestSettings.corsOrigins();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (origins.isEmpty()) {
      goOn(request, response, chain, false);
      return;
    }
    // For caches: the response depends on the origin.
    response.addHeader("Vary", "Origin");
    String origin = request.getHeader("Origin");
    boolean isLetIn = origin != null && origins.contains(origin);
    if (isLetIn) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Allow-Credentials", "true");
    }
    if (isLetIn && isPreflight(request)) {
      answerPreflight(request, response);
      return;
    }
    if (isLetIn) {
      response.setHeader("Access-Control-Expose-Headers", EXPOSED);
    }
    goOn(request, response, chain, isLetIn);
  }

  private void goOn(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain, boolean isLetIn)
      throws IOException, ServletException {
    if (!isLetIn && isChangeByOtherSite(request)) {
      refused.count(Reason.OTHER_PAGE);
      response.setStatus(HttpServletResponse.SC_FORBIDDEN);
      response.setContentType("application/json");
      response.getOutputStream().write(REFUSAL.getBytes(StandardCharsets.UTF_8));
      return;
    }
    chain.doFilter(request, response);
  }

  // No page can set this header, and no worker sends it.
  private static boolean isChangeByOtherSite(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    return site != null && OTHER_SITES.contains(site) && !OwnPages.isSafe(request.getMethod());
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  private static void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Methods", METHODS);
    String headers = request.getHeader("Access-Control-Request-Headers");
    if (headers != null) {
      // An allowed origin may send any header; '*' is not valid together with credentials.
      response.setHeader("Access-Control-Allow-Headers", headers);
    }
    response.setHeader("Access-Control-Max-Age", SECONDS_TO_REMEMBER);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
