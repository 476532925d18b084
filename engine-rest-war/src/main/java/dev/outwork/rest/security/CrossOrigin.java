package dev.outwork.rest.security;

import dev.outwork.rest.settings.Settings;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/**
 * Lets pages of other origins call, as their browsers ask (CORS), if the operator has named them:
 * {@code outwork.cors.origins}. It stands before JAX-RS, because a browser asks whether it may call
 * without saying who its user is, and because what is refused has to be readable as well.
 *
 * <p>To any other origin nothing is said, so that its browser keeps the answer from it. It is not
 * refused here: a page of ours names its own origin, too.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class CrossOrigin extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String METHODS = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
  private static final String EXPOSED = "Allow, Content-Disposition, Retry-After, WWW-Authenticate";
  private static final String SECONDS_TO_REMEMBER = "600";

  private final transient Set<String> origins = Settings.corsOrigins();

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (origins.isEmpty()) {
      chain.doFilter(request, response);
      return;
    }
    // For caches: the answer to one origin is not the answer to another.
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
    chain.doFilter(request, response);
  }

  private static boolean isPreflight(HttpServletRequest request) {
    return request.getMethod().equals("OPTIONS")
        && request.getHeader("Access-Control-Request-Method") != null;
  }

  private static void answerPreflight(HttpServletRequest request, HttpServletResponse response) {
    response.setHeader("Access-Control-Allow-Methods", METHODS);
    String headers = request.getHeader("Access-Control-Request-Headers");
    if (headers != null) {
      // Whoever is let in may send what it likes; '*' does not count together with credentials.
      response.setHeader("Access-Control-Allow-Headers", headers);
    }
    response.setHeader("Access-Control-Max-Age", SECONDS_TO_REMEMBER);
    response.setStatus(HttpServletResponse.SC_NO_CONTENT);
  }
}
