package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.anyError;
import static dev.outwork.engine.token.Sketch.anyEscalation;
import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.condition;
import static dev.outwork.engine.token.Sketch.cycle;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.escalation;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.Stage.OpenTask;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events of a running activity (BPMN 2.0, chapter 10.5.4). */
class BoundaryEventsTest extends StageTest {
  /** start --> work (external) --> end; work --(late)--> rescue (external). */
  private void playWith(String event) {
    play(
        start("start"),
        external("work"),
        event,
        external("rescue"),
        end("end"),
        path("start", "work", "end"),
        path("late", "rescue"));
  }

  private void hasInterrupted() {
    assertThat(stage.path()).containsExactly("start", "work", "late", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("work");
    assertThat(stage.openTasks()).extracting(OpenTask::elementId).containsExactly("rescue");
  }

  private void hasHappenedBeside() {
    assertThat(stage.path()).containsExactly("start", "work", "late", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue", "work");
    assertThat(stage.canceled()).isEmpty();

    stage.complete("work");
    stage.complete("rescue");

    assertThat(stage.path()).containsExactly("start", "work", "late", "rescue", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void an_error_event_interrupts() {
    playWith(boundary("late", "work", error("BROKEN")));

    stage.raise("work", "BROKEN");

    hasInterrupted();
  }

  @Test
  void an_error_event_without_a_code_catches_every_error_and_tells_which() {
    playWith(boundary("late", "work", anyError("code", "message")));

    stage.raise("work", "BROKEN");

    hasInterrupted();
    assertThat(stage.value("code")).isEqualTo("BROKEN");
    assertThat(stage.variable("message")).isPresent();
  }

  @Test
  void a_message_event_interrupts() {
    playWith(boundary("late", "work", message("stop-it")));

    stage.message("stop-it");

    hasInterrupted();
  }

  @Test
  void a_signal_event_interrupts() {
    playWith(boundary("late", "work", signal("stop-all")));

    stage.signal("stop-all");

    hasInterrupted();
  }

  @Test
  void a_timer_event_interrupts() {
    playWith(boundary("late", "work", timer("PT1H")));

    stage.advance(Duration.ofHours(1));

    hasInterrupted();
  }

  @Test
  void a_conditional_event_interrupts() {
    playWith(boundary("late", "work", condition("${stopped}")));
    assertThat(stage.waitsAt()).containsExactly("work");

    stage.set(Map.of("stopped", TypedValue.bool(true)));

    hasInterrupted();
  }

  @Test
  void a_message_event_beside_happens_as_often_as_its_message_comes() {
    playWith(beside("late", "work", message("hurry")));

    stage.message("hurry");
    stage.complete("rescue");
    stage.message("hurry");

    assertThat(stage.path()).containsExactly("start", "work", "late", "rescue", "late", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue", "work");
  }

  @Test
  void a_signal_event_beside_leaves_its_activity_alone() {
    playWith(beside("late", "work", signal("hurry-all")));

    stage.signal("hurry-all");

    hasHappenedBeside();
  }

  @Test
  void a_timer_event_beside_leaves_its_activity_alone() {
    playWith(beside("late", "work", timer("PT1H")));

    stage.advance(Duration.ofHours(1));

    hasHappenedBeside();
  }

  @Test
  void a_timer_of_a_duration_happens_once() {
    playWith(beside("late", "work", timer("PT1H")));

    stage.advance(Duration.ofHours(1));
    stage.advance(Duration.ofHours(1));

    assertThat(stage.path()).containsExactly("start", "work", "late", "rescue");
  }

  @Test
  void a_timer_of_a_cycle_happens_as_often_as_it_says() {
    playWith(beside("late", "work", cycle("R2/PT1H")));

    stage.advance(Duration.ofHours(1));
    assertThat(stage.waitsAt()).containsExactly("rescue", "work");

    stage.advance(Duration.ofHours(1));
    stage.advance(Duration.ofHours(1));
    assertThat(stage.waitsAt()).containsExactly("rescue", "rescue", "work");
  }

  @Test
  void a_timer_of_a_cycle_ends_with_its_activity() {
    playWith(beside("late", "work", cycle("R/PT1H")));
    stage.advance(Duration.ofHours(1));

    stage.complete("work");
    stage.advance(Duration.ofHours(1));

    assertThat(stage.waitsAt()).containsExactly("rescue");
  }

  @Test
  void a_conditional_event_beside_leaves_its_activity_alone() {
    playWith(beside("late", "work", condition("${stopped}")));

    stage.set(Map.of("stopped", TypedValue.bool(true)));

    hasHappenedBeside();
  }

  @Test
  void subscriptions_end_with_their_activity() {
    playWith(boundary("late", "work", timer("PT1H")));

    stage.complete("work");
    stage.advance(Duration.ofHours(1));

    assertThat(stage.path()).containsExactly("start", "work", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> talk (user) --> end; talk --(HELP)--> rescue (external). */
  private void playEscalation(String event) {
    play(
        start("start"),
        user("talk"),
        event,
        external("rescue"),
        end("end"),
        path("start", "talk", "end"),
        path("late", "rescue"));
  }

  @Test
  void an_escalation_event_interrupts() {
    playEscalation(boundary("late", "talk", escalation("HELP")));

    stage.escalate("talk", "HELP");

    assertThat(stage.path()).containsExactly("start", "talk", "late", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("talk");
  }

  @Test
  void an_escalation_event_beside_leaves_its_activity_alone() {
    playEscalation(beside("late", "talk", anyEscalation("what")));

    stage.escalate("talk", "HELP");

    assertThat(stage.waitsAt()).containsExactly("rescue", "talk");
    assertThat(stage.value("what")).isEqualTo("HELP");

    stage.completeUserTask("talk");
    stage.complete("rescue");

    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> sub [ begin --> inner (external) --> done ] --> end; sub --(stop)--> rescue
   * (external).
   */
  @Test
  void an_event_on_a_sub_process_takes_away_all_that_is_inside() {
    play(
        start("start"),
        subProcess(
            "sub", start("begin"), external("inner"), end("done"), path("begin", "inner", "done")),
        boundary("late", "sub", message("stop")),
        external("rescue"),
        end("end"),
        path("start", "sub", "end"),
        path("late", "rescue"));

    stage.message("stop");

    assertThat(stage.path()).containsExactly("start", "sub", "begin", "inner", "late", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("inner", "sub");
  }

  /** start --> work (external) --> end; work --(A)--> a (external), --(any error)--> b. */
  @Test
  void an_event_of_a_code_takes_precedence_over_one_of_every_code() {
    play(
        start("start"),
        external("work"),
        boundary("any", "work", anyError("code", "message")),
        boundary("exact", "work", error("A")),
        external("a"),
        external("b"),
        path("start", "work"),
        path("exact", "a"),
        path("any", "b"));

    stage.raise("work", "A");

    assertThat(stage.waitsAt()).containsExactly("a");
  }
}
