package dev.outwork.engine.dmn;

import static dev.outwork.engine.dmn.DmnSketch.bytes;
import static dev.outwork.engine.dmn.DmnSketch.document;
import static dev.outwork.engine.dmn.DmnSketch.input;
import static dev.outwork.engine.dmn.DmnSketch.literal;
import static dev.outwork.engine.dmn.DmnSketch.output;
import static dev.outwork.engine.dmn.DmnSketch.requiring;
import static dev.outwork.engine.dmn.DmnSketch.rule;
import static dev.outwork.engine.dmn.DmnSketch.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.engine.dmn.Evaluation.Clause;
import dev.outwork.engine.dmn.Evaluation.EvaluatedDecision;
import dev.outwork.engine.expression.Names;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmnEvaluationTest {
  private static Evaluation evaluate(String key, Map<String, ?> variables, String... decisions) {
    return DmnReader.read("test.dmn", bytes(document(decisions)))
        .decision(key)
        .orElseThrow()
        .evaluate(Names.of(variables));
  }

  private static Object value(String text, Map<String, ?> variables) {
    return evaluate("d", variables, literal("d", text)).plainResults().get(0).get("result");
  }

  /** n > 3 -> 7; n in [1..10] -> n + 2; else 0. */
  private static String table(String hitPolicy) {
    return DmnSketch.table(
        "d",
        hitPolicy,
        input("n", "integer"),
        output("result", "integer"),
        rule("big", "> 3 -> 7"),
        rule("small", "[1..10] -> n + 2"));
  }

  @ParameterizedTest
  @CsvSource({
    "UNIQUE, 2, [4]",
    "FIRST, 5, [7]",
    "RULE ORDER, 5, '[7, 7]'",
    "COLLECT, 6, '[7, 8]'",
    "COLLECT SUM, 6, [15]",
    "COLLECT MIN, 6, [7]",
    "COLLECT MAX, 6, [8]",
    "COLLECT COUNT, 6, [2]",
    "ANY, 5, [7]",
    "COLLECT SUM, 20, [7]",
    "COLLECT, -1, []",
    "UNIQUE, -1, []",
  })
  void a_hit_policy_says_which_rules_count(String hitPolicy, int n, String results) {
    Evaluation evaluation = evaluate("d", Map.of("n", n), table(hitPolicy));

    assertThat(evaluation.plainResults().stream().map(result -> result.get("result")).toList())
        .hasToString(results);
  }

  @ParameterizedTest
  @CsvSource({"UNIQUE, 5", "ANY, 6"})
  void a_hit_policy_that_is_violated_yields_nothing(String hitPolicy, int n) {
    assertThatThrownBy(() -> evaluate("d", Map.of("n", n), table(hitPolicy)))
        .isInstanceOf(DecisionException.class)
        .hasMessageContaining(hitPolicy);
  }

  @Test
  void the_value_of_a_variable_is_not_told() {
    assertThatThrownBy(() -> evaluate("d", Map.of("n", "secret"), table("FIRST")))
        .hasMessage("a value is not of the type 'integer'");
    assertThatThrownBy(() -> evaluate("d", Map.of("n", 5), table("UNIQUE")))
        .hasMessage("Hit policy 'UNIQUE' only allows a single rule to match");
  }

  @Test
  void an_evaluation_with_too_many_steps_is_stopped() {
    Integer[] many = new Integer[1_500];
    Arrays.fill(many, 1);

    assertThatThrownBy(
            () ->
                value(
                    "count(for a in list return count(for b in list return other))",
                    Map.of("list", List.of(many), "other", 1)))
        .hasMessage("it takes more than 1000000 steps");
  }

  @Test
  void evaluated_decisions_have_inputs_and_outputs() {
    EvaluatedDecision evaluated =
        evaluate("d", Map.of("n", 6), table("COLLECT SUM")).decisions().get(0);

    assertThat(evaluated)
        .isEqualTo(
            new EvaluatedDecision(
                "d",
                List.of(new Clause("in-n", "Input n", null, null, null, 6)),
                List.of(
                    new Clause("out-result", "Output result", "big", 1, "result", 7),
                    new Clause("out-result", "Output result", "small", 2, "result", 8)),
                15.0));
  }

  @Test
  void a_decision_sees_those_that_it_requires() {
    Evaluation evaluation =
        evaluate(
            "top",
            Map.of("n", 1),
            requiring(literal("top", "top", "string", "\"sum \" + string(sub)"), "sub"),
            literal("sub", "sub", "integer", "n + 1"));

    assertThat(evaluation.plainResults()).isEqualTo(List.of(Map.of("top", "sum 2")));
    assertThat(evaluation.decisions())
        .extracting(EvaluatedDecision::key)
        .containsExactly("top", "sub");
  }

  @Test
  void a_column_may_have_a_name_of_its_own_for_its_value() {
    String decision =
        DmnSketch.table(
                "d", "UNIQUE", input("n + 1", ""), output("result", ""), rule("r", "x > 2 -> 3"))
            .replace("label=\"Input n + 1\"", "camunda:inputVariable=\"x\"");

    assertThat(evaluate("d", Map.of("n", 2), decision).plainResults().get(0))
        .hasToString("{result=3}");
  }

  @Test
  void dates_are_compared() {
    Map<String, Object> variables = Map.of("d", Instant.parse("2026-03-04T05:06:07Z"));

    assertThat(value("d > date and time(\"2026-03-04T05:06:06\")", variables)).isEqualTo(true);
    assertThat(value("d.year", variables)).hasToString("2026");
    assertThat(evaluate("d", variables, literal("d", "x", "date", "d")).plainResults())
        .isEqualTo(List.of(Map.of("x", Instant.parse("2026-03-04T05:06:07Z"))));
  }

  @Test
  void lists_and_maps_are_read_and_made() {
    Map<String, Object> order = Map.of("lines", List.of(Map.of("price", 2), Map.of("price", 3.5)));

    assertThat(value("sum(order.lines.price)", Map.of("order", order))).isEqualTo(5.5);
    assertThat(value("{a: [1, \"x\"]}", Map.of())).hasToString("{a=[1, x]}");
    assertThat(value("missing", Map.of())).isNull();
  }

  @Test
  void null_is_a_value() {
    assertThat(
            value("if n = null then \"none\" else \"some\"", Collections.singletonMap("n", null)))
        .isEqualTo("none");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://www.omg.org/spec/DMN/20151101/dmn.xsd",
        "http://www.omg.org/spec/DMN/20180521/MODEL/",
        "https://www.omg.org/spec/DMN/20191111/MODEL/",
        "https://www.omg.org/spec/DMN/20211108/MODEL/",
        "https://www.omg.org/spec/DMN/20230324/MODEL/"
      })
  void every_version_of_dmn_is_read(String namespace) {
    String document = DmnSketch.inNamespace(namespace, document(table("COLLECT SUM")));

    assertThat(
            DmnReader.read("test.dmn", bytes(document))
                .decision("d")
                .orElseThrow()
                .evaluate(Names.of(Map.of("n", 6)))
                .plainResults())
        .isEqualTo(List.of(Map.of("result", 15)));
  }
}
