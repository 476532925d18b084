package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.boundary;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.eventSubProcess;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.firstOf;
import static dev.outwork.engine.token.Sketch.fork;
import static dev.outwork.engine.token.Sketch.in;
import static dev.outwork.engine.token.Sketch.input;
import static dev.outwork.engine.token.Sketch.message;
import static dev.outwork.engine.token.Sketch.output;
import static dev.outwork.engine.token.Sketch.parameters;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.signal;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.subProcess;
import static dev.outwork.engine.token.Sketch.throwing;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.topic;
import static dev.outwork.engine.token.Sketch.user;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Parameters and scopes of all kinds of nodes (docs/rest-api.md, "Variable scopes"). */
class DataTest extends StageTest {
  private static final TypedValue ONE = TypedValue.integer(1);

  /** start --> work (external, with parameters) --> after (external). */
  private void playWith(Map<String, TypedValue> variables, String... parameters) {
    stage.deploy(
        process(
            start("start"),
            external("work", parameters(parameters)),
            external("after"),
            path("start", "work", "after")));
    stage.start("p", variables);
  }

  @Test
  void an_input_is_a_text_an_expression_a_list_or_a_map() {
    playWith(
        Map.of("a", ONE),
        input("text", "plain"),
        input("expression", "${a}"),
        input("mixed", "a is ${a}"),
        input(
            "list",
            "<camunda:list><camunda:value>x</camunda:value><camunda:value>${a}</camunda:value></camunda:list>"),
        input("map", "<camunda:map><camunda:entry key=\"k\">${a}</camunda:entry></camunda:map>"));

    assertThat(stage.valueAt("work", "text")).isEqualTo("plain");
    assertThat(stage.valueAt("work", "expression")).isEqualTo(1);
    assertThat(stage.valueAt("work", "mixed")).isEqualTo("a is 1");
    assertThat(stage.valueAt("work", "list")).isEqualTo(TypedValue.json("[\"x\",1]").value());
    assertThat(stage.valueAt("work", "map")).isEqualTo(TypedValue.json("{\"k\":1}").value());
  }

  @Test
  void an_input_hides_a_variable_of_the_same_name_from_the_outside() {
    playWith(Map.of("a", ONE), input("a", "mine"));
    assertThat(stage.valueAt("work", "a")).isEqualTo("mine");

    stage.complete("work", Map.of("a", TypedValue.string("changed")));

    assertThat(stage.value("a")).isEqualTo(1);
  }

  @Test
  void an_output_is_set_outside() {
    playWith(Map.of(), input("a", "mine"), output("result", "${a} and ${b}"));

    stage.complete("work", Map.of("b", TypedValue.string("yours")));

    assertThat(stage.value("result")).isEqualTo("mine and yours");
    assertThat(stage.variable("a")).isEmpty();
  }

  /** start --> outer (input a) [ begin --> inner (external, input b, output c) ] --> after. */
  @Test
  void an_output_is_set_in_the_innermost_scope_that_has_the_name() {
    play(
        start("start"),
        subProcess(
            "outer",
            parameters(input("a", "outer"), output("result", "${a} ${c}")),
            start("begin"),
            external(
                "inner", parameters(input("b", "inner"), output("a", "${b}"), output("c", "new"))),
            path("begin", "inner")),
        external("after"),
        path("start", "outer", "after"));

    stage.complete("inner");

    assertThat(stage.value("result")).isEqualTo("inner new");
    assertThat(stage.variablesAt("after")).containsOnlyKeys("c", "result");
  }

  /** start --> wait (message, output got) --> after (external). */
  @Test
  void a_catch_event_has_outputs() {
    play(
        start("start"),
        catching(
            "wait",
            parameters(input("what", "letter"), output("got", "a ${what}")),
            message("letter")),
        external("after"),
        path("start", "wait", "after"));

    stage.message("letter");

    assertThat(stage.variablesAt("after")).containsOnlyKeys("got");
    assertThat(stage.value("got")).isEqualTo("a letter");
  }

