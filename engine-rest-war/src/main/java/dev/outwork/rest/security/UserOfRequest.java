package dev.outwork.rest.security;

import dev.outwork.api.identity.AuthenticatedUser;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Clears the user that {@link Authentication} has set when the thread has finished its part of the
 * request: the next request belongs to another user.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class UserOfRequest extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    AuthenticatedUser.clear();
    try {
      chain.doFilter(request, response);
    } finally {
      AuthenticatedUser.clear();
    }
  }
}
