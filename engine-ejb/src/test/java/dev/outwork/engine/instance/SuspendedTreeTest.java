package dev.outwork.engine.instance;

import static dev.outwork.engine.token.Sketch.asyncAfter;
import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.escalation;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.receive;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.job.Job;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.Sketch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Call hierarchies with one suspended instance: everything that would move a token of it is refused
 * and rolled back, whatever the cause. It can only be cancelled.
 */
class SuspendedTreeTest extends SharedEngineTest {
  private static final String NEXT = external("next") + end("end");

  private ProcessInstance caller;
  private ProcessInstance called;

  /** start --> call (called) --> next (external) --> end, and the caller is suspended. */
  private void suspendCaller(String... calledContent) {
    suspendCallerOf(
        call("call", "called") + NEXT + path("start", "call", "next", "end"), calledContent);
  }

  private void suspendCallerOf(String callerContent, String... calledContent) {
    begin(callerContent, calledContent);
    setSuspended(caller, true);
  }

  private void begin(String callerContent, String... calledContent) {
    engine.deploy(
        document(
            processOf("caller", Sketch.start("start"), callerContent),
            processOf("called", String.join("", calledContent))));
    caller = engine.start("caller");
    called = calledBy(caller);
  }

  private static ProcessInstance calledBy(ProcessInstance instance) {
    return engine
        .runtime()
        .processInstances(
            ListQuery.<ProcessInstanceFilter, ProcessInstanceSort>all()
                .with(ProcessInstanceFilter.SUPER_PROCESS_INSTANCE, instance.id()))
        .get(0);
  }

  private static void setSuspended(ProcessInstance instance, boolean suspended) {
    engine.runtime().setProcessInstanceSuspended(instance.id(), suspended);
  }

  /** begin --> work (external). */
  private static String work() {
    return Sketch.start("begin") + external("work") + path("begin", "work");
  }

  /** begin --> talk (user) --> done. */
  private static String talk() {
    return Sketch.start("begin") + user("talk") + end("done") + path("begin", "talk", "done");
  }

  private static void assertRefused(Runnable attempt) {
    assertThatThrownBy(attempt::run)
        .isInstanceOf(SuspendedEntityInteractionException.class)
        .hasMessageStartingWith("ENGINE-03043 Execution with id '")
        .hasMessageContaining("' is suspended");
  }

  private void assertNothingHasHappened() {
    assertThat(engine.waitsAt(caller)).contains("call").doesNotContain("next");
    assertThat(engine.state(called)).isEqualTo("ACTIVE");
  }

  private static String userTask() {
    return engine.tasks().tasks(ListQuery.all()).get(0).id();
  }

  private static String job() {
    return jobs().get(0).id();
  }

  private static List<Job> jobs() {
    return engine.management().jobs(ListQuery.all());
  }

  @Test
  void a_called_instance_cannot_end_while_its_caller_is_suspended() {
    suspendCaller(work());
    LockedExternalTask task = alice.fetchesOne("work");

    assertRefused(() -> alice.completes(task));

    assertNothingHasHappened();
    setSuspended(caller, false);
    alice.completes(task);
    alice.does("next");
    assertThat(engine.state(caller)).isEqualTo("COMPLETED");
  }

  @Test
  void a_bulk_report_cannot_end_an_instance_whose_caller_is_suspended() {
    suspendCaller(work());
    LockedExternalTask task = alice.fetchesOne("work");

    assertThat(
            engine
                .externalTasks()
                .completeAll(
                    alice.id(), List.of(new CompletedTask(task.task().id(), Map.of(), Map.of())))
                .get(0)
                .failure())
        .isInstanceOf(SuspendedEntityInteractionException.class);

    assertNothingHasHappened();
  }

  @Test
  void a_report_cannot_end_an_instance_whose_suspended_caller_would_continue_by_a_job() {
    suspendCallerOf(
        asyncAfter(call("call", "called"))
            + asyncBefore(external("next"))
            + path("start", "call", "next"),
        work());

    assertRefused(() -> alice.does("work"));

    assertNothingHasHappened();
    assertThat(jobs()).isEmpty();
  }

  @Test
  void a_report_cannot_end_an_instance_whose_suspended_caller_would_end_with_it() {
    suspendCallerOf(call("call", "called") + path("start", "call"), work());

    assertRefused(() -> alice.does("work"));

    assertNothingHasHappened();
  }

  @Test
  void a_report_cannot_end_one_of_several_instances_of_a_suspended_caller() {
    suspendCallerOf(call("call", "called", parallel("2")) + path("start", "call"), work());

    assertRefused(() -> alice.completes(alice.fetches("work").get(0)));

    assertThat(engine.waitsAt(caller)).containsExactly("call", "call", "call#multiInstanceBody");
  }

