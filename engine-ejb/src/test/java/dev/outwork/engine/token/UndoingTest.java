package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.asyncAfter;
import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.compensation;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.forEach;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.output;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.startBeside;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.terminate;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.undoing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.Stage.OpenTask;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Compensation meets sub-processes, loops and calls (BPMN 2.0, chapter 13.5.5). */
class UndoingTest extends StageTest {
  /** start --> outer [ begin --> inner [ open --> book --> done ] --> pay ] --> undo --> end. */
  @Test
  void nested_activities_are_compensated_the_latest_first() {
    play(
        start("start"),
        subProcess(
            "outer",
            start("begin"),
            subProcess(
                "inner",
                parameters(input("depth", "inner")),
                start("open"),
                external("book"),
                undoing("book", external("cancel-book")),
                path("open", "book")),
            external("pay"),
            undoing("pay", external("refund")),
            path("begin", "inner", "pay")),
        throwing("undo", compensation()),
        end("end"),
        path("start", "outer", "undo", "end"));
    stage.complete("book");

    stage.complete("pay");

    assertThat(stage.openTasks())
        .extracting(OpenTask::elementId)
        .containsExactly("refund", "cancel-book");
    assertThat(stage.valueAt("cancel-book", "depth")).isEqualTo("inner");
    assertThat(stage.variablesAt("refund")).isEmpty();
    stage.complete("cancel-book");
    stage.complete("refund");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> book --> sub [ begin --> pay --> undo (compensation) ] --> after. */
  @Test
  void an_event_in_a_sub_process_undoes_only_what_was_done_in_it() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        subProcess(
            "sub",
            start("begin"),
            external("pay"),
            undoing("pay", external("refund")),
            throwing("undo", compensation()),
            path("begin", "pay", "undo")),
        external("after"),
        path("start", "book", "sub", "after"));
    stage.complete("book");

    stage.complete("pay");
    assertThat(stage.openTasks()).extracting(OpenTask::elementId).containsExactly("refund");

    stage.complete("refund");
    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** start --> trips (for each name, at once) [ begin --> book ] --> undo --> end. */
  @Test
  void each_sub_process_of_many_is_undone_with_its_own_variables() {
    play(
        start("start"),
        external("make"),
        subProcess(
            "trips",
            forEach("names", "name"),
            start("begin"),
            external("book"),
            undoing("book", external("cancel-book")),
            path("begin", "book")),
        throwing("undo", compensation()),
        end("end"),
        path("start", "make", "trips", "undo", "end"));
    stage.complete("make", Map.of("names", TypedValue.json("[\"ann\",\"bob\"]")));
    stage.complete("book");

    stage.complete("book");

    assertThat(stage.openTasks())
        .extracting(task -> task.variables().get("name").value())
        .containsExactlyInAnyOrder("ann", "bob");
  }

