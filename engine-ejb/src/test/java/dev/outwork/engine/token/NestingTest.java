package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.asyncAfter;
import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.cancel;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.condition;
import static dev.outwork.engine.token.Sketch.cycle;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.escalation;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.extensions;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.firstOf;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.out;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.startBeside;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.transaction;
import static dev.outwork.engine.token.Sketch.undoing;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.Stage.OpenTask;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events in scopes that are in other scopes. */
class NestingTest extends StageTest {
  /** start --> sub [ begin --> work; handler [ tick (cycle, beside) --> care ] ] --> after. */
  @Test
  void an_event_sub_process_of_a_cycle_begins_again_until_its_scope_is_done() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            external("work"),
            path("begin", "work"),
            eventSubProcess(
                "handler",
                startBeside("tick", cycle("R/PT1H")),
                end("over"),
                path("tick", "over"))),
        external("after"),
        path("start", "sub", "after"));
    stage.advance(Duration.ofHours(1));
    stage.advance(Duration.ofHours(1));
    assertThat(stage.path().stream().filter("tick"::equals)).hasSize(2);
    assertThat(stage.waitsAt()).containsExactly("sub", "work");

    stage.complete("work");
    stage.advance(Duration.ofHours(1));

    assertThat(stage.path().stream().filter("tick"::equals)).hasSize(2);
    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /**
   * start --> work; beside [ ask (message, beside) --> answer ]; handler [ stop (message) --> care
   * ].
   */
  @Test
  void an_interrupted_scope_cancels_its_event_sub_processes() {
    play(
        start("start"),
        external("work"),
        path("start", "work"),
        eventSubProcess(
            "helper",
            startBeside("ask", message("ask")),
            external("answer"),
            path("ask", "answer")),
        eventSubProcess(
            "handler",
            start("stop", message("stop-nested")),
            external("care"),
            path("stop", "care")));
    stage.message("ask");
    assertThat(stage.waitsAt()).containsExactly("answer", "helper", "work");

    stage.message("stop-nested");

    assertThat(stage.waitsAt()).containsExactly("care", "handler");
    assertThat(stage.canceled()).containsExactly("answer", "helper", "work");
  }

  /**
   * start --> sub [ begin --> talk (user); handler [ called (escalation, beside) --> louder
   * (escalation) ] ]; sub --(escalation, beside)--> boss (external).
   */
  @Test
  void an_escalation_from_an_event_sub_process_goes_further_out() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            user("talk"),
            path("begin", "talk"),
            eventSubProcess(
                "handler",
                startBeside("called", escalation("HELP")),
                end("louder", escalation("HELP")),
                path("called", "louder"))),
        beside("caught", "sub", escalation("HELP")),
        external("boss"),
        path("start", "sub"),
        path("caught", "boss"));

    stage.escalate("talk", "HELP");

    assertThat(stage.waitsAt()).containsExactly("boss", "sub", "talk");
    assertThat(stage.path())
        .containsExactly(
            "start", "sub", "begin", "talk", "handler", "called", "louder", "caught", "boss");
  }

  /** p: start --> call (calls inner) --> end; inner: open --> job; handler [ error --> care ]. */
  @Test
  void an_error_is_caught_in_the_called_process_before_it_is_caught_on_the_call() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("call", "inner"),
                boundary("caught", "call", error("BROKEN")),
                external("rescue"),
                end("end"),
                path("start", "call", "end"),
                path("caught", "rescue")),
            processOf(
                "inner",
                start("open"),
                external("job"),
                path("open", "job"),
                eventSubProcess(
                    "handler",
                    start("happened", error("BROKEN")),
                    external("care"),
                    path("happened", "care")))));
    stage.start("p");

    stage.raise("job", "BROKEN");
    assertThat(stage.waitsAt()).containsExactly("call", "care", "handler");

    stage.raise("care", "BROKEN");
    assertThat(stage.waitsAt()).containsExactly("rescue");
  }

  /**
   * p: start --> call (calls inner, gives ready back) --> after; beside: wait (condition ready).
   */
  @Test
  void a_condition_becomes_true_by_what_a_called_process_gives_back() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                fork("fork"),
                call("call", "inner", extensions(out("source=\"ready\" target=\"ready\""))),
                catching("wait", condition("${ready}")),
                external("go"),
                path("start", "fork", "call"),
                path("fork", "wait", "go")),
            processOf("inner", start("open"), external("job"), path("open", "job"))));
    stage.start("p");

    stage.complete("job", Map.of("ready", TypedValue.bool(true)));

    assertThat(stage.waitsAt()).containsExactly("go");
  }

  /** start --> sub (input level) [ begin --> work (external) ]; sub --(level gt 3)--> rescue. */
  @Test
  void a_condition_on_a_sub_process_sees_the_variables_of_that() {
    play(
        start("start"),
        subProcess(
            "sub",
            parameters(input("level", "${0}")),
            start("begin"),
            external("work"),
            external("more"),
            path("begin", "work", "more")),
        boundary("high", "sub", condition("${level gt 3}")),
        external("rescue"),
        path("start", "sub"),
        path("high", "rescue"));

    stage.complete("work", Map.of("level", TypedValue.integer(4)));

    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.variable("level")).isEmpty();
  }

  /** start --> many (twice at once) [ begin --> help (escalation) --> work ]; beside: note. */
  @Test
  void each_instance_of_many_may_escalate() {
    play(
        start("start"),
        subProcess(
            "many",
            parallel("2"),
            start("begin"),
            throwing("help", escalation("HELP")),
            external("work"),
            path("begin", "help", "work")),
        beside("caught", "many", escalation("HELP")),
        external("note"),
        path("start", "many"),
        path("caught", "note"));

    assertThat(stage.openTasks())
        .extracting(OpenTask::elementId)
        .containsExactlyInAnyOrder("note", "note", "work", "work");
  }

  /** start --> work (three at once); work --(BROKEN)--> rescue. */
  @Test
  void an_error_from_one_of_many_takes_all_away() {
    play(
        start("start"),
        external("work", parallel("3")),
        boundary("broken", "work", error("BROKEN")),
        external("rescue"),
        path("start", "work"),
        path("broken", "rescue"));
    stage.complete("work");

    stage.raise("work", "BROKEN");

    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("work", "work", "work#multiInstanceBody");
  }

  /** start --> work (three at once) --> end; nothing catches what one of them raises. */
  @Test
  void an_error_from_one_of_many_that_is_not_caught_ends_that_one() {
    play(start("start"), external("work", parallel("2")), end("end"), path("start", "work", "end"));

    stage.raise("work", "BROKEN");
    assertThat(stage.valueAt("work", "nrOfCompletedInstances")).isEqualTo(1);

    stage.complete("work");
    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> deals (twice at once) [ begin --> check --> off (cancel) ]; deals --(cancelled)-->
   * sorry.
   */
  @Test
  void one_of_many_transactions_that_is_cancelled_takes_all_away() {
    play(
        start("start"),
        transaction(
            "deals",
            parallel("2"),
            start("begin"),
            external("check"),
            end("off", cancel()),
            path("begin", "check", "off")),
        boundary("cancelled", "deals", cancel()),
        external("sorry"),
        path("start", "deals"),
        path("cancelled", "sorry"));

    stage.complete("check");

    assertThat(stage.waitsAt()).containsExactly("sorry");
  }

  /** start --> outer [ begin --> inner (transaction) [ open --> check --> off (cancel) ] ]. */
  @Test
  void a_transaction_in_a_sub_process_is_left_by_its_own_cancel_event() {
    play(
        start("start"),
        subProcess(
            "outer",
            start("begin"),
            transaction(
                "inner",
                start("open"),
                external("book"),
                undoing("book", external("cancel-book")),
                external("check"),
                end("off", cancel()),
                path("open", "book", "check", "off")),
            boundary("cancelled", "inner", cancel()),
            external("sorry"),
            path("begin", "inner"),
            path("cancelled", "sorry")),
        external("after"),
        path("start", "outer", "after"));
    stage.complete("book");
    stage.complete("check");
    assertThat(stage.waitsAt()).containsExactly("cancel-book", "inner", "off", "outer");

    stage.complete("cancel-book");
    stage.complete("sorry");

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** start --> first (asyncBefore) --> told (message) --> after, first --> late (timer). */
  @Test
  void a_job_may_enter_an_event_based_gateway() {
    play(
        start("start"),
        asyncBefore(firstOf("first")),
        catching("told", message("tell-later")),
        external("after"),
        catching("late", timer("PT1H")),
        path("start", "first", "told", "after"),
        path("first", "late"));

    stage.runJobs();
    stage.message("tell-later");

    assertThat(stage.path()).containsExactly("start", "first", "told", "after");
  }

  /** start --> work (external) --> end; work --(again, a job after it)--> note. */
  @Test
  void a_job_may_leave_a_boundary_event() {
    play(
        start("start"),
        external("work"),
        asyncAfter(beside("again", "work", message("once-more"))),
        external("note"),
        path("start", "work"),
        path("again", "note"));

    stage.message("once-more");
    assertThat(stage.waitsAt()).containsExactly("again", "work");

    stage.runJobs();
    assertThat(stage.waitsAt()).containsExactly("note", "work");
  }
}
