package dev.outwork.rest.tracing;

import dev.outwork.api.tracing.TraceOfCaller;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Tells the engine the trace of a caller that sends the header {@code traceparent}, as long as the
 * thread does its part of the request: the next request belongs to another caller.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class TraceOfRequest extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    TraceOfCaller.set(request.getHeader("traceparent"));
    try {
      chain.doFilter(request, response);
    } finally {
      TraceOfCaller.set(null);
    }
  }
}
