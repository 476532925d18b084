package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.anyError;
import static dev.outwork.engine.token.Sketch.beside;
import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.error;
import static dev.outwork.engine.token.Sketch.escalation;
import static dev.outwork.engine.token.Sketch.extensions;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.in;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.out;
import static dev.outwork.engine.token.Sketch.output;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.processOf;
import static dev.outwork.engine.token.Sketch.start;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.Stage.OpenTask;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Call activities (BPMN 2.0, chapter 10.3.6). */
class CallActivityTest extends StageTest {
  /** start --> call (calls inner) --> after (external) --> end; inner: begin --> job (external). */
  private void playCall(Map<String, TypedValue> variables, String... mappings) {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("call", "inner", extensions(mappings)),
                external("after"),
                end("end"),
                path("start", "call", "after", "end")),
            inner()));
    stage.start("p", variables);
  }

  /** begin --> job (external) --> done. */
  private static String inner() {
    return processOf(
        "inner", start("begin"), external("job"), end("done"), path("begin", "job", "done"));
  }

  @Test
  void the_caller_goes_on_when_the_called_process_has_ended() {
    playCall(Map.of());
    assertThat(stage.path()).containsExactly("start", "call", "begin", "job");
    assertThat(stage.waitsAt()).containsExactly("call", "job");

    stage.complete("job");
    assertThat(stage.path()).containsExactly("start", "call", "begin", "job", "done", "after");
    assertThat(stage.waitsAt()).containsExactly("after");

    stage.complete("after");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void nothing_is_passed_unless_it_is_asked_for() {
    playCall(Map.of("a", TypedValue.integer(1)));
    assertThat(stage.variablesAt("job")).isEmpty();

    stage.complete("job", Map.of("b", TypedValue.integer(2)));

    assertThat(stage.variablesAt("after")).containsOnlyKeys("a");
  }

  @Test
  void a_variable_is_passed_by_another_name() {
    playCall(Map.of("a", TypedValue.integer(1)), in("source=\"a\" target=\"x\""));

    assertThat(stage.variablesAt("job")).containsOnlyKeys("x");
    assertThat(stage.valueAt("job", "x")).isEqualTo(1);
  }

  @Test
  void a_variable_that_is_not_there_is_passed_as_null() {
    playCall(Map.of(), in("source=\"a\" target=\"x\""));

    assertThat(stage.variablesAt("job")).containsEntry("x", TypedValue.NULL);
  }

  @Test
  void an_expression_is_passed() {
    playCall(Map.of("a", TypedValue.integer(1)), in("sourceExpression=\"${a + 1}\" target=\"x\""));

    assertThat(String.valueOf(stage.valueAt("job", "x"))).isEqualTo("2");
  }

  @Test
  void all_variables_are_passed() {
    playCall(
        Map.of("a", TypedValue.integer(1), "b", TypedValue.string("two")), in("variables=\"all\""));

    assertThat(stage.variablesAt("job")).containsOnlyKeys("a", "b");
  }

  @Test
  void a_result_is_passed_back_by_another_name() {
    playCall(Map.of(), out("source=\"y\" target=\"result\""));

    stage.complete("job", Map.of("y", TypedValue.string("good"), "z", TypedValue.integer(0)));

    assertThat(stage.variablesAt("after")).containsOnlyKeys("result");
    assertThat(stage.value("result")).isEqualTo("good");
  }

  @Test
  void an_expression_is_passed_back() {
    playCall(Map.of(), out("sourceExpression=\"${y * 2}\" target=\"result\""));

    stage.complete("job", Map.of("y", TypedValue.integer(21)));

    assertThat(String.valueOf(stage.value("result"))).isEqualTo("42");
  }

  @Test
  void all_results_are_passed_back() {
    playCall(Map.of(), out("variables=\"all\""));

    stage.complete("job", Map.of("y", TypedValue.integer(1), "z", TypedValue.integer(2)));

    assertThat(stage.variablesAt("after")).containsOnlyKeys("y", "z");
  }

  @Test
  void a_local_result_of_a_call_can_be_an_output_parameter() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call(
                    "call",
                    "inner",
                    extensions(
                        "<camunda:inputOutput>",
                        output("result", "${raw} done"),
                        "</camunda:inputOutput>",
                        out("source=\"y\" target=\"raw\" local=\"true\""))),
                external("after"),
                path("start", "call", "after")),
            inner()));
    stage.start("p");

    stage.complete("job", Map.of("y", TypedValue.string("well")));

    assertThat(stage.variablesAt("after")).containsOnlyKeys("result");
    assertThat(stage.value("result")).isEqualTo("well done");
  }

  @Test
  void only_the_variables_of_the_call_itself_are_passed_if_it_says_so() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call(
                    "call",
                    "inner",
                    extensions(
                        "<camunda:inputOutput>",
                        input("own", "mine"),
                        "</camunda:inputOutput>",
                        in("variables=\"all\" local=\"true\""))),
                path("start", "call")),
            inner()));

    stage.start("p", Map.of("a", TypedValue.integer(1)));

    assertThat(stage.variablesAt("job")).containsOnlyKeys("own");
  }

  /** p calls inner, which calls innermost: begin --> deep (external). */
  @Test
  void a_called_process_may_call_another() {
    stage.deploy(
        document(
            processOf("p", start("start"), call("one", "inner"), path("start", "one")),
            processOf("inner", start("begin"), call("two", "innermost"), path("begin", "two")),
            processOf("innermost", start("open"), external("deep"), path("open", "deep"))));
    stage.start("p");
    assertThat(stage.waitsAt()).containsExactly("deep", "one", "two");

    stage.complete("deep");

    assertThat(stage.hasEnded()).isTrue();
    assertThat(stage.waitsAt()).isEmpty();
  }

  /** start --> call (calls inner: begin --> done) --> end. */
  @Test
  void a_called_process_that_waits_for_nothing_ends_at_once() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("call", "inner"),
                end("end"),
                path("start", "call", "end")),
            processOf("inner", start("begin"), end("done"), path("begin", "done"))));

    stage.start("p");

    assertThat(stage.path()).containsExactly("start", "call", "begin", "done", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void a_process_that_is_not_deployed_cannot_be_called() {
    stage.deploy(process(start("start"), call("call", "nobody"), path("start", "call")));

    assertThatThrownBy(() -> stage.start("p"))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("no processes deployed with key 'nobody' and tenant-id 'null'");
  }

  /** start --> call (calls inner) --> end; call --(stop)--> rescue (external). */
  @Test
  void a_called_process_is_taken_away_with_its_call() {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("call", "inner"),
                boundary("late", "call", message("stop")),
                external("rescue"),
                path("start", "call"),
                path("late", "rescue")),
            inner()));
    stage.start("p");

    stage.message("stop");

    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("call", "job");
    assertThat(stage.openTasks()).extracting(OpenTask::elementId).containsExactly("rescue");
  }

  /** start --> call (calls inner: begin --> failed (error)) --> end; call --(error)--> rescue. */
  private void playFailing(String catcher, String inside, String... mappings) {
    stage.deploy(
        document(
            processOf(
                "p",
                start("start"),
                call("call", "inner", extensions(mappings)),
                catcher,
                external("rescue"),
                end("end"),
                path("start", "call", "end"),
                path("caught", "rescue")),
            processOf(
                "inner",
                start("begin"),
                external("job"),
                end("thrown", inside),
                path("begin", "job", "thrown"))));
    stage.start("p");
  }

  @Test
  void an_error_of_the_called_process_is_caught_on_the_call() {
    playFailing(
        boundary("caught", "call", anyError("code", "message")),
        error("BROKEN"),
        out("source=\"y\" target=\"result\""));

    stage.complete("job", Map.of("y", TypedValue.string("half")));

    assertThat(stage.path())
        .containsExactly("start", "call", "begin", "job", "thrown", "caught", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.value("code")).isEqualTo("BROKEN");
    assertThat(stage.value("result")).as("what was passed back").isEqualTo("half");
  }

  @Test
  void an_error_that_a_worker_raises_is_caught_on_the_call() {
    playFailing(boundary("caught", "call", error("BROKEN")), error("ANOTHER"));

    stage.raise("job", "BROKEN");

    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).containsExactly("call", "job");
  }

  @Test
  void an_error_that_is_not_caught_ends_its_path_in_the_called_process() {
    playFailing(boundary("caught", "call", error("BROKEN")), error("ANOTHER"));

    stage.complete("job");

    assertThat(stage.path()).containsExactly("start", "call", "begin", "job", "thrown", "end");
    assertThat(stage.hasEnded()).isTrue();
  }

  @Test
  void an_escalation_of_the_called_process_is_caught_beside_the_call() {
    playFailing(beside("caught", "call", escalation("HELP")), escalation("HELP"));

    stage.complete("job");

    assertThat(stage.path())
        .containsExactly("start", "call", "begin", "job", "thrown", "caught", "end", "rescue");
    assertThat(stage.waitsAt()).containsExactly("rescue");
    assertThat(stage.canceled()).isEmpty();
  }
}
