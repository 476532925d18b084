package dev.outwork.engine.token;

import static dev.outwork.engine.token.Instructions.cancelAll;
import static dev.outwork.engine.token.Instructions.startBefore;
import static dev.outwork.engine.token.Sketch.asyncAfter;
import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.compensation;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.exclusive;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.inclusive;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.terminate;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.undoing;
import static dev.outwork.engine.token.Sketch.when;
import static dev.outwork.engine.token.Sketch.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Nodes with asyncAfter whose flows are chosen when they are left (docs/rest-api.md,
 * "Transactions").
 */
class TokensOnFlowsTest extends StageTest {
  private static final TypedValue TRUE = TypedValue.bool(true);
  private static final TypedValue FALSE = TypedValue.bool(false);

  /** start --> fork (asyncAfter) --> a (external), fork --> b (external). */
  @Test
  void a_token_waits_on_each_flow_that_is_taken() {
    play(
        start("start"),
        asyncAfter(fork("fork")),
        external("a"),
        external("b"),
        path("start", "fork", "a"),
        path("fork", "b"));
    assertThat(stage.path()).containsExactly("start", "fork");
    assertThat(stage.waitsAt()).containsExactly("fork", "fork");

    stage.runJobs();

    assertThat(stage.path()).containsExactlyInAnyOrder("start", "fork", "a", "b");
    assertThat(stage.waitsAt()).containsExactly("a", "b");
    assertThat(stage.canceled()).isEmpty();
  }

  /** start --> choose (asyncAfter) --[yes]--> a (external), choose --(default)--> b (external). */
  private void playChoice(String gateway, boolean yes) {
    stage.deploy(
        process(
            start("start"),
            asyncAfter(with("default", "choose-b", gateway)),
            external("a"),
            external("b"),
            path("start", "choose", "b"),
            when("${yes}", "choose", "a")));
    stage.start("p", Map.of("yes", TypedValue.bool(yes)));
  }

  @Test
  void conditions_are_evaluated_before_the_jobs() {
    playChoice(exclusive("choose"), true);
    assertThat(stage.waitsAt()).containsExactly("choose");

    stage.set(Map.of("yes", FALSE));
    stage.runJobs();

    assertThat(stage.waitsAt()).containsExactly("a");
  }

  @Test
  void the_default_flow_is_taken_by_a_job_too() {
    playChoice(inclusive("choose"), false);

    stage.set(Map.of("yes", TRUE));
    stage.runJobs();

    assertThat(stage.waitsAt()).containsExactly("b");
  }

  /** start --> work (external, asyncAfter) --[yes]--> a (external), work --[!yes]--> b. */
  private void playWork() {
    play(
        start("start"),
        asyncAfter(external("work")),
        external("a"),
        external("b"),
        path("start", "work"),
        when("${yes}", "work", "a"),
        when("${!yes}", "work", "b"));
  }

  @Test
  void an_activity_is_left_by_the_flows_whose_conditions_are_true() {
    playWork();

    stage.complete("work", Map.of("yes", FALSE));
    assertThat(stage.waitsAt()).containsExactly("work");
    stage.runJobs();

    assertThat(stage.waitsAt()).containsExactly("b");
  }

  @Test
  void a_condition_that_fails_fails_whoever_completes_the_activity() {
    playWork();

    assertThatThrownBy(() -> stage.complete("work"))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("condition");

    assertThat(stage.waitsAt()).containsExactly("work");
  }

  /** start --> work (external, asyncAfter) --[yes]--> a (external). */
  @Test
  void a_single_flow_with_a_condition_is_chosen_too() {
    play(
        start("start"),
        asyncAfter(external("work")),
        external("a"),
        path("start", "work"),
        when("${yes}", "work", "a"));
    stage.complete("work", Map.of("yes", TRUE));
    assertThat(stage.waitsAt()).containsExactly("work");

    stage.set(Map.of("yes", FALSE));
    stage.runJobs();

    assertThat(stage.waitsAt()).containsExactly("a");
  }

  /** start --> work (twice at once, asyncAfter) --> a (external), work --> b (external). */
  @Test
  void a_multi_instance_activity_is_left_so_as_a_whole() {
    play(
        start("start"),
        asyncAfter(external("work", parallel("2"))),
        external("a"),
        external("b"),
        path("start", "work", "a"),
        path("work", "b"));
    stage.complete("work");
    stage.complete("work");
    assertThat(stage.waitsAt()).containsExactly("work#multiInstanceBody", "work#multiInstanceBody");

    stage.runJobs();

    assertThat(stage.waitsAt()).containsExactly("a", "b");
  }

