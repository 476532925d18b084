package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.exclusive;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.inclusive;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.when;
import static dev.outwork.engine.token.Sketch.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Inclusive gateways, and when their joins have all the tokens that can come (chapter 10.6.3). */
class InclusiveGatewayTest extends StageTest {
  /**
   * start --> split --[a]--> a (external) --> join, split --[b]--> b (external) --> join, split
   * --(default)--> c (external) --> join; join --> after (external) --> end.
   */
  private void playSplit(boolean a, boolean b) {
    stage.deploy(
        process(
            start("start"),
            with("default", "split-c", inclusive("split")),
            external("a"),
            external("b"),
            external("c"),
            inclusive("join"),
            external("after"),
            end("end"),
            path("start", "split", "c", "join", "after", "end"),
            when("${a}", "split", "a"),
            when("${b}", "split", "b"),
            path("a", "join"),
            path("b", "join")));
    stage.start("p", Map.of("a", TypedValue.bool(a), "b", TypedValue.bool(b)));
  }

  @Test
  void every_flow_is_taken_whose_condition_is_true() {
    playSplit(true, true);

    assertThat(stage.path()).containsExactly("start", "split", "a", "b");
  }

  @Test
  void the_default_flow_is_taken_if_no_condition_is_true() {
    playSplit(false, false);

    assertThat(stage.path()).containsExactly("start", "split", "c");
  }

  @Test
  void the_join_waits_for_all_that_were_sent() {
    playSplit(true, true);

    stage.complete("a");
    assertThat(stage.waitsAt()).containsExactly("b", "join");

    stage.complete("b");
    assertThat(stage.waitsAt()).containsExactly("after");

    stage.complete("after");
    assertThat(stage.path())
        .containsExactly("start", "split", "a", "b", "join", "join", "after", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void the_join_does_not_wait_if_only_one_was_sent() {
    playSplit(true, false);

    stage.complete("a");

    assertThat(stage.path()).containsExactly("start", "split", "a", "join", "after");
    assertThat(stage.canceled()).isEmpty();
  }

  /**
   * start --> split --> a (external) --> join, split --> b (external) --> on? --[more]--> join, on?
   * --(default)--> away (end); join --> after (external).
   */
  @Test
  void the_join_goes_on_when_a_token_turns_away_from_it() {
    play(
        start("start"),
        inclusive("split"),
        external("a"),
        external("b"),
        with("default", "on-away", exclusive("on")),
        end("away"),
        inclusive("join"),
        external("after"),
        path("start", "split", "a", "join", "after"),
        path("split", "b", "on", "away"),
        when("${more}", "on", "join"));
    stage.complete("a");
    assertThat(stage.waitsAt()).containsExactly("b", "join");

    stage.complete("b", Map.of("more", TypedValue.bool(false)));

    assertThat(stage.waitsAt()).containsExactly("after");
    assertThat(stage.path())
        .containsExactly("start", "split", "a", "b", "join", "on", "away", "after");
  }

  /**
   * start --> split --> a (external) --> join, split --> b (external) --> b; b --(done)--> join;
   * join --> after (external).
   */
  @Test
  void the_join_waits_for_a_token_that_goes_around_in_a_loop() {
    play(
        start("start"),
        inclusive("split"),
        external("a"),
        external("b"),
        with("default", "again-b", exclusive("again")),
        inclusive("join"),
        external("after"),
        path("start", "split", "a", "join", "after"),
        path("split", "b", "again", "b"),
        when("${enough}", "again", "join"));
    stage.complete("a");

    stage.complete("b", Map.of("enough", TypedValue.bool(false)));
    assertThat(stage.waitsAt()).containsExactly("b", "join");

    stage.complete("b", Map.of("enough", TypedValue.bool(true)));
    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /**
   * start --> split --> a (external) --> join, split --> b (external) --> join; join --> check
   * (external) --> again? --[again]--> split, again? --(default)--> end.
   */
  @Test
  void a_split_and_its_join_may_be_passed_again() {
    play(
        start("start"),
        inclusive("split"),
        external("a"),
        external("b"),
        inclusive("join"),
        external("check"),
        with("default", "again-end", exclusive("again")),
        end("end"),
        path("start", "split", "a", "join", "check", "again", "end"),
        path("split", "b", "join"),
        when("${repeat}", "again", "split"));
    stage.complete("a");
    stage.complete("b");

    stage.complete("check", Map.of("repeat", TypedValue.bool(true)));
    assertThat(stage.waitsAt()).containsExactly("a", "b");

    stage.complete("b");
    stage.complete("a");
    stage.complete("check", Map.of("repeat", TypedValue.bool(false)));
    assertThat(stage.hasEnded()).isTrue();
  }

  /**
   * start --> split --> a (external) --> join, split --> b (external) --> join; b --(late)--> join;
   * join --> after (external).
   */
  @Test
  void the_join_waits_for_what_may_come_by_a_boundary_event() {
    play(
        start("start"),
        inclusive("split"),
        external("a"),
        external("b"),
        end("done"),
        boundary("late", "b", message("late")),
        inclusive("join"),
        external("after"),
        path("start", "split", "a", "join", "after"),
        path("split", "b", "done"),
        path("late", "join"));
    stage.complete("a");
    assertThat(stage.waitsAt()).containsExactly("b", "join");

    stage.message("late");

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /**
   * start --> split --> a (external) --> join, split --> sub [ begin --> b (external) ] --> join;
   * join --> after (external).
   */
  @Test
  void the_join_waits_for_a_sub_process_that_leads_to_it() {
    play(
        start("start"),
        inclusive("split"),
        external("a"),
        subProcess("sub", start("begin"), external("b"), path("begin", "b")),
        inclusive("join"),
        external("after"),
        path("start", "split", "a", "join", "after"),
        path("split", "sub", "join"));
    stage.complete("a");
    assertThat(stage.waitsAt()).containsExactly("b", "join", "sub");

    stage.complete("b");

    assertThat(stage.waitsAt()).containsExactly("after");
  }
}
