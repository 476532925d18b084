package dev.outwork.engine.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.annotation.Nullable;
import java.util.List;

/** The text of a trace context: the header {@code traceparent} of W3C Trace Context. */
final class Traceparents {
  private static final String NAME = "traceparent";

  private static final TextMapGetter<String> ITSELF =
      new TextMapGetter<>() {
        @Override
        public Iterable<String> keys(String traceparent) {
          return List.of(NAME);
        }

        @Override
        public String get(@Nullable String traceparent, String key) {
          return key.equals(NAME) ? traceparent : null;
        }
      };

  private Traceparents() {}

  /** Null if there is no trace. */
  static String of(SpanContext context) {
    return context.isValid()
        ? "00-%s-%s-%s"
            .formatted(context.getTraceId(), context.getSpanId(), context.getTraceFlags().asHex())
        : null;
  }

  /**
   * A context that has nothing but this trace.
   *
   * @param traceparent null for none
   */
  static Context context(String traceparent) {
    return traceparent == null
        ? Context.root()
        : W3CTraceContextPropagator.getInstance().extract(Context.root(), traceparent, ITSELF);
  }

  static SpanContext spanContext(String traceparent) {
    return Span.fromContext(context(traceparent)).getSpanContext();
  }
}
