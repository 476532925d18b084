package dev.outwork.engine.tracing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.tracing.TraceOfCaller;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Traces without an SDK: what a caller sends is handed on (docs/tracing.md). */
class HandedOnTraceTest extends SharedEngineTest {
  /** start --> first (external) --> second (external) --> end. */
  static final BpmnModelInstance TWO =
      Bpmn.createExecutableProcess("two")
          .startEvent()
          .serviceTask("one")
          .operatonExternalTask("first")
          .serviceTask("other")
          .operatonExternalTask("second")
          .endEvent()
          .done();

  private static final String CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String WORKER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00";

  @BeforeEach
  void deploy() {
    engine.deploy(TWO);
  }

  @Test
  void what_nobody_traces_has_no_trace() {
    engine.start("two");
    LockedExternalTask first = alice.fetchesOne("first");
    engine.clock().advance(Duration.ofMinutes(6));
    engine.reclaimLocks();
    alice.completes(alice.fetchesOne("first"));

    assertThat(first.traceparent()).isNull();
    assertThat(alice.fetchesOne("second").traceparent()).isNull();
    assertThat(
            Rows.count(
                engine.database(),
                "select count(*) from external_task where traceparent is not null or was_lost is not null"))
        .isZero();
  }

  @Test
  void a_task_belongs_to_the_trace_of_the_caller_that_starts_its_instance() {
    as(CALLER, () -> engine.start("two"));

    assertThat(alice.fetchesOne("first").traceparent()).isEqualTo(CALLER);
  }

  @Test
  void a_caller_names_its_trace() {
    named(CALLER);

    assertThat(alice.fetchesOne("first").traceparent()).isEqualTo(CALLER);
  }

  @Test
  void a_trace_that_is_none_is_ignored() {
    named("00-zzz");

    assertThat(alice.fetchesOne("first").traceparent()).isNull();
  }

  private static void named(String traceparent) {
    TraceOfCaller.set(traceparent);
    try {
      engine.start("two");
    } finally {
      TraceOfCaller.set(null);
    }
  }

  /** As those that a server has while its SDK is switched off. */
  @Test
  void spans_of_this_server_that_nobody_exports_are_of_no_trace() {
    Span local =
        Span.wrap(
            SpanContext.create(
                "11111111111111111111111111111111",
                "2222222222222222",
                TraceFlags.getSampled(),
                TraceState.getDefault()));
    Scope scope = local.makeCurrent();
    try {
      engine.start("two");
      named(CALLER);
    } finally {
      scope.close();
    }

    assertThat(alice.fetches("first"))
        .extracting(LockedExternalTask::traceparent)
        .containsExactlyInAnyOrder(null, CALLER);
  }

  @Test
  void the_next_task_belongs_to_the_trace_of_the_worker_that_completes() {
    as(CALLER, () -> engine.start("two"));
    LockedExternalTask first = alice.fetchesOne("first");

    as(WORKER, () -> completed(first));

    assertThat(alice.fetchesOne("second").traceparent()).isEqualTo(WORKER);
  }

  @Test
  void without_another_trace_the_next_task_belongs_to_that_of_the_task_before() {
    as(CALLER, () -> engine.start("two"));
    alice.fails(alice.fetchesOne("first"), 1, Duration.ZERO);

    alice.completes(alice.fetchesOne("first"));

    assertThat(alice.fetchesOne("second").traceparent()).isEqualTo(CALLER);
  }

  private static void as(String traceparent, Supplier<?> work) {
    RecordedSpans.as(traceparent, work);
  }

  private Object completed(LockedExternalTask task) {
    alice.completes(task);
    return null;
  }
}
