package dev.outwork.engine.instance;

import static dev.outwork.engine.instance.Sketch.beside;
import static dev.outwork.engine.instance.Sketch.catching;
import static dev.outwork.engine.instance.Sketch.condition;
import static dev.outwork.engine.instance.Sketch.end;
import static dev.outwork.engine.instance.Sketch.external;
import static dev.outwork.engine.instance.Sketch.fork;
import static dev.outwork.engine.instance.Sketch.input;
import static dev.outwork.engine.instance.Sketch.output;
import static dev.outwork.engine.instance.Sketch.parameters;
import static dev.outwork.engine.instance.Sketch.path;
import static dev.outwork.engine.instance.Sketch.process;
import static dev.outwork.engine.instance.Sketch.start;
import static dev.outwork.engine.instance.Sketch.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When conditions are looked at (BPMN 2.0, chapter 10.5.5). */
class ConditionalEventsTest extends StageTest {
  /** start --> work (external) --> end; work --(condition, beside)--> note (external). */
  private void playBeside(String condition) {
    play(
        start("start"),
        external("work"),
        beside("noted", "work", condition),
        external("note"),
        end("end"),
        path("start", "work", "end"),
        path("noted", "note"));
  }

  @Test
  void a_condition_that_reads_what_nobody_has_set_is_not_true() {
    playBeside(condition("${alarm}"));

    stage.set(Map.of("another", TypedValue.bool(true)));

    assertThat(stage.waitsAt()).containsExactly("work");
  }

  @Test
  void a_condition_beside_happens_again_with_each_change_while_it_is_true() {
    playBeside(condition("${alarm}"));
    stage.set(Map.of("alarm", TypedValue.bool(true)));

    stage.set(Map.of("alarm", TypedValue.bool(true)));
    stage.set(Map.of("alarm", TypedValue.bool(false)));

    assertThat(stage.waitsAt()).containsExactly("note", "note", "work");
  }

  @Test
  void a_condition_may_be_looked_at_for_changes_of_one_variable_only() {
    playBeside(with("camunda:variableName", "alarm", condition("${level gt 3}")));

    stage.set(Map.of("level", TypedValue.integer(4)));
    assertThat(stage.waitsAt()).containsExactly("work");

    stage.set(Map.of("alarm", TypedValue.bool(true)));
    assertThat(stage.waitsAt()).containsExactly("note", "work");
  }

  @Test
  void a_condition_may_be_looked_at_for_some_kinds_of_changes_only() {
    playBeside(with("camunda:variableEvents", "update", condition("${level gt 3}")));

    stage.set(Map.of("level", TypedValue.integer(4)));
    assertThat(stage.waitsAt()).containsExactly("work");

    stage.set(Map.of("level", TypedValue.integer(5)));
    assertThat(stage.waitsAt()).containsExactly("note", "work");
  }

  /**
   * start --> fork --> work (external); work --(alarm, beside)--> note (external), fork --> first
   * (external) --> second (external, input detail).
   */
  @Test
  void a_variable_of_another_activity_is_no_change() {
    stage.deploy(
        process(
            start("start"),
            fork("fork"),
            external("work"),
            beside("noted", "work", condition("${alarm}")),
            external("note"),
            external("first"),
            external("second", parameters(input("detail", "1"))),
            path("start", "fork", "work"),
            path("noted", "note"),
            path("fork", "first", "second")));
    stage.start("p", Map.of("alarm", TypedValue.bool(true)));
    assertThat(stage.waitsAt()).containsExactly("first", "note", "work");

    stage.complete("first");

    assertThat(stage.waitsAt()).containsExactly("note", "second", "work");
  }

  /** start --> fork --> wait (condition), fork --> work (external) --> end. */
  @Test
  void a_condition_is_looked_at_when_a_result_comes_from_a_worker() {
    play(
        start("start"),
        fork("fork"),
        catching("wait", condition("${done}")),
        external("work"),
        external("after"),
        path("start", "fork", "wait", "after"),
        path("fork", "work"));

    stage.complete("work", Map.of("done", TypedValue.bool(true)));

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** start --> work (external, output done) --> wait (condition) --> end. */
  @Test
  void a_condition_sees_what_is_set_on_the_way_to_it() {
    play(
        start("start"),
        external("work", parameters(output("done", "${true}"))),
        catching("wait", condition("${done}")),
        end("end"),
        path("start", "work", "wait", "end"));

    stage.complete("work");

    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> wait (condition that is a text) --> end. */
  @Test
  void a_condition_that_is_neither_true_nor_false_is_refused() {
    play(
        start("start"),
        catching("wait", condition("${done}")),
        end("end"),
        path("start", "wait", "end"));

    assertThatThrownBy(() -> stage.set(Map.of("done", TypedValue.string("maybe"))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("wait")
        .hasMessageContaining("neither true nor false");
    assertThat(stage.waitsAt()).containsExactly("wait");
  }
}