  @Test
  void a_message_a_signal_a_job_and_a_user_task_do_not_end_it() {
    suspendCaller(Sketch.start("begin"), receive("hear", "suspended-m"), path("begin", "hear"));
    assertRefused(() -> engine.events().correlate(MessageCorrelation.of("suspended-m")));
    assertNothingHasHappened();
    engine.endWhatStillRuns();

    suspendCaller(
        Sketch.start("begin"), catching("hear", signal("suspended-s")), path("begin", "hear"));
    assertRefused(
        () -> engine.events().signalEventReceived("suspended-s", TenantMatch.ANY, Map.of()));
    assertNothingHasHappened();
    engine.endWhatStillRuns();

    suspendCaller(talk());
    assertRefused(() -> engine.tasks().complete(userTask(), Map.of()));
    assertNothingHasHappened();
    engine.endWhatStillRuns();

    suspendCaller(Sketch.start("begin"), catching("late", timer("PT1H")), path("begin", "late"));
    assertRefused(() -> engine.management().executeJob(job()));
    assertNothingHasHappened();
  }

  @Test
  void a_due_job_fails_and_can_be_retried_when_the_caller_is_active() {
    suspendCaller(Sketch.start("begin"), catching("late", timer("PT1H")), path("begin", "late"));
    engine.clock().advance(Duration.ofHours(1));

    engine.runDueJobs();

    assertNothingHasHappened();
    assertThat(jobs()).extracting(Job::exceptionMessage).first().asString().contains("suspended");
    setSuspended(caller, false);
    engine.management().executeJob(job());
    assertThat(engine.waitsAt(caller)).containsExactly("next");
  }

  /** The call has a boundary event (error), and another beside it (escalation). */
  @Test
  void an_error_or_escalation_of_what_is_called_is_not_caught_there() {
    String content =
        call("call", "called")
            + boundary("failed", "call", error("E"))
            + beside("told", "call", escalation("X"))
            + external("next")
            + path("start", "call")
            + path("failed", "next")
            + path("told", "next");
    suspendCallerOf(content, work());
    LockedExternalTask task = alice.fetchesOne("work");
    assertRefused(() -> alice.raises(task, "E"));
    assertRefused(() -> alice.raises(task, "caught by nobody"));
    assertNothingHasHappened();
    engine.endWhatStillRuns();

    suspendCallerOf(content, talk());
    assertRefused(() -> engine.tasks().handleEscalation(userTask(), "X", Map.of()));
    assertNothingHasHappened();
  }

  @Test
  void a_signal_that_is_thrown_by_what_is_called_is_not_heard() {
    suspendCallerOf(
        call("call", "called")
            + boundary("heard", "call", signal("suspended-thrown"))
            + external("next")
            + path("start", "call")
            + path("heard", "next"),
        Sketch.start("begin"),
        external("work"),
        throwing("say", signal("suspended-thrown")),
        user("talk"),
        path("begin", "work", "say", "talk"));

    alice.does("work");
    engine.runDueJobs();

    assertNothingHasHappened();
    assertThat(engine.waitsAt(called)).containsExactly("talk");
  }

  @Test
  void called_instances_are_deleted_with_their_caller() {
    suspendCaller(work());

    engine.runtime().deleteProcessInstance(called.id(), null);

    assertThat(engine.state(caller)).isEqualTo("EXTERNALLY_TERMINATED");
  }

  @Test
  void a_suspended_called_instance_is_cancelled_with_its_call() {
    begin(
        call("call", "called")
            + boundary("stop", "call", message("suspended-stop"))
            + NEXT
            + path("start", "call")
            + path("stop", "next", "end"),
        work());
    setSuspended(called, true);

    engine.events().correlate(MessageCorrelation.of("suspended-stop"));

    assertThat(engine.state(called)).isEqualTo("INTERNALLY_TERMINATED");
    alice.does("next");
    assertThat(engine.state(caller)).isEqualTo("COMPLETED");
  }

  /** caller (active) calls called (suspended), which calls leaf (active). */
  @Test
  void an_error_passes_through_an_instance_that_is_suspended_but_an_end_does_not() {
    engine.deploy(document(processOf("leaf", work())));
    begin(
        call("call", "called")
            + boundary("failed", "call", error("E"))
            + NEXT
            + path("start", "call")
            + path("failed", "next", "end"),
        Sketch.start("begin"),
        call("deeper", "leaf"),
        user("talk"),
        path("begin", "deeper", "talk"));
    setSuspended(called, true);
    LockedExternalTask task = alice.fetchesOne("work");

    assertRefused(() -> alice.completes(task));
    alice.raises(task, "E");

    assertThat(engine.state(called)).isEqualTo("INTERNALLY_TERMINATED");
    assertThat(engine.waitsAt(caller)).containsExactly("next");
  }
}
