package dev.outwork.rest.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.annotation.Nullable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;

/**
 * Takes over the trace of a caller that sends the header {@code traceparent}, unless the server or
 * an agent has already done so: then the current span belongs to the request.
 */
@WebFilter(urlPatterns = "/*", asyncSupported = true)
public class TraceOfRequest extends HttpFilter {
  private static final long serialVersionUID = 1L;

  private static final String TRACEPARENT = "traceparent";

  private static final TextMapGetter<HttpServletRequest> HEADERS =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(HttpServletRequest request) {
          return Collections.list(request.getHeaderNames());
        }

        @Override
        public String get(@Nullable HttpServletRequest request, String name) {
          return request == null ? null : request.getHeader(name);
        }
      };

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (request.getHeader(TRACEPARENT) == null || Span.current().getSpanContext().isValid()) {
      chain.doFilter(request, response);
      return;
    }
    Scope trace =
        W3CTraceContextPropagator.getInstance()
            .extract(Context.current(), request, HEADERS)
            .makeCurrent();
    try {
      chain.doFilter(request, response);
    } finally {
      trace.close();
    }
  }
}
