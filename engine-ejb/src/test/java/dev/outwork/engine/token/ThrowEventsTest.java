package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.escalation;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.in;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.topic;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Thrown events (BPMN 2.0, chapter 10.5.4). */
class ThrowEventsTest extends StageTest {
  /** start --> milestone (none) --> end. */
  @Test
  void a_none_throw_event_only_leaves_its_mark() {
    play(start("start"), throwing("milestone"), end("end"), path("start", "milestone", "end"));

    assertThat(stage.path()).containsExactly("start", "milestone", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> tell (message, external) --> end. */
  @Test
  void a_message_throw_event_waits_for_a_worker_to_send_it() {
    play(
        start("start"),
        throwing("tell", "<messageEventDefinition %s/>".formatted(topic("mail"))),
        end("end"),
        path("start", "tell", "end"));
    assertThat(stage.waitsAt()).containsExactly("tell");

    stage.complete("tell");

    assertThat(stage.path()).containsExactly("start", "tell", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> fork --> wait (signal go) --> heard (external), fork --> ready (external) --> shout
   * (signal go) --> end.
   */
  @Test
  void a_signal_is_heard_at_once_by_who_waits_in_the_same_instance() {
    play(
        start("start"),
        fork("fork"),
        catching("wait", signal("go")),
        external("heard"),
        external("ready"),
        throwing("shout", signal("go")),
        end("end"),
        path("start", "fork", "wait", "heard"),
        path("fork", "ready", "shout", "end"));

    stage.complete("ready");

    assertThat(stage.waitsAt()).containsExactly("heard");
    assertThat(stage.path())
        .containsExactlyInAnyOrder("start", "fork", "wait", "ready", "shout", "heard", "end");
  }

  /**
   * start --> fork --> wait (signal) --> heard (external), fork --> shout (signal, with sum as
   * total).
   */
  @Test
  void a_signal_brings_its_variables_along() {
    stage.deploy(
        process(
            start("start"),
            fork("fork"),
            catching("wait", signal("sum-up")),
            external("heard"),
            throwing("shout", signal("sum-up", in("source=\"sum\" target=\"total\""))),
            path("start", "fork", "wait", "heard"),
            path("fork", "shout")));

    stage.start("p", Map.of("sum", TypedValue.integer(12)));

    assertThat(stage.valueAt("heard", "total")).isEqualTo(12);
  }

  /** start --> call for help (escalation) --> work (external) --> end. */
  @Test
  void an_escalation_that_is_not_caught_is_no_obstacle() {
    play(
        start("start"),
        throwing("call", escalation("HELP")),
        external("work"),
        end("end"),
        path("start", "call", "work", "end"));

    assertThat(stage.path()).containsExactly("start", "call", "work");
  }

  /**
   * start --> sub [ begin --> call (escalation HELP) --> work (external) ] --> end; sub --(HELP)-->
   * helper (external).
   */
  private void playEscalation(String catcher) {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            throwing("call", escalation("HELP")),
            external("work"),
            path("begin", "call", "work")),
        end("end"),
        catcher,
        external("helper"),
        path("start", "sub", "end"),
        path("help", "helper"));
  }

  @Test
  void an_escalation_goes_on_beside_an_event_that_does_not_interrupt() {
    playEscalation(beside("help", "sub", escalation("HELP")));

    assertThat(stage.waitsAt()).containsExactly("helper", "sub", "work");
    assertThat(stage.canceled()).isEmpty();
  }

  @Test
  void an_escalation_goes_no_further_if_the_event_interrupts() {
    playEscalation(boundary("help", "sub", escalation("HELP")));

    assertThat(stage.waitsAt()).containsExactly("helper");
    assertThat(stage.canceled()).containsExactly("call", "sub");
    assertThat(stage.path()).containsExactly("start", "sub", "begin", "call", "help", "helper");
  }

  @Test
  void an_escalation_of_another_code_is_not_caught() {
    playEscalation(boundary("help", "sub", escalation("FIRE")));

    assertThat(stage.waitsAt()).containsExactly("sub", "work");
  }
}
