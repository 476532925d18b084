package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.condition;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.firstOf;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.receive;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.timer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The event-based gateway (BPMN 2.0, chapter 10.6.6). */
class EventBasedGatewayTest extends StageTest {
  /**
   * start --> first --> paid (message) --> ship (external), first --> all off (signal) --> drop
   * (external), first --> late (timer) --> remind (external), first --> rich (condition) --> thank
   * (external).
   */
  private void playGateway() {
    play(
        start("start"),
        firstOf("first"),
        catching("paid", message("paid")),
        external("ship"),
        catching("all-off", signal("all-off")),
        external("drop"),
        catching("late", timer("P1D")),
        external("remind"),
        catching("rich", condition("${sum gt 100}")),
        external("thank"),
        path("start", "first", "paid", "ship"),
        path("first", "all-off", "drop"),
        path("first", "late", "remind"),
        path("first", "rich", "thank"));
  }

  private void hasGoneOnBy(String event, String task) {
    assertThat(stage.path()).containsExactly("start", "first", event, task);
    assertThat(stage.waitsAt()).containsExactly(task);
    assertThat(stage.canceled()).containsExactly("first");

    stage.advance(Duration.ofDays(1));

    assertThat(stage.waitsAt()).as("nothing else happens later").containsExactly(task);
  }

  @Test
  void the_gateway_waits_itself() {
    playGateway();

    assertThat(stage.waitsAt()).containsExactly("first");
  }

  @Test
  void a_message_that_comes_first_determines_the_flow() {
    playGateway();

    stage.message("paid");

    hasGoneOnBy("paid", "ship");
  }

  @Test
  void a_signal_that_comes_first_determines_the_flow() {
    playGateway();

    stage.signal("all-off");

    hasGoneOnBy("all-off", "drop");
  }

  @Test
  void a_timer_that_comes_first_determines_the_flow() {
    playGateway();

    stage.advance(Duration.ofDays(1));

    hasGoneOnBy("late", "remind");
  }

  @Test
  void a_condition_that_becomes_true_first_determines_the_flow() {
    playGateway();

    stage.set(Map.of("sum", TypedValue.integer(101)));

    hasGoneOnBy("rich", "thank");
  }

  /** start --> first --> answer (receive task) --> read (external), first --> late (timer). */
  @Test
  void a_receive_task_may_be_one_of_the_events() {
    play(
        start("start"),
        firstOf("first"),
        receive("answer", "answer"),
        external("read"),
        catching("late", timer("P1D")),
        path("start", "first", "answer", "read"),
        path("first", "late"));

    stage.message("answer");

    assertThat(stage.path()).containsExactly("start", "first", "answer", "read");
  }

  /**
   * start --> fork --> first --> go (signal go-on) --> heard (external), fork --> shout (signal).
   */
  @Test
  void a_signal_thrown_in_the_same_instance_determines_the_flow() {
    play(
        start("start"),
        fork("fork"),
        firstOf("first"),
        catching("go", signal("go-on")),
        external("heard"),
        catching("late", timer("P1D")),
        throwing("shout", signal("go-on")),
        path("start", "fork", "first", "go", "heard"),
        path("first", "late"),
        path("fork", "shout"));

    assertThat(stage.waitsAt()).containsExactly("heard");
  }
}
