package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.anyEscalation;
import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.compensation;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.escalation;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.extensions;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.firstOf;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.out;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.sequential;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.startBeside;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.terminate;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.undoing;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.Stage.OpenTask;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Cancellations while something else is in progress inside. */
class InterruptionsTest extends StageTest {
  /**
   * start --> sub [ begin --> fork --> call (calls inner: open --> job), fork --> check --> stop
   * (terminate) ] --> after (external).
   */
  @Test
  void a_terminate_end_event_takes_called_processes_away() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                subProcess(
                    "sub",
                    start("begin"),
                    fork("fork"),
                    call("call", "inner"),
                    external("check"),
                    end("stop", terminate()),
                    path("begin", "fork", "call"),
                    path("fork", "check", "stop")),
                external("after"),
                path("start", "sub", "after")),
            processOf("inner", start("open"), external("job"), path("open", "job"))));
    stage.start("p");

    stage.complete("check");

    assertThat(stage.waitsAt()).containsExactly("after");
    assertThat(stage.canceled()).containsExactly("call", "job");
    assertThat(stage.openTasks()).extracting(OpenTask::elementId).containsExactly("after");
  }

  /** start --> sub [ begin --> shout (signal) --> never ] ; sub --(that signal)--> rescue. */
  @Test
  void a_signal_may_interrupt_the_one_who_throws_it() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            throwing("shout", signal("stop-me")),
            external("never"),
            path("begin", "shout", "never")),
        boundary("stopped", "sub", signal("stop-me")),
        external("rescue"),
        path("start", "sub"),
        path("stopped", "rescue"));

    assertThat(stage.path()).containsExactly("start", "sub", "begin", "shout", "stopped", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("shout", "sub");
  }

  /**
   * p calls middle, which calls inner: open --> help (escalation) --> job; caught beside p's call.
   */
  @Test
  void an_escalation_goes_out_through_several_calls() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("outer-call", "middle"),
                beside("caught", "outer-call", anyEscalation("what")),
                external("helper"),
                path("start", "outer-call"),
                path("caught", "helper")),
            processOf(
                "middle", start("begin"), call("inner-call", "inner"), path("begin", "inner-call")),
            processOf(
                "inner",
                start("open"),
                throwing("help", escalation("HELP")),
                external("job"),
                path("open", "help", "job"))));

    stage.start("p");

    assertThat(stage.waitsAt()).containsExactly("helper", "inner-call", "job", "outer-call");
    assertThat(stage.value("what")).isEqualTo("HELP");
    stage.complete("job");
    stage.complete("helper");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** p calls middle, which calls inner: open --> job (external); p's call catches the error. */
  @Test
  void an_error_goes_out_through_several_calls() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("outer-call", "middle", extensions(out("source=\"a\" target=\"b\""))),
                boundary("caught", "outer-call", error("BROKEN")),
                external("rescue"),
                path("start", "outer-call"),
                path("caught", "rescue")),
            processOf(
                "middle",
                start("begin"),
                call("inner-call", "inner", extensions(out("source=\"x\" target=\"a\""))),
                path("begin", "inner-call")),
            processOf(
                "inner",
                start("open"),
                external("prepare"),
                external("job"),
                path("open", "prepare", "job"))));
    stage.start("p");
    stage.complete("prepare", Map.of("x", TypedValue.integer(7)));

    stage.raise("job", "BROKEN");

    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("inner-call", "job", "outer-call");
    assertThat(stage.value("b")).isEqualTo(7);
  }

  /** start --> sub (twice at once) [ begin --> work; handler [ error --> care ] ] --> after. */
  @Test
  void an_event_sub_process_interrupts_only_its_own_instance_of_many() {
    play(
        start("start"),
        subProcess(
            "sub",
            parallel("2"),
            start("begin"),
            external("work"),
            path("begin", "work"),
            eventSubProcess(
                "handler",
                start("happened", error("BROKEN")),
                external("care"),
                path("happened", "care"))),
        external("after"),
        path("start", "sub", "after"));

    stage.raise("work", "BROKEN");
    assertThat(stage.waitsAt())
        .containsExactly("care", "handler", "sub", "sub", "sub#multiInstanceBody", "work");

    stage.complete("care");
    stage.complete("work");
    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** start --> sub [ begin --> work; handler [ ask (message, beside) --> answer ] ] --> after. */
  @Test
  void a_scope_is_not_done_before_what_began_beside_it() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            external("work"),
            path("begin", "work"),
            eventSubProcess(
                "handler",
                startBeside("ask", message("question")),
                external("answer"),
                path("ask", "answer"))),
        external("after"),
        path("start", "sub", "after"));
    stage.message("question");

    stage.complete("work");
    assertThat(stage.waitsAt()).containsExactly("answer", "handler", "sub");

    stage.complete("answer");
    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /**
   * start --> work; handler [ stop (message) --> fork --> care, fork --> check --> enough
   * (terminate) ].
   */
  @Test
  void a_terminate_end_event_in_an_event_sub_process_ends_only_that() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            external("work"),
            path("begin", "work"),
            eventSubProcess(
                "handler",
                startBeside("stop", message("look-after")),
                fork("fork"),
                external("care"),
                external("check"),
                end("enough", terminate()),
                path("stop", "fork", "care"),
                path("fork", "check", "enough"))),
        path("start", "sub"));
    stage.message("look-after");

    stage.complete("check");

    assertThat(stage.waitsAt()).containsExactly("sub", "work");
    assertThat(stage.canceled()).containsExactly("care");
  }

  /**
   * start --> sub [ begin --> book (external) --> undo (compensation) ]; book is undone by
   * cancel-book; sub --(stop)--> rescue.
   */
  @Test
  void undoing_is_taken_away_with_its_scope() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            external("book"),
            undoing("book", external("cancel-book")),
            throwing("undo", compensation()),
            path("begin", "book", "undo")),
        boundary("stopped", "sub", message("stop-undoing")),
        external("rescue"),
        path("start", "sub"),
        path("stopped", "rescue"));
    stage.complete("book");
    assertThat(stage.waitsAt()).containsExactly("cancel-book", "sub", "undo");

    stage.message("stop-undoing");

    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("cancel-book", "sub", "undo");
  }

  /** As before, but an error comes from cancel-book. */
  @Test
  void an_error_from_a_compensation_handler_is_caught_outside() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            external("book"),
            undoing("book", external("cancel-book")),
            throwing("undo", compensation()),
            path("begin", "book", "undo")),
        boundary("failed", "sub", error("BROKEN")),
        external("rescue"),
        path("start", "sub"),
        path("failed", "rescue"));
    stage.complete("book");

    stage.raise("cancel-book", "BROKEN");

    assertThat(stage.waitsAt()).containsExactly("rescue");
  }

  /**
   * start --> book --> undo (compensation) --> after; cancel-book raises an error that is not
   * caught.
   */
  @Test
  void an_error_from_a_compensation_handler_that_is_not_caught_ends_the_handler() {
    play(
        start("start"),
        external("book"),
        undoing("book", external("cancel-book")),
        throwing("undo", compensation()),
        external("after"),
        path("start", "book", "undo", "after"));
    stage.complete("book");

    stage.raise("cancel-book", "BROKEN");

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** start --> first (twice at once) --> wait (message), first --> late (timer) ... interrupted. */
  @Test
  void subscriptions_of_an_event_based_gateway_end_with_its_scope() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            firstOf("first"),
            catching("told", message("tell")),
            catching("late", timer("PT1H")),
            external("remind"),
            path("begin", "first", "told"),
            path("first", "late", "remind")),
        boundary("stopped", "sub", message("stop-waiting")),
        external("rescue"),
        path("start", "sub"),
        path("stopped", "rescue"));

    stage.message("stop-waiting");
    stage.advance(Duration.ofHours(1));

    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("first", "sub");
  }

  /** start --> sub (one after the other, three) [ begin --> work --(skip)--> done ] --> end. */
  @Test
  void an_error_inside_one_of_a_sequence_lets_the_next_begin() {
    play(
        start("start"),
        subProcess(
            "sub",
            sequential("2"),
            start("begin"),
            external("work"),
            boundary("skipped", "work", error("SKIP")),
            end("done"),
            path("begin", "work", "done"),
            path("skipped", "done")),
        end("end"),
        path("start", "sub", "end"));

    stage.raise("work", "SKIP");
    assertThat(stage.waitsAt()).containsExactly("sub", "sub#multiInstanceBody", "work");
    assertThat(stage.valueAt("work", "loopCounter")).isEqualTo(1);

    stage.complete("work");
    assertThat(stage.hasEnded()).isTrue();
  }
}
