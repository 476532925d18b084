package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.condition;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.escalation;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.startBeside;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.terminate;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Event sub-processes: events of a running scope (chapter 10.3.5). */
class EventSubProcessTest extends StageTest {
  /** start --> work (external) --> end; handler [ happened (...) --> care (external) --> done ]. */
  private void playWith(String happened) {
    play(
        start("start"),
        external("work"),
        end("end"),
        eventSubProcess(
            "handler", happened, external("care"), end("done"), path("happened", "care", "done")),
        path("start", "work", "end"));
  }

  private void hasInterrupted() {
    assertThat(stage.path()).containsExactly("start", "work", "handler", "happened", "care");
    assertThat(stage.waitsAt()).containsExactly("care", "handler");
    assertThat(stage.canceled()).containsExactly("work");

    stage.complete("care");

    assertThat(stage.hasEnded()).isTrue();
  }

  private void hasBegunBeside() {
    assertThat(stage.path()).containsExactly("start", "work", "handler", "happened", "care");
    assertThat(stage.waitsAt()).containsExactly("care", "handler", "work");
    assertThat(stage.canceled()).isEmpty();

    stage.complete("work");
    assertThat(stage.hasEnded()).isFalse();

    stage.complete("care");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void an_error_interrupts_the_scope() {
    playWith(start("happened", error("BROKEN")));

    stage.raise("work", "BROKEN");

    hasInterrupted();
  }

  @Test
  void a_message_interrupts_the_scope() {
    playWith(start("happened", message("stop")));

    stage.message("stop");

    hasInterrupted();
  }

  @Test
  void a_signal_interrupts_the_scope() {
    playWith(start("happened", signal("stop-sub")));

    stage.signal("stop-sub");

    hasInterrupted();
  }

  @Test
  void a_timer_interrupts_the_scope() {
    playWith(start("happened", timer("PT1H")));

    stage.advance(Duration.ofHours(1));

    hasInterrupted();
  }

  @Test
  void a_condition_interrupts_the_scope() {
    playWith(start("happened", condition("${stopped}")));

    stage.set(Map.of("stopped", TypedValue.bool(true)));

    hasInterrupted();
  }

  @Test
  void a_message_begins_it_beside_the_scope_if_it_does_not_interrupt() {
    playWith(startBeside("happened", message("by-the-way")));

    stage.message("by-the-way");

    hasBegunBeside();
  }

  @Test
  void a_signal_begins_it_beside_the_scope_if_it_does_not_interrupt() {
    playWith(startBeside("happened", signal("by-the-way-all")));

    stage.signal("by-the-way-all");

    hasBegunBeside();
  }

  @Test
  void a_timer_begins_it_beside_the_scope_if_it_does_not_interrupt() {
    playWith(startBeside("happened", timer("PT1H")));

    stage.advance(Duration.ofHours(1));

    hasBegunBeside();
  }

  @Test
  void a_condition_begins_it_beside_the_scope_if_it_does_not_interrupt() {
    playWith(startBeside("happened", condition("${stopped}")));

    stage.set(Map.of("stopped", TypedValue.bool(true)));

    hasBegunBeside();
  }

  @Test
  void a_non_interrupting_event_sub_process_may_start_several_times() {
    playWith(startBeside("happened", message("again")));

    stage.message("again");
    stage.message("again");

    assertThat(stage.waitsAt()).containsExactly("care", "care", "handler", "handler", "work");
  }

  @Test
  void an_interrupting_event_occurs_once_only() {
    playWith(start("happened", timer("PT1H")));
    stage.advance(Duration.ofHours(1));

    stage.advance(Duration.ofHours(1));

    assertThat(stage.waitsAt()).containsExactly("care", "handler");
  }

  /** start --> talk (user) --> end; handler [ happened (escalation HELP) --> care (external) ]. */
  private void playEscalation(String happened) {
    play(
        start("start"),
        user("talk"),
        end("end"),
        eventSubProcess("handler", happened, external("care"), path("happened", "care")),
        path("start", "talk", "end"));

    stage.escalate("talk", "HELP");
  }

  @Test
  void an_escalation_interrupts_the_scope() {
    playEscalation(start("happened", escalation("HELP")));

    assertThat(stage.path()).containsExactly("start", "talk", "handler", "happened", "care");
    assertThat(stage.waitsAt()).containsExactly("care", "handler");
    assertThat(stage.canceled()).containsExactly("talk");
  }

  @Test
  void an_escalation_begins_it_beside_the_scope_if_it_does_not_interrupt() {
    playEscalation(startBeside("happened", escalation("HELP")));

    assertThat(stage.waitsAt()).containsExactly("care", "handler", "talk");
    assertThat(stage.canceled()).isEmpty();
  }

  /**
   * start --> sub [ begin --> help (escalation HELP) --> last; handler [ happened (HELP) --> more
   * (escalation MORE) ] ] --> after (external); sub --(MORE)--> helper (external).
   */
  private void playEscalationBefore(String last) {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            throwing("help", escalation("HELP")),
            last,
            path("begin", "help", "last"),
            eventSubProcess(
                "handler",
                startBeside("happened", escalation("HELP")),
                throwing("more", escalation("MORE")),
                path("happened", "more"))),
        beside("caught", "sub", escalation("MORE")),
        external("helper"),
        external("after"),
        path("caught", "helper"),
        path("start", "sub", "after"));
  }

  @Test
  void the_token_that_throws_an_escalation_goes_on_before_what_catches_it() {
    playEscalationBefore(end("last"));

    assertThat(stage.path())
        .containsExactly(
            "start",
            "sub",
            "begin",
            "help",
            "handler",
            "last",
            "happened",
            "more",
            "caught",
            "after",
            "helper");
  }

  @Test
  void an_escalation_is_not_heard_if_its_token_ends_the_scope_at_once() {
    playEscalationBefore(end("last", terminate()));

    assertThat(stage.waitsAt()).containsExactly("after");
    assertThat(stage.path()).doesNotContain("more");
  }

  /**
   * start --> sub [ begin --> work (external); handler [ happened (error) --> care (external) ] ]
   * --> after (external).
   */
  @Test
  void inside_a_sub_process_only_that_is_interrupted_and_the_process_goes_on_after_it() {
    play(
        start("start"),
        subProcess(
            "sub",
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
    assertThat(stage.waitsAt()).containsExactly("care", "handler", "sub");
    assertThat(stage.canceled()).containsExactly("work");

    stage.complete("care");
    assertThat(stage.waitsAt()).containsExactly("after");
    assertThat(stage.path())
        .containsExactly("start", "sub", "begin", "work", "handler", "happened", "care", "after");
  }

  /** As before, but sub also has a boundary event for the same error. */
  @Test
  void an_error_goes_to_the_event_sub_process_before_the_boundary_event() {
    playTwice("BROKEN");

    stage.raise("work", "BROKEN");

    assertThat(stage.waitsAt()).containsExactly("care", "handler", "sub");
  }

  @Test
  void an_error_thrown_in_an_event_sub_process_is_caught_further_out() {
    playTwice("BROKEN");
    stage.raise("work", "BROKEN");

    stage.raise("care", "BROKEN");

    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("care", "handler", "sub", "work");
  }

  private void playTwice(String code) {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            external("work"),
            path("begin", "work"),
            eventSubProcess(
                "handler",
                start("happened", error(code)),
                external("care"),
                path("happened", "care"))),
        boundary("broken", "sub", error(code)),
        external("rescue"),
        path("start", "sub"),
        path("broken", "rescue"));
  }
}
