package dev.outwork.engine.instance;

import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.cycle;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.undoing;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.Sketch;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Deleting instances, with their called and calling instances. */
class DeletionTest extends SharedEngineTest {
  /**
   * start --> sub [ begin --> call (calls inner: open --> job (external)) ] --> after (external).
   */
  private static final String CALLING_IN_SUB =
      document(
          processOf(
              "p",
              Sketch.start("start"),
              subProcess(
                  "sub", Sketch.start("begin"), call("call", "inner"), path("begin", "call")),
              external("after"),
              path("start", "sub", "after")),
          inner());

  /** open --> job (external). */
  private static String inner() {
    return processOf("inner", Sketch.start("open"), external("job"), path("open", "job"));
  }

  private static ProcessInstance startOf(String document) {
    engine.deploy(document);
    return engine.start("p");
  }

  private static String calledBy(ProcessInstance caller) {
    return Rows.strings(
            engine.database(), "select id from process_instance where super_id = ?", caller.id())
        .get(0);
  }

  private static String stateOf(String id) {
    return engine.history().processInstance(id).orElseThrow().state();
  }

  private static String reasonOf(String id) {
    return engine.history().processInstance(id).orElseThrow().deleteReason();
  }

  @Test
  void a_called_instance_is_terminated_from_inside_with_its_caller() {
    ProcessInstance caller = startOf(CALLING_IN_SUB);
    String called = calledBy(caller);

    engine.runtime().deleteProcessInstance(caller.id(), "no need");

    assertThat(stateOf(caller.id())).isEqualTo("EXTERNALLY_TERMINATED");
    assertThat(reasonOf(caller.id())).isEqualTo("no need");
    assertThat(stateOf(called)).isEqualTo("INTERNALLY_TERMINATED");
    assertThat(alice.fetches("job")).isEmpty();
  }

  @Test
  void a_caller_of_which_nothing_is_left_ends_with_the_called_instance() {
    ProcessInstance caller = startOf(CALLING_IN_SUB);
    String called = calledBy(caller);

    engine.runtime().deleteProcessInstance(called, "no need");

    assertThat(stateOf(called)).isEqualTo("EXTERNALLY_TERMINATED");
    assertThat(stateOf(caller.id())).isEqualTo("EXTERNALLY_TERMINATED");
    assertThat(reasonOf(caller.id())).isEqualTo("no need");
    assertThat(engine.waitsAt(caller)).isEmpty();
    assertThat(engine.path(caller)).containsExactly("start", "sub", "begin", "call");
  }

  /**
   * start --> fork --> sub [ begin --> call (calls inner) ] --> after, fork --> other (external).
   */
  @Test
  void nothing_goes_on_after_a_call_whose_instance_was_deleted() {
    ProcessInstance caller =
        startOf(
            document(
                processOf(
                    "p",
                    Sketch.start("start"),
                    fork("fork"),
                    subProcess(
                        "sub", Sketch.start("begin"), call("call", "inner"), path("begin", "call")),
                    external("after"),
                    external("other"),
                    path("start", "fork", "sub", "after"),
                    path("fork", "other")),
                inner()));

    engine.runtime().deleteProcessInstance(calledBy(caller), "no need");

    assertThat(engine.waitsAt(caller)).containsExactly("other");
    assertThat(engine.path(caller)).doesNotContain("after");
    alice.does("other");
    assertThat(engine.state(caller)).isEqualTo("COMPLETED");
  }

  /** start --> call (calls inner) --> end; call --(stop)--> end. */
  @Test
  void a_called_instance_is_terminated_from_inside_when_its_call_is_interrupted() {
    ProcessInstance caller =
        startOf(
            document(
                processOf(
                    "p",
                    Sketch.start("start"),
                    call("call", "inner"),
                    boundary("late", "call", timer("PT1H")),
                    end("end"),
                    path("start", "call", "end"),
                    path("late", "end")),
                inner()));
    String called = calledBy(caller);

    engine.clock().advance(Duration.ofHours(1));
    engine.runDueJobs();

    assertThat(stateOf(called)).isEqualTo("INTERNALLY_TERMINATED");
    assertThat(engine.state(caller)).isEqualTo("COMPLETED");
  }

  /**
   * start --> fork --> a (external), fork --> b (external); handler [ error --> care (external) ].
   */
  @Test
  void a_worker_that_holds_a_lock_comes_too_late_for_what_was_interrupted() {
    ProcessInstance instance =
        startOf(
            process(
                Sketch.start("start"),
                fork("fork"),
                external("a"),
                external("b"),
                eventSubProcess(
                    "handler",
                    Sketch.start("broken", error("BROKEN")),
                    external("care"),
                    path("broken", "care")),
                path("start", "fork", "a"),
                path("fork", "b")));
    LockedExternalTask held = bob.fetchesOne("b");

    alice.raises(alice.fetchesOne("a"), "BROKEN");

    assertThatThrownBy(() -> bob.completes(held)).isInstanceOf(NotFoundException.class);
    assertThat(engine.waitsAt(instance)).containsExactly("care", "handler");
  }

  /** start --> fork --> work, wait (message), late (timer), talk (user), border (a job before). */
  @Test
  void nothing_is_kept_for_an_instance_that_was_deleted() {
    ProcessInstance instance =
        startOf(
            process(
                Sketch.start("start"),
                fork("fork"),
                external("work"),
                beside("remind", "work", cycle("R/PT1H")),
                catching("wait", message("deleted-wait")),
                catching("late", timer("PT1H")),
                user("talk"),
                asyncBefore(external("border")),
                external("done"),
                undoing("done", external("undo")),
                eventSubProcess(
                    "handler",
                    Sketch.start("heard", signal("deleted-heard")),
                    end("over"),
                    path("heard", "over")),
                path("start", "fork", "work"),
                path("fork", "wait"),
                path("fork", "late"),
                path("fork", "talk"),
                path("fork", "border"),
                path("fork", "done")));
    alice.does("done");
    assertThat(rowsKept(instance)).isGreaterThan(5);

    engine.runtime().deleteProcessInstance(instance.id(), null);

    assertThat(rowsKept(instance)).isZero();
  }

  private static long rowsKept(ProcessInstance instance) {
    long others =
        Stream.of("external_task", "event_subscription", "job")
            .mapToLong(
                table ->
                    Rows.count(
                        engine.database(),
                        "select count(*) from " + table + " where process_instance_id = ?",
                        instance.id()))
            .sum();
    return others + engine.tasks().countTasks(ListQuery.all());
  }
}
