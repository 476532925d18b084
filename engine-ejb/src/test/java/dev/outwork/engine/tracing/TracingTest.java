package dev.outwork.engine.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.tracing.TraceOfCaller;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.WorkerOptions;
import dev.outwork.api.worker.spi.DeliveryReport;
import dev.outwork.api.worker.spi.TaskDelivery;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.Await;
import dev.outwork.engine.worker.Workers;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Traces with an SDK (docs/tracing.md). */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class TracingTest {
  /** start --> later (external, asynchronous before) --> end. */
  private static final BpmnModelInstance LATER =
      Bpmn.createExecutableProcess("later")
          .startEvent()
          .serviceTask("one")
          .operatonAsyncBefore()
          .operatonExternalTask("later")
          .endEvent()
          .done();

  private static final Duration LOCK = Duration.ofMinutes(5);

  private static final String DISABLED = "otel.sdk.disabled";

  private static TestEngine engine;
  private static RecordedSpans spans;

  // Where JUnit puts the argument of the class.
  @Parameter private TestDatabase database;

  private final TestWorker alice = engine.worker("alice");

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) {
    System.setProperty(DISABLED, "false");
    engine = TestEngine.on(database, RecordedSpans.class);
    spans = engine.bean(RecordedSpans.class);
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
    System.clearProperty(DISABLED);
  }

  @BeforeEach
  void deploy() {
    engine.deploy(HandedOnTraceTest.TWO);
    engine.deploy(LATER);
    spans.forget();
  }

  @AfterEach
  void endWhatStillRuns() {
    engine.endWhatStillRuns();
    assertThat(RecordedSpans.isNothingCurrent()).isTrue();
  }

  @Test
  void a_trace_goes_from_a_start_to_the_worker_and_with_its_completion_to_the_next_task() {
    ProcessInstance instance = spans.within("caller", null, () -> engine.start("two"));
    LockedExternalTask first = alice.fetchesOne("first");
    spans.within(
        "worker",
        first.traceparent(),
        () -> {
          alice.completes(first);
          return null;
        });
    LockedExternalTask second = alice.fetchesOne("second");

    SpanData caller = spans.only("caller");
    SpanData start = spans.only("start two");
    SpanData worker = spans.only("worker");
    SpanData complete = spans.only("complete first");
    assertThat(start.getParentSpanId()).isEqualTo(caller.getSpanId());
    assertThat(worker.getParentSpanId()).isEqualTo(start.getSpanId());
    assertThat(complete.getParentSpanId()).isEqualTo(worker.getSpanId());
    assertThat(spanId(second)).isEqualTo(complete.getSpanId());
    assertThat(List.of(start, worker, complete))
        .extracting(SpanData::getTraceId)
        .containsOnly(caller.getTraceId());
    assertThat(traceId(second)).isEqualTo(caller.getTraceId());
    assertThat(attributes(complete))
        .containsEntry("messaging.system", "outwork")
        .containsEntry("messaging.operation.name", "complete")
        .containsEntry("messaging.operation.type", "settle")
        .containsEntry("messaging.destination.name", "first")
        .containsEntry("messaging.message.id", first.task().id())
        .containsEntry("messaging.message.conversation_id", instance.id())
        .containsEntry("messaging.client.id", "alice");
    assertThat(attributes(start))
        .containsEntry("outwork.process_definition.key", "two")
        .containsEntry("messaging.message.conversation_id", instance.id());
    assertThat(complete.getInstrumentationScopeInfo().getSchemaUrl()).isEqualTo(Spans.SCHEMA_URL);
  }

  @Test
  void a_trace_that_a_caller_has_named_is_taken_over() {
    TraceOfCaller.set("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01");
    try {
      engine.start("two");
    } finally {
      TraceOfCaller.set(null);
    }

    assertThat(spans.only("start two").getParentSpanId()).isEqualTo("b7ad6b7169203331");
    assertThat(spanId(alice.fetchesOne("first"))).isEqualTo(spans.only("start two").getSpanId());
  }

  @Test
  void a_worker_that_traces_nothing_does_not_interrupt_the_trace() {
    engine.start("two");

    alice.completes(alice.fetchesOne("first"));

    assertThat(spans.only("complete first").getParentSpanId())
        .isEqualTo(spans.only("start two").getSpanId());
    assertThat(spanId(alice.fetchesOne("second")))
        .isEqualTo(spans.only("complete first").getSpanId());
  }

  @Test
  void a_completion_in_another_trace_has_a_link_to_what_has_created_the_task() {
    engine.start("two");
    LockedExternalTask first = alice.fetchesOne("first");

    spans.within(
        "other",
        null,
        () -> {
          alice.completes(first);
          return null;
        });

    assertThat(spans.only("complete first").getTraceId())
        .isEqualTo(spans.only("other").getTraceId());
    assertThat(linked(spans.only("complete first")))
        .containsExactly(spans.only("start two").getSpanId());
  }

  @Test
  void a_fetch_has_a_link_to_what_has_created_each_of_its_tasks() {
    engine.start("two");
    engine.start("two");
    spans.within("somebody", null, () -> alice.fetches("first", "none"));
    alice.fetches("first");

    SpanData fetch = spans.only("fetchAndLock first");
    assertThat(linked(fetch))
        .containsExactlyInAnyOrderElementsOf(
            spans.named("start two").stream().map(SpanData::getSpanId).toList());
    assertThat(fetch.getParentSpanContext().isValid()).isFalse();
    assertThat(attributes(fetch))
        .containsEntry("messaging.operation.type", "receive")
        .containsEntry("messaging.batch.message_count", 2L)
        .containsEntry("messaging.client.id", "alice");
  }

  @Test
  void a_retry_is_a_trace_of_its_own_with_a_link() {
    engine.start("two");
    LockedExternalTask first = alice.fetchesOne("first");
    alice.fails(first, 1, Duration.ZERO);

    LockedExternalTask again = alice.fetchesOne("first");

    assertIsRetry(first, again);
    assertThat(attributes(spans.only("failure first")))
        .containsEntry("messaging.operation.name", "failure");
  }

  @Test
  void the_task_of_a_lost_worker_is_a_retry_after_its_lock_was_reclaimed() {
    engine.start("two");
    LockedExternalTask first = alice.fetchesOne("first");
    engine.clock().advance(LOCK.plusSeconds(1));
    engine.reclaimLocks();

    assertIsRetry(first, alice.fetchesOne("first"));
  }

  @Test
  void the_task_of_a_lost_worker_is_a_retry_before_its_lock_was_reclaimed() {
    engine.start("two");
    LockedExternalTask first = alice.fetchesOne("first");
    engine.clock().advance(LOCK.plusSeconds(1));

    assertIsRetry(first, alice.fetchesOne("first"));
  }

  @Test
  void a_task_that_was_given_back_is_not_a_retry() {
    engine.start("two");
    LockedExternalTask first = alice.fetchesOne("first");
    engine.externalTasks().giveBack(List.of(first));

    assertThat(alice.fetchesOne("first").traceparent()).isEqualTo(first.traceparent());
  }

  private static void assertIsRetry(LockedExternalTask first, LockedExternalTask again) {
    SpanData retry = spans.only("retry first");
    assertThat(spanId(again)).isEqualTo(retry.getSpanId());
    assertThat(traceId(again)).isNotEqualTo(traceId(first));
    assertThat(linked(retry)).containsExactly(spanId(first));
  }

  @Test
  void a_retry_whose_worker_traces_nothing_does_not_continue_the_trace_of_its_task() {
    engine.start("two");
    LockedExternalTask first = alice.fetchesOne("first");
    alice.fails(first, 1, Duration.ZERO);

    alice.completes(alice.fetchesOne("first"));

    SpanData complete = spans.only("complete first");
    assertThat(complete.getParentSpanContext().isValid()).isFalse();
    assertThat(linked(complete)).containsExactly(spanId(first));
  }

  @Test
  void a_bpmn_error_is_traced() {
    engine.start("two");

    alice.raises(alice.fetchesOne("first"), "broken");

    assertThat(spans.only("bpmnError first").getParentSpanId())
        .isEqualTo(spans.only("start two").getSpanId());
  }

  @Test
  void a_refused_report_has_failed() {
    engine.start("two");
    LockedExternalTask first = alice.fetchesOne("first");

    assertThatThrownBy(() -> engine.worker("bob").completes(first));
    assertThatThrownBy(() -> engine.externalTasks().complete("unknown", "bob", Map.of(), Map.of()));

    assertThat(spans.named("complete"))
        .hasSize(2)
        .allSatisfy(
            span -> assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR));
    assertThat(attributes(spans.named("complete").get(0)))
        .containsEntry("error.type", "dev.outwork.api.externaltask.WrongWorkerException");
  }

  @Test
  void each_of_many_reports_is_traced() {
    engine.start("two");
    engine.start("two");
    List<LockedExternalTask> tasks = alice.fetches("first");

    spans.within(
        "worker",
        null,
        () ->
            engine
                .externalTasks()
                .completeAll(
                    "alice",
                    tasks.stream().map(task -> CompletedTask.of(task.task().id())).toList()));

    assertThat(spans.named("complete first"))
        .hasSize(2)
        .extracting(SpanData::getParentSpanId)
        .containsOnly(spans.only("worker").getSpanId());
    assertThat(alice.fetches("second"))
        .extracting(TracingTest::spanId)
        .containsExactlyInAnyOrderElementsOf(
            spans.named("complete first").stream().map(SpanData::getSpanId).toList());
  }

  @Test
  void a_job_is_traced() {
    engine.start("later");
    engine.runDueJobs();

    SpanData job = spans.only("job ASYNC_BEFORE");
    assertThat(job.getParentSpanContext().isValid()).isFalse();
    assertThat(attributes(job)).containsEntry("outwork.activity.id", "one");
    assertThat(spanId(alice.fetchesOne("later"))).isEqualTo(job.getSpanId());
  }

  @Test
  void a_worker_inside_the_server_belongs_to_the_trace_of_its_task() throws Exception {
    List<String> seen = new ArrayList<>();
    Tracing tracing = engine.bean(Tracing.class);
    TaskDelivery delivery =
        new TaskDelivery() {
          @Override
          public void execute(Runnable work) {
            work.run();
          }

          @Override
          public void deliver(ExternalTaskExecution execution, DeliveryReport report) {
            seen.add(tracing.current());
            report.complete();
          }
        };
    try (AutoCloseable worker =
        engine.bean(Workers.class).subscribe("inside", WorkerOptions.of("first"), delivery)) {
      assertThat(worker).isNotNull();
      engine.start("two");
      Await.until(() -> !spans.named("process first").isEmpty());
    }

    SpanData process = spans.only("process first");
    assertThat(process.getKind()).isEqualTo(SpanKind.CONSUMER);
    assertThat(process.getParentSpanId()).isEqualTo(spans.only("start two").getSpanId());
    assertThat(RecordedSpans.context(seen.get(0)).getSpanId()).isEqualTo(process.getSpanId());
    assertThat(spans.only("complete first").getParentSpanId()).isEqualTo(process.getSpanId());
  }

  @Test
  void callers_that_come_together_keep_their_traces_apart() throws Exception {
    Map<String, String> traces = new ConcurrentHashMap<>();
    List<Callable<Void>> calls = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      String caller = "caller" + i;
      calls.add(
          () -> {
            for (int n = 0; n < 5; n++) {
              String key = caller + "-" + n;
              spans.within(key, null, () -> engine.start("two", key, Map.of()));
              traces.put(key, spans.only(key).getTraceId());
            }
            return null;
          });
    }
    try (AtOnce atOnce = new AtOnce()) {
      assertThat(atOnce.run(calls)).extracting(AtOnce.Outcome::failure).containsOnlyNulls();
    }
    List<LockedExternalTask> tasks = alice.fetches("first");
    assertThat(tasks).hasSize(60).allSatisfy(task -> assertThat(isOf(traces, task)).isTrue());

    List<Callable<Void>> completions = new ArrayList<>();
    for (LockedExternalTask task : tasks) {
      completions.add(
          () -> {
            alice.completes(task);
            return null;
          });
    }
    try (AtOnce atOnce = new AtOnce()) {
      assertThat(atOnce.run(completions)).extracting(AtOnce.Outcome::failure).containsOnlyNulls();
    }

    assertThat(alice.fetches("second"))
        .hasSize(60)
        .allSatisfy(task -> assertThat(isOf(traces, task)).isTrue());
  }

  private static boolean isOf(Map<String, String> traces, LockedExternalTask task) {
    return traces.get(task.task().businessKey()).equals(traceId(task));
  }

  private static String traceId(LockedExternalTask task) {
    return RecordedSpans.context(task.traceparent()).getTraceId();
  }

  private static String spanId(LockedExternalTask task) {
    return RecordedSpans.context(task.traceparent()).getSpanId();
  }

  private static List<String> linked(SpanData span) {
    return span.getLinks().stream()
        .map(LinkData::getSpanContext)
        .map(link -> link.getSpanId())
        .toList();
  }

  private static Map<String, Object> attributes(SpanData span) {
    Map<String, Object> attributes = new HashMap<>();
    span.getAttributes()
        .asMap()
        .forEach((AttributeKey<?> key, Object value) -> attributes.put(key.getKey(), value));
    return attributes;
  }
}
