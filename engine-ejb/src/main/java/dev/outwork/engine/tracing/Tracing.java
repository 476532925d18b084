package dev.outwork.engine.tracing;

import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.tracing.TraceOfCaller;
import dev.outwork.engine.inject.Collaborator;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.TracerProvider;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.ConfigProvider;

/** What the engine traces (docs/tracing.md). */
@Collaborator
@Dependent
public class Tracing {
  private static final String SCOPE = "dev.outwork";

  private final Instance<OpenTelemetry> ofServer;
  private final AtomicReference<Telemetry> found = new AtomicReference<>();

  /**
   * @param isRecorded whether there is an SDK
   */
  private record Telemetry(Tracer tracer, boolean isRecorded) {
    static Telemetry of(OpenTelemetry openTelemetry) {
      TracerProvider provider = openTelemetry.getTracerProvider();
      return new Telemetry(
          provider.tracerBuilder(SCOPE).setSchemaUrl(Spans.SCHEMA_URL).build(),
          provider != TracerProvider.noop());
    }
  }

  /** Work that may throw. */
  @FunctionalInterface
  public interface Work<X extends Exception> {
    void run() throws X;
  }

  @Inject
  Tracing(Instance<OpenTelemetry> ofServer) {
    this.ofServer = ofServer;
  }

  // Only when it is first needed: whoever registers an SDK globally must do so before anybody asks.
  private Telemetry telemetry() {
    Telemetry known = found.get();
    if (known == null) {
      boolean isServers = ofServer.isResolvable() && isSwitchedOn();
      found.compareAndSet(
          null, Telemetry.of(isServers ? ofServer.get() : GlobalOpenTelemetry.get()));
      known = found.get();
    }
    return known;
  }

  // A server has the bean also while its SDK is switched off; then its spans are exported nowhere,
  // but look like others. MicroProfile Telemetry names this setting.
  private static boolean isSwitchedOn() {
    return ConfigProvider.getConfig()
        .getOptionalValue("otel.sdk.disabled", Boolean.class)
        .filter(isDisabled -> !isDisabled)
        .isPresent();
  }

  // Without an SDK, spans that begin in this server belong to nobody's trace.
  private Context caller() {
    Context current = Context.current();
    SpanContext span = Span.fromContext(current).getSpanContext();
    return span.isValid() && (span.isRemote() || telemetry().isRecorded())
        ? current
        : Traceparents.context(TraceOfCaller.traceparent());
  }

  /** The traceparent of what this thread does; null if nobody traces it. */
  public String current() {
    return Traceparents.of(Span.fromContext(caller()).getSpanContext());
  }

  /** Does something as a part of a trace, or of none, whatever the thread was doing. */
  public void as(String traceparent, Runnable work) {
    if (Objects.equals(traceparent, current())) {
      work.run();
      return;
    }
    String before = TraceOfCaller.traceparent();
    TraceOfCaller.set(traceparent);
    Scope scope = Traceparents.context(traceparent).makeCurrent();
    try {
      work.run();
    } finally {
      scope.close();
      TraceOfCaller.set(before);
    }
  }

  /**
   * The trace of a call that begins on this thread.
   *
   * @param operation what it is called
   */
  public CallTrace call(String operation) {
    Context caller = caller();
    Telemetry telemetry = telemetry();
    return telemetry.isRecorded() || Span.fromContext(caller).getSpanContext().isValid()
        ? new SpannedCall(telemetry.tracer(), operation, caller, telemetry.isRecorded())
        : CallTrace.NONE;
  }

  /**
   * A worker has fetched tasks.
   *
   * @return the traceparent to hand out with each of them, in the same order: that of its creation,
   *     or a new one for a retry; null if nobody traces it
   */
  public List<String> fetched(List<TracedTask> tasks, Instant begin) {
    if (telemetry().isRecorded() && !tasks.isEmpty()) {
      recordFetch(tasks, begin);
    }
    List<String> handedOut = new ArrayList<>();
    tasks.forEach(task -> handedOut.add(handedOut(task)));
    return handedOut;
  }

  private void recordFetch(List<TracedTask> tasks, Instant begin) {
    Set<String> topics = tasks.stream().map(TracedTask::topicName).collect(Collectors.toSet());
    SpanBuilder fetch =
        Spans.ofTopic(
                telemetry().tracer(),
                "fetchAndLock",
                "receive",
                topics.size() == 1 ? topics.iterator().next() : null)
            .setAttribute(Spans.TASKS, (long) tasks.size())
            .setAttribute(Spans.WORKER, tasks.get(0).workerId())
            .setNoParent()
            .setStartTimestamp(begin);
    tasks.stream()
        .map(task -> Traceparents.spanContext(task.traceparent()))
        .filter(SpanContext::isValid)
        .forEach(fetch::addLink);
    fetch.startSpan().end();
  }

  private String handedOut(TracedTask task) {
    if (task.traceparent() == null || !task.isRetry() || !telemetry().isRecorded()) {
      return task.traceparent();
    }
    Span retry =
        Spans.ofTask(telemetry().tracer(), "retry", "receive", task)
            .setNoParent()
            .addLink(Traceparents.spanContext(task.traceparent()))
            .startSpan();
    retry.end();
    return Traceparents.of(retry.getSpanContext());
  }

  /** A worker inside the server works on its task. */
  public <X extends Exception> void process(LockedExternalTask locked, Work<X> work) throws X {
    TracedTask task =
        new TracedTask(
            locked.task().id(),
            locked.task().topicName(),
            locked.task().processInstanceId(),
            locked.task().workerId(),
            locked.traceparent(),
            false);
    during(
        Spans.ofTask(telemetry().tracer(), "process", "process", task)
            .setSpanKind(SpanKind.CONSUMER)
            .setParent(Traceparents.context(task.traceparent())),
        work);
  }

  /**
   * A job is executed. It begins a trace, unless somebody has ordered it who is traced.
   *
   * @param activityId null if it belongs to none
   * @param processInstanceId null if it belongs to none
   */
  public void job(String type, String activityId, String processInstanceId, Runnable work) {
    if (!telemetry().isRecorded()) {
      work.run();
      return;
    }
    SpanBuilder job =
        telemetry()
            .tracer()
            .spanBuilder("job " + type)
            .setParent(caller())
            .setAttribute(Spans.JOB_TYPE, type);
    if (activityId != null) {
      job.setAttribute(Spans.ACTIVITY, activityId);
    }
    if (processInstanceId != null) {
      job.setAttribute(Spans.INSTANCE, processInstanceId);
    }
    during(job, work::run);
  }

  private static <X extends Exception> void during(SpanBuilder builder, Work<X> work) throws X {
    Span span = builder.startSpan();
    Scope scope = span.makeCurrent();
    try {
      work.run();
    } catch (Exception | Error e) {
      Spans.fail(span, e);
      throw e;
    } finally {
      scope.close();
      span.end();
    }
  }
}
