package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.activity;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.condition;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.link;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.receive;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.task;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.timer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Events that a token waits for (BPMN 2.0, chapters 10.3.3 and 10.5.4). */
class CatchEventsTest extends StageTest {
  /** start --> wait (...) --> end. */
  private void playTo(String waiting) {
    play(start("start"), waiting, end("end"), path("start", "wait", "end"));
  }

  @Test
  void a_message_catch_event_waits_for_its_message() {
    playTo(catching("wait", message("payment")));
    assertThat(stage.waitsAt()).containsExactly("wait");

    stage.message("payment");

    assertThat(stage.path()).containsExactly("start", "wait", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> wait (message payment-${number}) --> end. */
  @Test
  void the_name_of_a_message_may_depend_on_variables() {
    stage.deploy(
        process(
            start("start"),
            catching("wait", message("payment-${number}")),
            end("end"),
            path("start", "wait", "end")));
    stage.start("p", Map.of("number", TypedValue.integer(7)));

    stage.message("payment-7");

    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_signal_catch_event_waits_for_its_signal() {
    playTo(catching("wait", signal("green")));
    assertThat(stage.waitsAt()).containsExactly("wait");

    stage.signal("green");

    assertThat(stage.path()).containsExactly("start", "wait", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_timer_catch_event_waits_for_its_time() {
    playTo(catching("wait", timer("PT10M")));

    stage.advance(Duration.ofMinutes(9));
    assertThat(stage.waitsAt()).containsExactly("wait");

    stage.advance(Duration.ofMinutes(1));
    assertThat(stage.path()).containsExactly("start", "wait", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_conditional_catch_event_waits_until_its_condition_becomes_true() {
    stage.deploy(
        process(
            start("start"),
            catching("wait", condition("${stock gt 10}")),
            end("end"),
            path("start", "wait", "end")));
    stage.start("p", Map.of("stock", TypedValue.integer(1)));

    stage.set(Map.of("stock", TypedValue.integer(10)));
    assertThat(stage.waitsAt()).containsExactly("wait");

    stage.set(Map.of("stock", TypedValue.integer(11)));
    assertThat(stage.path()).containsExactly("start", "wait", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_conditional_catch_event_does_not_wait_if_its_condition_is_true_already() {
    stage.deploy(
        process(
            start("start"),
            catching("wait", condition("${stock gt 10}")),
            end("end"),
            path("start", "wait", "end")));

    stage.start("p", Map.of("stock", TypedValue.integer(11)));

    assertThat(stage.path()).containsExactly("start", "wait", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> first (external) --> to other side (link); other side (link) --> second (external)
   * --> end.
   */
  @Test
  void a_token_goes_on_at_the_link_catch_event_of_the_same_name() {
    play(
        start("start"),
        external("first"),
        throwing("leave", link("other side")),
        catching("arrive", link("other side")),
        external("second"),
        end("end"),
        path("start", "first", "leave"),
        path("arrive", "second", "end"));

    stage.complete("first");
    assertThat(stage.waitsAt()).containsExactly("second");

    stage.complete("second");
    assertThat(stage.path()).containsExactly("start", "first", "leave", "arrive", "second", "end");
  }

  /** start --> again (link) --> work (external) --> back (link again). */
  @Test
  void a_link_may_lead_back() {
    play(
        start("start"),
        catching("again", link("again")),
        external("work"),
        throwing("back", link("again")),
        path("again", "work", "back"),
        task("before"),
        throwing("there", link("again")),
        path("start", "before", "there"));

    stage.complete("work");
    stage.complete("work");

    assertThat(stage.path())
        .containsExactly(
            "start", "before", "there", "again", "work", "back", "again", "work", "back", "again",
            "work");
  }

  @Test
  void a_receive_task_waits_for_its_message() {
    playTo(receive("wait", "answer"));
    assertThat(stage.waitsAt()).containsExactly("wait");

    stage.message("answer");

    assertThat(stage.path()).containsExactly("start", "wait", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_receive_task_without_a_message_waits_until_somebody_lets_it_go_on() {
    playTo(activity("receiveTask", "wait", ""));
    assertThat(stage.waitsAt()).containsExactly("wait");

    stage.goOn("wait");

    assertThat(stage.path()).containsExactly("start", "wait", "end");
    assertThat(stage.hasEnded()).isTrue();
  }
}
