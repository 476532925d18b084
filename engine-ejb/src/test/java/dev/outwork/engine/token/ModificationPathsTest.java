package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.output;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ActivityInstance.TransitionInstance;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Which scopes begin and end when it is changed where an instance stands (docs/rest-api.md,
 * "Modification").
 */
class ModificationPathsTest extends StageTest {
  /** start --> one (external) --> two (external) --> end. */
  private void playTwo() {
    play(
        start("start"),
        external("one"),
        external("two"),
        end("end"),
        path("start", "one", "two", "end"));
  }

  @Test
  void a_token_is_put_on_the_one_flow_after_an_activity() {
    playTwo();

    stage.modify(Instructions.startAfter("one"));

    assertThat(stage.waitsAt()).containsExactly("one", "two");
  }

  @Test
  void one_activity_instance_is_cancelled_by_its_id() {
    playTwo();
    stage.modify(Instructions.startBefore("one"));
    List<ActivityInstance> both = stage.tree().childActivityInstances();
    assertThat(both).hasSize(2);

    stage.modify(Instructions.cancelOne(both.get(0).id()));

    assertThat(stage.tree().childActivityInstances())
        .extracting(ActivityInstance::id)
        .containsExactly(both.get(1).id());
  }

  @Test
  void variables_are_set_on_the_instance_or_on_what_is_started() {
    playTwo();

    stage.modify(
        Instructions.startBefore(
            "two",
            Map.of("everywhere", TypedValue.integer(1)),
            Map.of("here", TypedValue.integer(2))));

    assertThat(stage.variablesAt("two")).containsOnlyKeys("everywhere", "here");
    assertThat(stage.variablesAt("one")).containsOnlyKeys("everywhere");
  }

  /** start --> wait (external, a job before it) --> end. */
  @Test
  void a_token_that_waits_for_a_job_is_cancelled_by_its_id() {
    play(
        start("start"),
        fork("fork"),
        asyncBefore(external("late")),
        external("other"),
        path("start", "fork", "late"),
        path("fork", "other"));
    TransitionInstance waiting = stage.tree().childTransitionInstances().get(0);

    stage.modify(Instructions.cancelTransition(waiting.id()));
    stage.runJobs();

    assertThat(stage.waitsAt()).containsExactly("other");
    assertThat(stage.canceled()).isEmpty();
  }

  /**
   * start --> first (external) --> outer (input a) [ begin --> inner (input b) [ open --> deep
   * (external) ] --> next (external) ] --> end.
   */
  private void playNested() {
    play(
        start("start"),
        external("first"),
        subProcess(
            "outer",
            parameters(input("a", "of outer"), output("result", "${a}")),
            start("begin"),
            subProcess(
                "inner",
                parameters(input("b", "of inner")),
                start("open"),
                external("deep"),
                path("open", "deep")),
            external("next"),
            path("begin", "inner", "next")),
        end("end"),
        path("start", "first", "outer", "end"));
  }

  @Test
  void scopes_that_are_missing_are_begun_without_their_start_events() {
    playNested();

    stage.modify(Instructions.cancelAll("first"), Instructions.startBefore("deep"));

    assertThat(stage.path()).containsExactly("start", "first", "outer", "inner", "deep");
    assertThat(stage.waitsAt()).containsExactly("deep", "inner", "outer");
    assertThat(stage.variablesAt("deep")).containsOnlyKeys("a", "b");
  }

  @Test
  void a_scope_that_was_begun_so_ends_like_any_other() {
    playNested();
    stage.modify(Instructions.cancelAll("first"), Instructions.startBefore("deep"));

    stage.complete("deep");
    stage.complete("next");

    assertThat(stage.hasEnded()).isTrue();
    assertThat(stage.value("result")).isEqualTo("of outer");
  }

  @Test
  void a_scope_that_is_there_is_used() {
    playNested();
    stage.complete("first");

    stage.modify(Instructions.startBefore("next"));

    assertThat(stage.waitsAt()).containsExactly("deep", "inner", "next", "outer");
  }

  @Test
  void several_tokens_are_put_into_one_new_scope() {
    playNested();

    stage.modify(
        Instructions.cancelAll("first"),
        Instructions.startBefore("deep"),
        Instructions.startBefore("next"));

    assertThat(stage.waitsAt()).containsExactly("deep", "inner", "next", "outer");
  }

  @Test
  void scopes_that_are_left_empty_are_cancelled_and_nothing_goes_on_after_them() {
    playNested();
    stage.complete("first");

    stage.modify(Instructions.cancelAll("deep"), Instructions.startBefore("first"));

    assertThat(stage.waitsAt()).containsExactly("first");
    assertThat(stage.canceled()).containsExactly("deep", "inner", "outer");
  }

  /** start --> one (external) --> many (external, twice at once) --> end. */
  @Test
  void a_multi_instance_activity_is_started_as_a_whole_by_the_name_of_its_body() {
    play(
        start("start"),
        external("one"),
        external("many", parallel("2")),
        path("start", "one", "many"));

    stage.modify(Instructions.cancelAll("one"), Instructions.startBefore("many#multiInstanceBody"));

    assertThat(stage.waitsAt()).containsExactly("many", "many", "many#multiInstanceBody");
  }

  /** start --> one (external) --> join, two (external) --> join --> end. */
  @Test
  void a_token_that_is_put_on_a_flow_comes_by_that_flow_to_a_join() {
    play(
        start("start"),
        fork("fork"),
        external("one"),
        external("two"),
        fork("join"),
        external("after"),
        path("start", "fork", "one", "join", "after"),
        path("fork", "two", "join"));
    stage.complete("one");

    stage.modify(Instructions.cancelAll("two"), Instructions.take("two-join"));

    assertThat(stage.waitsAt()).containsExactly("after");
  }
}
