package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.condition;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.exclusive;
import static dev.outwork.engine.token.Sketch.extensions;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.out;
import static dev.outwork.engine.token.Sketch.output;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.startBeside;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.task;
import static dev.outwork.engine.token.Sketch.user;
import static dev.outwork.engine.token.Sketch.when;
import static dev.outwork.engine.token.Sketch.with;
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

  private static final Map<String, TypedValue> X = Map.of("x", TypedValue.integer(1));

  private static String onX() {
    return condition("${x == 1}");
  }

  /** start --> work (external) --> after; work --(x == 1)--> handle (external). */
  @Test
  void the_result_that_ends_an_activity_can_interrupt_it() {
    play(
        start("start"),
        external("work"),
        boundary("changed", "work", onX()),
        external("handle"),
        external("after"),
        path("start", "work", "after"),
        path("changed", "handle"));

    stage.complete("work", X);

    assertThat(stage.waitsAt()).containsExactly("handle");
    assertThat(stage.canceled()).containsExactly("work");
  }

  /** start --> work (user) --> after; work --(x == 1, beside)--> handle (external). */
  @Test
  void an_event_beside_happens_once_for_each_variable_of_a_result() {
    play(
        start("start"),
        user("work"),
        beside("changed", "work", onX()),
        external("handle"),
        external("after"),
        path("start", "work", "after"),
        path("changed", "handle"));

    stage.completeUserTask(
        "work", Map.of("x", TypedValue.integer(1), "other", TypedValue.integer(2)));

    assertThat(stage.waitsAt()).containsExactly("after", "handle", "handle");
    assertThat(stage.canceled()).isEmpty();
  }

  private void playScopes(String work) {
    play(
        start("start"),
        subProcess(
            "inner",
            start("open"),
            external("work", work),
            end("close"),
            path("open", "work", "close"),
            eventSubProcess(
                "notice", start("noticed", onX()), external("handle"), path("noticed", "handle"))),
        external("after"),
        path("start", "inner", "after"));
  }

  /** start --> inner [ open --> work --> close; (x == 1): handle ] --> after. */
  @Test
  void the_result_that_ends_a_scope_begins_its_event_sub_process() {
    playScopes("");

    stage.complete("work", X);

    assertThat(stage.waitsAt()).containsExactly("handle", "inner", "notice");
    stage.complete("handle");
    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** An output parameter of a worker's result. */
  @Test
  void an_output_parameter_is_a_change_for_the_scope_around() {
    playScopes(parameters(output("x", "${1}")));

    stage.complete("work");

    assertThat(stage.waitsAt()).containsExactly("handle", "inner", "notice");
    assertThat(stage.canceled()).isEmpty();
  }

  /** start --> work (external, output x) --> after; work --(x == 1)--> handle. */
  @Test
  void an_output_parameter_is_no_change_for_the_activity_itself() {
    play(
        start("start"),
        external("work", parameters(output("x", "${1}"))),
        boundary("changed", "work", onX()),
        external("handle"),
        external("after"),
        path("start", "work", "after"),
        path("changed", "handle"));

    stage.complete("work");

    assertThat(stage.waitsAt()).containsExactly("after");
  }

  /** start --> on (task, output x is 1) --> off (task, output x is 2) --> end; (x == 1): handle. */
  @Test
  void a_condition_that_is_true_until_the_next_element_only_is_not_missed() {
    stage.deploy(
        process(
            start("start"),
            task("on", parameters(output("x", "${1}"))),
            task("off", parameters(output("x", "${2}"))),
            end("end"),
            path("start", "on", "off", "end"),
            eventSubProcess(
                "notice",
                startBeside("noticed", onX()),
                external("handle"),
                path("noticed", "handle"))));

    stage.start("p");

    assertThat(stage.waitsAt()).containsExactly("handle", "notice");
    assertThat(stage.value("x")).isEqualTo(2L);
  }

  /** start --> pass (task) --> end; (x == 1): handle. */
  @Test
  void variables_of_the_start_are_looked_at_before_the_first_element() {
    stage.deploy(
        process(
            start("start"),
            task("pass"),
            end("end"),
            path("start", "pass", "end"),
            eventSubProcess(
                "notice", start("noticed", onX()), external("handle"), path("noticed", "handle"))));

    stage.start("p", X);

    assertThat(stage.waitsAt()).containsExactly("handle", "notice");
    assertThat(stage.path()).containsExactly("notice", "noticed", "handle");
  }

  /** start --> work (external) --> after; (x == 1): handle, (y == 1): never. */
  @Test
  void an_event_sub_process_that_interrupts_is_the_last_of_its_scope() {
    play(
        start("start"),
        external("work"),
        external("after"),
        path("start", "work", "after"),
        eventSubProcess(
            "notice", start("noticed", onX()), external("handle"), path("noticed", "handle")),
        eventSubProcess(
            "other",
            startBeside("othered", condition("${x == 1 and y == 1}")),
            external("never"),
            path("othered", "never")));
    stage.set(X);

    stage.set(Map.of("y", TypedValue.integer(1)));

    assertThat(stage.waitsAt()).containsExactly("handle", "notice");
  }

  /** start --> work (call q, out r as x) --> after; work --(x == 1)--> handle. */
  @Test
  void the_result_of_a_called_process_can_interrupt_the_call() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("work", "q", extensions(out("source=\"r\" target=\"x\""))),
                boundary("changed", "work", onX()),
                external("handle"),
                external("after"),
                path("start", "work", "after"),
                path("changed", "handle")),
            processOf(
                "q",
                start("begin"),
                external("inside"),
                end("over"),
                path("begin", "inside", "over"))));
    stage.start("p");

    stage.complete("inside", Map.of("r", TypedValue.integer(1)));

    assertThat(stage.waitsAt()).containsExactly("handle");
    assertThat(stage.canceled()).containsExactly("work");
  }

  /** start --> work (two at once) --> after; work --(x == 1)--> handle. */
  @Test
  void the_last_result_of_a_multi_instance_activity_can_interrupt_it() {
    play(
        start("start"),
        external("work", parallel("2")),
        boundary("changed", "work", onX()),
        external("handle"),
        external("after"),
        path("start", "work", "after"),
        path("changed", "handle"));
    stage.complete("work");

    stage.complete("work", X);

    assertThat(stage.waitsAt()).containsExactly("handle");
    assertThat(stage.canceled()).containsExactly("work", "work#multiInstanceBody");
  }

  /** start --> work (external) --> which? --[note]--> noted, --(default)--> not noted. */
  @Test
  void events_triggered_by_a_result_complete_before_the_token_continues() {
    play(
        start("start"),
        external("work"),
        beside("changed", "work", with("camunda:variableName", "x", onX())),
        task("note", parameters(output("note", "${true}"))),
        exclusive("which"),
        external("noted"),
        external("unnoted"),
        path("start", "work", "which"),
        path("changed", "note"),
        when("${note}", "which", "noted"),
        when("${!note}", "which", "unnoted"));

    stage.complete("work", X);

    assertThat(stage.waitsAt()).containsExactly("noted");
  }
}