  /** start --> work (external) --> again (asyncAfter) --[more]--> again --(default)--> end. */
  @Test
  void a_flow_may_lead_back_to_its_own_node() {
    stage.deploy(
        process(
            start("start"),
            external("work"),
            asyncAfter(with("default", "again-end", exclusive("again"))),
            end("end"),
            path("start", "work", "again", "end"),
            when("${more}", "again", "again")));
    stage.start("p", Map.of("more", TRUE));
    stage.complete("work");
    assertThat(stage.path()).containsExactly("start", "work", "again");

    stage.set(Map.of("more", FALSE));
    stage.runJobs();

    assertThat(stage.path()).containsExactly("start", "work", "again", "again", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> fork (asyncAfter) --> a (asyncBefore) --> join (asyncBefore), fork --> join. */
  @Test
  void a_node_behind_it_may_be_entered_by_a_job_of_its_own() {
    play(
        start("start"),
        asyncAfter(fork("fork")),
        asyncBefore(external("a")),
        asyncBefore(fork("join")),
        end("end"),
        path("start", "fork", "a", "join", "end"),
        path("fork", "join"));

    stage.runJobs();
    assertThat(stage.waitsAt()).containsExactly("a", "join");

    stage.complete("a");
    stage.runJobs();
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> sub [ begin --> fork (asyncAfter) --> one, fork --> two ] --> after (external). */
  @Test
  void a_scope_does_not_end_while_tokens_wait_on_its_flows() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            asyncAfter(fork("fork")),
            end("one"),
            end("two"),
            path("begin", "fork", "one"),
            path("fork", "two")),
        external("after"),
        path("start", "sub", "after"));
    assertThat(stage.waitsAt()).containsExactly("fork", "fork", "sub");

    stage.runJobs();

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** start --> sub [ begin --> fork (asyncAfter) --> a | b ]; sub --(stop)--> rescue (external). */
  @Test
  void tokens_on_flows_are_taken_away_with_their_scope_and_leave_nothing() {
    play(
        start("start"),
        subProcess(
            "sub",
            start("begin"),
            asyncAfter(fork("fork")),
            external("a"),
            external("b"),
            path("begin", "fork", "a"),
            path("fork", "b")),
        boundary("late", "sub", message("stop-flows")),
        external("rescue"),
        path("start", "sub"),
        path("late", "rescue"));

    stage.message("stop-flows");
    stage.runJobs();

    assertThat(stage.path()).containsExactly("start", "sub", "begin", "fork", "late", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("sub");
  }

  /** start --> both --> fork (asyncAfter) --> a | b; both --> work (external) --> stop. */
  @Test
  void a_termination_takes_them_away() {
    play(
        start("start"),
        fork("both"),
        asyncAfter(fork("fork")),
        external("a"),
        external("b"),
        external("work"),
        end("stop", terminate()),
        path("start", "both", "fork", "a"),
        path("fork", "b"),
        path("both", "work", "stop"));
    assertThat(stage.waitsAt()).containsExactly("fork", "fork", "work");

    stage.complete("work");

    assertThat(stage.hasEnded()).isTrue();
    assertThat(stage.canceled()).isEmpty();
  }

  /** start --> fork (asyncAfter) --> a (external), fork --> b (external). */
  @Test
  void a_modification_cancels_them_by_their_node() {
    play(
        start("start"),
        asyncAfter(fork("fork")),
        external("a"),
        external("b"),
        path("start", "fork", "a"),
        path("fork", "b"));

    stage.modify(cancelAll("fork"), startBefore("b"));
    stage.runJobs();

    assertThat(stage.path()).containsExactly("start", "fork", "b");
    assertThat(stage.waitsAt()).containsExactly("b");
    assertThat(stage.canceled()).isEmpty();
  }

  /** start --> both --> book (asyncAfter) --> a | b; both --> wait (external) --> undo --> end. */
  @Test
  void what_has_been_left_can_be_undone_before_its_flows_are_taken() {
    play(
        start("start"),
        fork("both"),
        asyncAfter(external("book")),
        undoing("book", external("cancel-book")),
        external("a"),
        external("b"),
        external("wait"),
        throwing("undo", compensation()),
        end("end"),
        path("start", "both", "book", "a"),
        path("book", "b"),
        path("both", "wait", "undo", "end"));
    stage.complete("book");

    stage.complete("wait");

    assertThat(stage.waitsAt()).containsExactly("book", "book", "cancel-book", "undo");
  }

  /**
   * start --> both --> x (external) --> join; both --> work (external) --> split (asyncAfter)
   * --[near]--> join, split --(default)--> far (external); join (inclusive) --> after (external).
   */
  private void playJoin(boolean near) {
    play(
        start("start"),
        fork("both"),
        external("x"),
        external("work"),
        asyncAfter(with("default", "split-far", exclusive("split"))),
        external("far"),
        inclusive("join"),
        external("after"),
        path("start", "both", "x", "join", "after"),
        path("both", "work", "split", "far"),
        when("${near}", "split", "join"));
    stage.complete("x");
    assertThat(stage.waitsAt()).containsExactly("join", "work");
    stage.complete("work", Map.of("near", TypedValue.bool(near)));
  }

  @Test
  void an_inclusive_join_waits_for_a_token_on_a_flow_that_leads_to_it() {
    playJoin(true);
    assertThat(stage.waitsAt()).containsExactly("join", "split");

    stage.runJobs();

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  @Test
  void an_inclusive_join_does_not_wait_for_a_token_on_a_flow_that_leads_elsewhere() {
    playJoin(false);
    assertThat(stage.waitsAt()).containsExactly("after", "split");

    stage.runJobs();

    assertThat(stage.waitsAt()).containsExactly("after", "far");
  }
}
