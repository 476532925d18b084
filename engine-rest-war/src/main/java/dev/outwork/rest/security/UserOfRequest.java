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
 * Whom {@link Authentication} has let in is forgotten as soon as the thread has done its part of
 * the request: the next one is of somebody else.
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
