package dev.outwork.engine.tracing;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.function.Supplier;

/**
 * The trace of one call, from the caller's thread to the one that does its work. It has one span,
 * even if the work is repeated because a transaction was rolled back.
 */
public final class CallTrace {
  /** Of a call that nobody traces. All such calls share it, so it takes no lock. */
  public static final CallTrace NONE = new CallTrace(null, "", Context.root(), false);

  private final Tracer tracer;
  private final String operation;
  private final Context caller;
  private final boolean isRecorded;
  private final Instant begin;
  private Span span;

  /**
   * @param tracer null if nobody traces
   * @param isRecorded false if the caller's trace is only handed on
   */
  CallTrace(Tracer tracer, String operation, Context caller, boolean isRecorded) {
    this.tracer = tracer;
    this.operation = operation;
    this.caller = caller;
    this.isRecorded = isRecorded;
    this.begin = tracer == null ? Instant.EPOCH : Instant.now();
  }

  /**
   * The call starts an instance.
   *
   * @param key of the definition, or null
   * @param id of the definition, or null
   * @return the traceparent of what it creates; null if nobody traces
   */
  public String starts(String key, String id) {
    return tracer == null ? null : startsTraced(key, id);
  }

  private synchronized String startsTraced(String key, String id) {
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

  /** The instance that it has started. */
  public void started(String processInstanceId) {
    if (tracer != null) {
      startedTraced(processInstanceId);
    }
  }

  private synchronized void startedTraced(String processInstanceId) {
    if (span != null) {
      span.setAttribute(Spans.INSTANCE, processInstanceId);
    }
  }

  /**
   * The call reports on a task. It belongs to the trace of its caller, or else to that of its task:
   * a retry, which began a new one, only has a link.
   *
   * @return the traceparent of what it creates; null if nobody traces
   */
  public String reports(TracedTask task) {
    return tracer == null ? task.traceparent() : reportsTraced(task);
  }

  private synchronized String reportsTraced(TracedTask task) {
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

  /** Does the call, and ends its span with the outcome. */
  public <T> T during(Supplier<T> work) {
    if (tracer == null) {
      return work.get();
    }
    try {
      T done = work.get();
      end(null);
      return done;
    } catch (RuntimeException | Error e) {
      end(e);
      throw e;
    }
  }

  /**
   * Ends the span.
   *
   * @param failure why the call has failed; null if it has not
   */
  public void end(Throwable failure) {
    if (tracer != null) {
      endTraced(failure);
    }
  }

  private synchronized void endTraced(Throwable failure) {
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
