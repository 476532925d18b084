package dev.outwork.engine.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.function.Supplier;

/** A call with one span, even if its work is repeated because a transaction was rolled back. */
final class SpannedCall extends CallTrace {
  private final Tracer tracer;
  private final String operation;
  private final Context caller;
  private final boolean isRecorded;
  private final Instant begin;
  private Span span;

  /**
   * @param isRecorded false if the caller's trace is only handed on
   */
  SpannedCall(Tracer tracer, String operation, Context caller, boolean isRecorded) {
    this.tracer = tracer;
    this.operation = operation;
    this.caller = caller;
    this.isRecorded = isRecorded;
    this.begin = Instant.now();
  }

  @Override
  public synchronized String starts(String key, String id) {
    if (span == null) {
      SpanBuilder start = tracer.spanBuilder(key == null ? operation : operation + " " + key);
      if (key != null) {
        start.setAttribute(Spans.DEFINITION_KEY, key);
      }
      if (id != null) {
        start.setAttribute(Spans.DEFINITION_ID, id);
      }
      span = begun(start.setParent(caller));
    }
    return Traceparents.of(span.getSpanContext());
  }

  @Override
  public synchronized void started(String processInstanceId) {
    if (span != null) {
      span.setAttribute(Spans.INSTANCE, processInstanceId);
    }
  }

  @Override
  public synchronized String reports(TracedTask task) {
    if (span == null) {
      span = begun(placed(Spans.ofTask(tracer, operation, "settle", task), task));
    }
    return Traceparents.of(span.getSpanContext());
  }

  private SpanBuilder placed(SpanBuilder report, TracedTask task) {
    SpanContext creation = Traceparents.spanContext(task.traceparent());
    SpanContext parent = Span.fromContext(caller).getSpanContext();
    if (!parent.isValid() && !(task.isRetry() && isRecorded)) {
      return report.setParent(Traceparents.context(task.traceparent()));
    }
    report.setParent(caller);
    return creation.isValid() && !creation.getSpanId().equals(parent.getSpanId())
        ? report.addLink(creation)
        : report;
  }

  private Span begun(SpanBuilder builder) {
    return builder.setStartTimestamp(begin).startSpan();
  }

  @Override
  public <T> T during(Supplier<T> work) {
    try {
      T done = work.get();
      end(null);
      return done;
    } catch (RuntimeException | Error e) {
      end(e);
      throw e;
    }
  }

  @Override
  public synchronized void end(Throwable failure) {
    if (span == null) {
      // It was refused before anything was known of it.
      span = begun(tracer.spanBuilder(operation).setParent(caller));
    }
    if (failure != null) {
      Spans.fail(span, failure);
    }
    span.end();
  }
}
