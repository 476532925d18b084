package dev.outwork.engine.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.util.List;
import java.util.function.Supplier;

/** The SDK in memory, as a bean, which is how a server has one. */
@ApplicationScoped
public class RecordedSpans {
  private final InMemorySpanExporter spans = InMemorySpanExporter.create();
  private final OpenTelemetry sdk =
      OpenTelemetrySdk.builder()
          .setTracerProvider(
              SdkTracerProvider.builder()
                  .addSpanProcessor(SimpleSpanProcessor.create(spans))
                  .build())
          .build();

  @Produces
  public OpenTelemetry sdk() {
    return sdk;
  }

  /** Does something as a part of a span of somebody else: a caller, a worker. */
  public <T> T within(String name, String traceparent, Supplier<T> work) {
    Span span =
        sdk.getTracer("tests")
            .spanBuilder(name)
            .setParent(Traceparents.context(traceparent))
            .startSpan();
    Scope scope = span.makeCurrent();
    try {
      return work.get();
    } finally {
      scope.close();
      span.end();
    }
  }

  public List<SpanData> named(String name) {
    return spans.getFinishedSpanItems().stream()
        .filter(span -> span.getName().equals(name))
        .toList();
  }

  public SpanData only(String name) {
    List<SpanData> found = named(name);
    assertThat(found).as("%s among %s", name, spans.getFinishedSpanItems()).hasSize(1);
    return found.get(0);
  }

  public void forget() {
    spans.reset();
  }

  /** Does something as a part of a trace, without recording anything. */
  static <T> T as(String traceparent, Supplier<T> work) {
    Scope scope = Traceparents.context(traceparent).makeCurrent();
    try {
      return work.get();
    } finally {
      scope.close();
    }
  }

  static SpanContext context(String traceparent) {
    return Span.fromContext(Traceparents.context(traceparent)).getSpanContext();
  }

  static boolean isNothingCurrent() {
    return Context.current() == Context.root();
  }
}