  /** start --> first --> wait (signal, output got) --> after (external), first --> other. */
  @Test
  void a_catch_event_after_an_event_based_gateway_has_outputs() {
    play(
        start("start"),
        firstOf("first"),
        catching("wait", parameters(output("got", "it")), signal("data")),
        external("after"),
        catching("other", timer("P1D")),
        path("start", "first", "wait", "after"),
        path("first", "other"));

    stage.signal("data");

    assertThat(stage.value("got")).isEqualTo("it");
  }

  /** start --> work (external, input a, output result); work --(late)--> rescue (external). */
  @Test
  void outputs_are_set_when_an_activity_is_interrupted() {
    play(
        start("start"),
        external("work", parameters(input("a", "half"), output("result", "${a} done"))),
        boundary("late", "work", message("stop")),
        external("rescue"),
        path("start", "work"),
        path("late", "rescue"));

    stage.message("stop");

    assertThat(stage.value("result")).isEqualTo("half done");
  }

  /** start --> sub (output result) [ begin --> work (external) ]; sub --(late)--> rescue. */
  @Test
  void outputs_of_an_interrupted_sub_process_see_those_of_what_is_inside() {
    play(
        start("start"),
        subProcess(
            "sub",
            parameters(input("a", "none"), output("result", "sub with ${a}")),
            start("begin"),
            external("work", parameters(output("a", "work"))),
            path("begin", "work")),
        boundary("late", "sub", message("stop")),
        external("rescue"),
        path("start", "sub"),
        path("late", "rescue"));

    stage.message("stop");

    assertThat(stage.value("result")).isEqualTo("sub with work");
    assertThat(stage.variable("a")).isEmpty();
  }

  /** start --> talk (user, input a, output b) --> after (external). */
  @Test
  void a_user_task_has_parameters() {
    play(
        start("start"),
        user("talk", parameters(input("a", "question"), output("b", "${a} ${answer}"))),
        external("after"),
        path("start", "talk", "after"));

    stage.completeUserTask("talk", Map.of("answer", TypedValue.string("answered")));

    assertThat(stage.value("b")).isEqualTo("question answered");
  }

  /** start --> tell (message throw, external, input a) --> after (external). */
  @Test
  void a_message_throw_event_has_parameters() {
    play(
        start("start"),
        throwing(
            "tell",
            parameters(input("a", "letter"), output("sent", "${a}")),
            "<messageEventDefinition %s/>".formatted(topic("mail"))),
        external("after"),
        path("start", "tell", "after"));
    assertThat(stage.valueAt("tell", "a")).isEqualTo("letter");

    stage.complete("tell");

    assertThat(stage.variablesAt("after")).containsOnlyKeys("sent");
  }

  /** start --> tell (signal throw, input what, passing what) --> end; beside it: wait --> heard. */
  @Test
  void what_goes_with_a_signal_may_be_an_input_of_its_event() {
    play(
        start("start"),
        fork("fork"),
        catching("wait", signal("with-input")),
        external("heard"),
        throwing(
            "tell",
            parameters(input("what", "news")),
            signal("with-input", in("source=\"what\" target=\"told\""))),
        path("start", "fork", "wait", "heard"),
        path("fork", "tell"));

    assertThat(stage.variablesAt("heard")).containsOnlyKeys("told");
  }

  /** start --> sub (input a) [ begin --> work; handler [ happened (message) --> care ] ]. */
  @Test
  void an_event_sub_process_sees_what_the_scope_around_it_knows() {
    play(
        start("start"),
        subProcess(
            "sub",
            parameters(input("a", "inside")),
            start("begin"),
            external("work"),
            path("begin", "work"),
            eventSubProcess(
                "handler",
                start("happened", message("look")),
                external("care"),
                path("happened", "care"))),
        path("start", "sub"));

    stage.message("look");

    assertThat(stage.valueAt("care", "a")).isEqualTo("inside");
  }

  /** start --> work (external, output ${missing}) --> end. */
  @Test
  void an_output_that_fails_names_the_parameter_and_the_activity() {
    playWith(Map.of(), output("result", "${missing}"));

    assertThatThrownBy(() -> stage.complete("work"))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("parameter 'result' of serviceTask 'work'");
    assertThat(stage.waitsAt()).containsExactly("work");
  }
}
