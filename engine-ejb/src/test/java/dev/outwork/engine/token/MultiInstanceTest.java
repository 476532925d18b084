package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.extensions;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.forEach;
import static dev.outwork.engine.token.Sketch.in;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.loop;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.parallel;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.receive;
import static dev.outwork.engine.token.Sketch.sequential;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.task;
import static dev.outwork.engine.token.Sketch.until;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Activities that are done several times (BPMN 2.0, chapter 10.3.8). */
class MultiInstanceTest extends StageTest {
  private static final String BODY = "work#multiInstanceBody";

  /** start --> work (several times) --> end. */
  private void playLoop(String work) {
    play(start("start"), work, end("end"), path("start", "work", "end"));
  }

  private List<Object> counters() {
    return stage.openTasks().stream()
        .map(task -> task.variables().get("loopCounter").value())
        .toList();
  }

  @Test
  void a_parallel_one_is_done_at_once_as_often_as_its_cardinality_says() {
    playLoop(external("work", parallel("3")));
    assertThat(stage.path()).containsExactly("start", BODY, "work", "work", "work");
    assertThat(counters()).containsExactly(0, 1, 2);

    stage.complete("work");
    stage.complete("work");
    assertThat(stage.waitsAt()).containsExactly("work", BODY);

    stage.complete("work");
    assertThat(stage.path()).containsExactly("start", BODY, "work", "work", "work", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_sequential_one_is_done_one_after_the_other() {
    playLoop(external("work", sequential("3")));
    assertThat(stage.path()).containsExactly("start", BODY, "work");
    assertThat(counters()).containsExactly(0);

    stage.complete("work");
    assertThat(stage.path()).containsExactly("start", BODY, "work", "work");
    assertThat(counters()).containsExactly(1);

    stage.complete("work");
    assertThat(counters()).containsExactly(2);

    stage.complete("work");
    assertThat(stage.path()).containsExactly("start", BODY, "work", "work", "work", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_parallel_one_counts_its_instances() {
    playLoop(external("work", parallel("3")));
    stage.complete("work");

    assertThat(stage.valueAt("work", "nrOfInstances")).isEqualTo(3);
    assertThat(stage.valueAt("work", "nrOfActiveInstances")).isEqualTo(2);
    assertThat(stage.valueAt("work", "nrOfCompletedInstances")).isEqualTo(1);
    assertThat(stage.variable("nrOfInstances")).isEmpty();
  }

  @Test
  void a_sequential_one_counts_its_instances() {
    playLoop(external("work", sequential("3")));
    stage.complete("work");

    assertThat(stage.valueAt("work", "nrOfInstances")).isEqualTo(3);
    assertThat(stage.valueAt("work", "nrOfActiveInstances")).isEqualTo(1);
    assertThat(stage.valueAt("work", "nrOfCompletedInstances")).isEqualTo(1);
  }

  /** start --> make (external) --> work (for each name of names) --> end. */
  private void playNames(String loop) {
    play(
        start("start"),
        external("make"),
        external("work", loop),
        end("end"),
        path("start", "make", "work", "end"));
    stage.complete("make", Map.of("names", TypedValue.json("[\"ann\",\"bob\"]")));
  }

  @Test
  void each_element_of_a_collection_is_given_to_one() {
    playNames(forEach("names", "name"));

    assertThat(stage.openTasks())
        .extracting(task -> task.variables().get("name").value())
        .containsExactly("ann", "bob");
  }

  @Test
  void the_elements_of_a_collection_are_given_one_after_the_other_in_a_sequence() {
    playNames(
        loop(
            "isSequential=\"true\" camunda:collection=\"names\" camunda:elementVariable=\"name\""));
    assertThat(stage.valueAt("work", "name")).isEqualTo("ann");

    stage.complete("work");
    assertThat(stage.valueAt("work", "name")).isEqualTo("bob");

    stage.complete("work");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void an_empty_collection_is_passed_by() {
    play(
        start("start"),
        external("make"),
        external("work", forEach("names", "name")),
        end("end"),
        path("start", "make", "work", "end"));

    stage.complete("make", Map.of("names", TypedValue.json("[]")));

    assertThat(stage.path()).containsExactly("start", "make", BODY, "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_cardinality_of_zero_is_passed_by() {
    playLoop(external("work", sequential("0")));

    assertThat(stage.path()).containsExactly("start", BODY, "end");
  }

  @Test
  void a_completion_condition_ends_the_others() {
    playLoop(
        external(
            "work",
            loop(
                "",
                "<loopCardinality>3</loopCardinality>",
                until("${nrOfCompletedInstances == 2}"))));
    stage.complete("work");
    assertThat(stage.waitsAt()).containsExactly("work", "work", BODY);

    stage.complete("work");

    assertThat(stage.canceled()).containsExactly("work");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_completion_condition_ends_a_sequence() {
    playLoop(
        external(
            "work",
            loop(
                "isSequential=\"true\"",
                "<loopCardinality>3</loopCardinality>",
                until("${found}"))));
    stage.complete("work", Map.of("found", TypedValue.bool(false)));

    stage.complete("work", Map.of("found", TypedValue.bool(true)));

    assertThat(stage.path()).containsExactly("start", BODY, "work", "work", "end");
  }

  @Test
  void a_cardinality_that_is_no_number_is_refused() {
    stage.deploy(
        process(start("start"), external("work", parallel("${many}")), path("start", "work")));

    assertThatThrownBy(() -> stage.start("p", Map.of("many", TypedValue.string("lots"))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("work")
        .hasMessageContaining("its loop cardinality is not an integer");
  }

  @Test
  void inputs_see_the_element_and_its_counter() {
    playLoop(
        external(
            "work",
            parameters(input("number", "${loopCounter + 1} of ${nrOfInstances}")),
            parallel("2")));

    assertThat(stage.openTasks())
        .extracting(task -> task.variables().get("number").value())
        .containsExactly("1 of 2", "2 of 2");
  }

  @Test
  void inputs_do_not_see_each_other() {
    stage.deploy(
        process(
            start("start"),
            external("work", parameters(input("a", "inner"), input("b", "${a}")), parallel("1")),
            path("start", "work")));

    stage.start("p", Map.of("a", TypedValue.string("outer")));

    assertThat(stage.valueAt("work", "a")).isEqualTo("inner");
    assertThat(stage.valueAt("work", "b")).isEqualTo("outer");
  }

  @Test
  void user_tasks_are_done_several_times() {
    playLoop(user("work", sequential("2")));

    stage.completeUserTask("work");
    stage.completeUserTask("work");

    assertThat(stage.path()).containsExactly("start", BODY, "work", "work", "end");
  }

  @Test
  void receive_tasks_are_done_several_times() {
    playLoop(receive("work", "part", sequential("2")));

    stage.message("part");
    assertThat(stage.waitsAt()).containsExactly("work", BODY);

    stage.message("part");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void what_needs_nobody_is_done_several_times() {
    playLoop(task("work", parallel("3")));

    assertThat(stage.path()).containsExactly("start", BODY, "work", "work", "work", "end");
  }

  /** start --> work [ begin --> inner (external) --> done ] (twice at once) --> end. */
  @Test
  void sub_processes_are_done_several_times() {
    playLoop(
        subProcess(
            "work",
            parallel("2"),
            start("begin"),
            external("inner"),
            end("done"),
            path("begin", "inner", "done")));
    assertThat(stage.path())
        .containsExactly("start", BODY, "work", "work", "begin", "inner", "begin", "inner");
    assertThat(counters()).containsExactly(0, 1);

    stage.complete("inner");
    stage.complete("inner");

    assertThat(stage.path())
        .containsExactly(
            "start", BODY, "work", "work", "begin", "inner", "begin", "inner", "done", "done",
            "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  /** start --> work (twice, one after the other; calls inner) --> end. */
  @Test
  void processes_are_called_several_times() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call(
                    "work",
                    "inner",
                    extensions(in("source=\"loopCounter\" target=\"number\"")),
                    sequential("2")),
                end("end"),
                path("start", "work", "end")),
            processOf("inner", start("begin"), external("job"), path("begin", "job"))));
    stage.start("p");
    assertThat(stage.valueAt("job", "number")).isEqualTo(0);

    stage.complete("job");
    assertThat(stage.valueAt("job", "number")).isEqualTo(1);

    stage.complete("job");
    assertThat(stage.path())
        .containsExactly("start", BODY, "work", "begin", "job", "work", "begin", "job", "end");
  }

  /** start --> work (three at once) --> end; work --(stop)--> rescue (external). */
  @Test
  void an_event_on_it_takes_all_of_them_away() {
    play(
        start("start"),
        external("work", parallel("3")),
        boundary("late", "work", message("stop")),
        external("rescue"),
        end("end"),
        path("start", "work", "end"),
        path("late", "rescue"));
    stage.complete("work");

    stage.message("stop");

    assertThat(stage.path())
        .containsExactly("start", BODY, "work", "work", "work", "late", "rescue");
    assertThat(stage.canceled()).containsExactly("work", "work", BODY);
    assertThat(stage.waitsAt()).containsExactly("rescue");
  }
}
