package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.escalation;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.terminate;
import static dev.outwork.engine.token.Sketch.topic;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How a path ends (BPMN 2.0, chapter 10.5.3). */
class EndEventsTest extends StageTest {
  /** start --> fork --> one (external) --> end one, fork --> two (external) --> end two. */
  @Test
  void a_process_ends_with_its_last_token() {
    play(
        start("start"),
        fork("fork"),
        external("one"),
        external("two"),
        end("end-one"),
        end("end-two"),
        path("start", "fork", "one", "end-one"),
        path("fork", "two", "end-two"));

    stage.complete("one");
    assertThat(stage.hasEnded()).isFalse();

    stage.complete("two");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> tell (message, external). */
  @Test
  void a_message_end_event_waits_for_a_worker_to_send_it() {
    play(
        start("start"),
        end("tell", "<messageEventDefinition %s/>".formatted(topic("mail"))),
        path("start", "tell"));
    assertThat(stage.waitsAt()).containsExactly("tell");

    stage.complete("tell");

    assertThat(stage.path()).containsExactly("start", "tell");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> fork --> wait (signal over) --> heard (external), fork --> shout (signal over). */
  @Test
  void a_signal_end_event_is_heard_in_the_same_instance() {
    play(
        start("start"),
        fork("fork"),
        catching("wait", signal("over")),
        external("heard"),
        end("shout", signal("over")),
        path("start", "fork", "wait", "heard"),
        path("fork", "shout"));

    assertThat(stage.waitsAt()).containsExactly("heard");
    assertThat(stage.path()).containsExactly("start", "fork", "wait", "shout", "heard");
  }

  /**
   * start --> sub [ begin --> fork --> failed (error BROKEN), fork --> work (external) ] --> end;
   * sub --(...)--> rescue (external).
   */
  private void playError(String caught) {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            fork("fork"),
            external("work"),
            external("check"),
            end("failed", error("BROKEN")),
            path("begin", "fork", "work"),
            path("fork", "check", "failed")),
        boundary("broken", "sub", error(caught)),
        external("rescue"),
        end("end"),
        path("start", "sub", "end"),
        path("broken", "rescue"));
  }

  @Test
  void an_error_end_event_ends_its_scope_if_it_is_caught_there() {
    playError("BROKEN");

    stage.complete("check");

    assertThat(stage.path())
        .containsExactly(
            "start", "sub", "begin", "fork", "work", "check", "failed", "broken", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("failed", "sub", "work");
  }

  @Test
  void an_error_end_event_ends_only_its_path_if_nothing_catches_it() {
    playError("ANOTHER");

    stage.complete("check");
    assertThat(stage.waitsAt()).containsExactly("sub", "work");

    stage.complete("work");
    assertThat(stage.path())
        .containsExactly("start", "sub", "begin", "fork", "work", "check", "failed", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> sub [ begin --> fork --> help (escalation HELP), fork --> work (external) ] --> end;
   * sub --(HELP)--> helper (external).
   */
  private void playEscalation(String catcher) {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            fork("fork"),
            external("work"),
            end("help", escalation("HELP")),
            path("begin", "fork", "work"),
            path("fork", "help")),
        catcher,
        external("helper"),
        end("end"),
        path("start", "sub", "end"),
        path("caught", "helper"));
  }

  @Test
  void an_escalation_end_event_ends_only_its_path_if_the_event_does_not_interrupt() {
    playEscalation(beside("caught", "sub", escalation("HELP")));

    assertThat(stage.waitsAt()).containsExactly("helper", "sub", "work");
    assertThat(stage.canceled()).isEmpty();

    stage.complete("work");
    stage.complete("helper");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void an_escalation_end_event_ends_its_scope_if_the_event_interrupts() {
    playEscalation(boundary("caught", "sub", escalation("HELP")));

    assertThat(stage.waitsAt()).containsExactly("helper");
    assertThat(stage.canceled()).containsExactly("help", "sub", "work");
  }

  /** start --> fork --> work (external) --> end, fork --> check (external) --> stop (terminate). */
  @Test
  void a_terminate_end_event_ends_the_process() {
    play(
        start("start"),
        fork("fork"),
        external("work"),
        external("check"),
        end("end"),
        end("stop", terminate()),
        path("start", "fork", "work", "end"),
        path("fork", "check", "stop"));

    stage.complete("check");

    assertThat(stage.path()).containsExactly("start", "fork", "work", "check", "stop");
    assertThat(stage.canceled()).containsExactly("work");
    assertThat(stage.openTasks()).isEmpty();
    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> sub [ begin --> fork --> work (external), fork --> check (external) --> stop
   * (terminate) ] --> after (external).
   */
  @Test
  void a_terminate_end_event_in_a_sub_process_ends_that_and_the_process_goes_on() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            fork("fork"),
            external("work"),
            external("check"),
            end("stop", terminate()),
            path("begin", "fork", "work"),
            path("fork", "check", "stop")),
        external("after"),
        path("start", "sub", "after"));

    stage.complete("check");

    assertThat(stage.path())
        .containsExactly("start", "sub", "begin", "fork", "work", "check", "stop", "after");
    assertThat(stage.canceled()).containsExactly("work");
    assertThat(stage.waitsAt()).containsExactly("after");
  }
}