  /** start --> call (calls inner: begin --> job) --> undo --> end; call is undone by take-back. */
  @Test
  void a_call_is_undone_by_its_handler() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("call", "inner"),
                undoing("call", external("take-back")),
                throwing("undo", compensation()),
                end("end"),
                path("start", "call", "undo", "end")),
            processOf("inner", start("begin"), external("job"), path("begin", "job"))));
    stage.start("p");

    stage.complete("job");
    assertThat(stage.waitsAt()).containsExactly("take-back", "undo");

    stage.complete("take-back");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> book --> undo --> end; book is undone by a call of inner: begin --> job. */
  @Test
  void a_handler_may_be_a_call() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                external("book"),
                undoing("book", call("take-back", "inner")),
                throwing("undo", compensation()),
                end("end"),
                path("start", "book", "undo", "end")),
            processOf("inner", start("begin"), external("job"), path("begin", "job"))));
    stage.start("p");
    stage.complete("book");
    assertThat(stage.waitsAt()).containsExactly("job", "take-back", "undo");

    stage.complete("job");

    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> book --> undo --> end; book is undone by take-back (external, twice at once). */
  @Test
  void a_handler_may_be_done_several_times() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("take-back", parallel("2"))),
        throwing("undo", compensation()),
        end("end"),
        path("start", "book", "undo", "end"));
    stage.complete("book");
    assertThat(stage.openTasks()).hasSize(2);

    stage.complete("take-back");
    stage.complete("take-back");

    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> book (a job after it) --> undo (a job before it) --> end; cancel-book (a job before).
   */
  @Test
  void undoing_may_wait_for_jobs() {
    play(
        start("start"),
        asyncAfter(external("book")),
        undoing("book", asyncBefore(external("cancel-book"))),
        asyncBefore(throwing("undo", compensation())),
        end("end"),
        path("start", "book", "undo", "end"));
    stage.complete("book");
    stage.runJobs();
    assertThat(stage.waitsAt()).containsExactly("cancel-book", "undo");

    stage.complete("cancel-book");

    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> sub [ begin --> book ] (output kept) --> undo --> end; cancel-book has an input. */
  @Test
  void a_handler_has_parameters_that_see_what_its_activity_knew() {
    play(
        start("start"),
        subProcess(
            "sub",
            parameters(input("room", "blue")),
            start("begin"),
            external("book"),
            undoing(
                "book",
                external(
                    "cancel-book",
                    parameters(
                        input("text", "free the ${room} room"), output("freed", "${room}")))),
            path("begin", "book")),
        throwing("undo", compensation()),
        external("after"),
        path("start", "sub", "undo", "after"));
    stage.complete("book");
    assertThat(stage.valueAt("cancel-book", "text")).isEqualTo("free the blue room");

    stage.complete("cancel-book");

    assertThat(stage.variablesAt("after")).containsOnlyKeys("freed");
  }

  /** start --> sub [ begin --> book; handler [ undo-it (message) --> undo ] ] --> end. */
  @Test
  void an_event_sub_process_beside_its_scope_undoes_what_was_done_in_it() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        external("work"),
        eventSubProcess(
            "handler",
            startBeside("undo-it", message("undo-it")),
            throwing("undo", compensation()),
            path("undo-it", "undo")),
        path("start", "book", "work"));
    stage.complete("book");

    stage.message("undo-it");
    stage.complete("cancel-book");

    assertThat(stage.waitsAt()).containsExactly("work");
  }

  /** start --> book --> undo --> after; a modification cancels cancel-book. */
  @Test
  void the_event_goes_on_when_its_last_handler_is_cancelled() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        throwing("undo", compensation()),
        external("after"),
        path("start", "book", "undo", "after"));
    stage.complete("book");

    stage.modify(Instructions.cancelAll("cancel-book"));

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** start --> book (external) --> undo (compensation) --> after (external). */
  @Test
  void an_event_that_is_cancelled_takes_its_handlers_along() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        throwing("undo", compensation()),
        external("after"),
        path("start", "book", "undo", "after"));
    stage.complete("book");

    stage.modify(Instructions.startAfter("undo"), Instructions.cancelAll("undo"));

    assertThat(stage.waitsAt()).containsExactly("after");
    assertThat(stage.canceled()).containsExactly("cancel-book", "undo");
    stage.complete("after");
    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> book --> pay; on stop: fork --> undo (compensation), fork --> give up --> over
   * (terminate).
   */
  @Test
  void handlers_in_the_scope_around_end_with_the_event_sub_process_that_started_them() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        external("pay"),
        path("start", "book", "pay"),
        eventSubProcess(
            "stopping",
            startBeside("stop", message("stop")),
            fork("fork"),
            throwing("undo", compensation()),
            external("give-up"),
            end("over", terminate()),
            path("stop", "fork", "undo"),
            path("fork", "give-up", "over")));
    stage.complete("book");
    stage.message("stop");
    assertThat(stage.openTasks())
        .extracting(OpenTask::elementId)
        .containsExactlyInAnyOrder("pay", "cancel-book", "give-up");

    stage.complete("give-up");

    assertThat(stage.waitsAt()).containsExactly("pay");
    assertThat(stage.canceled()).containsExactly("cancel-book", "undo");
  }
}
