package dev.outwork.engine.dmn;

import static dev.outwork.engine.dmn.DmnSketch.bytes;
import static dev.outwork.engine.dmn.DmnSketch.document;
import static dev.outwork.engine.dmn.DmnSketch.input;
import static dev.outwork.engine.dmn.DmnSketch.literal;
import static dev.outwork.engine.dmn.DmnSketch.output;
import static dev.outwork.engine.dmn.DmnSketch.rule;
import static dev.outwork.engine.dmn.DmnSketch.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DmnRefusalsTest {
  private static List<Problem> problems(String document) {
    return catchThrowableOfType(
            ParseException.class, () -> DmnReader.read("test.dmn", bytes(document)))
        .problems();
  }

  private static List<String> messages(String document) {
    return problems(document).stream().map(Problem::message).toList();
  }

  private static final String TABLE =
      document(
          table(
              "dish",
              "UNIQUE",
              input("n", "integer"),
              output("x", "integer"),
              output("y", "integer"),
              rule("first", "> 1 -> 1 | 2"),
              rule("second", "> 2 -> 3 | 4")));

  @ParameterizedTest
  @ValueSource(strings = {"juel", "JavaScript", "groovy", "python", "ruby", "JUEL"})
  void a_cell_in_another_language_is_reported(String language) {
    String document =
        TABLE.replace(
            "<outputEntry id=\"second-outputEntry-2\">",
            "<outputEntry id=\"second-outputEntry-2\" expressionLanguage=\"%s\">"
                .formatted(language));

    Problem problem = problems(document).get(0);

    assertThat(problems(document)).hasSize(1);
    assertThat(problem.message())
        .isEqualTo(
            "Decision 'dish': outputEntry 'second-outputEntry-2' (rule 2, column 2) is in the language '%s', which is not supported: write FEEL"
                .formatted(language));
    assertThat(problem.elementIds()).containsExactly("dish", "second-outputEntry-2");
    assertThat(problem.line()).isPositive();
  }

  @Test
  void the_language_of_the_document_counts_for_every_cell() {
    assertThat(
            messages(TABLE.replace("name=\"Graph\"", "name=\"Graph\" expressionLanguage=\"juel\"")))
        .hasSize(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "feel",
        "FEEL",
        "http://www.omg.org/spec/FEEL/20140401",
        "http://www.omg.org/spec/DMN/20180521/FEEL/",
        "https://www.omg.org/spec/DMN/20191111/FEEL/",
        "https://www.omg.org/spec/DMN/20211108/FEEL/",
        "https://www.omg.org/spec/DMN/20230324/FEEL/"
      })
  void feel_has_many_names(String language) {
    String document =
        TABLE.replace(
            "<outputEntry ", "<outputEntry expressionLanguage=\"%s\" ".formatted(language));

    assertThat(DmnReader.read("test.dmn", bytes(document)).decisions()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "1 + ! it is not FEEL",
        "${n} ! it is not FEEL",
        "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(double)\"}} ! it is not FEEL",
        "{f: function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(double)\"}}, r: f(1)}.r ! it is not FEEL",
        "[1, if n > 1 then (for x in [1] return function(y) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}) else 2] ! it is not FEEL",
        "for i in 1..100000 return i ! it loops over a range",
        "for i in 1..n return i ! it loops over a range",
        "for a in n, b in n, c in n return 1 ! it has more than 2 loops inside each other",
        "for a in n return some b in n satisfies n[item = b] = a ! it has more than 2 loops inside each other",
        "for a in 1..1000, b in 1..1000 return 1 ! its loops over ranges have more than 100000 iterations",
        "some a in 1..1000 satisfies count(for b in 1..101 return a) = 1 ! its loops over ranges have more than 100000 iterations",
      })
  void an_expression_that_is_not_evaluated_is_reported(String text, String reason) {
    assertThat(messages(document(literal("dish", text))))
        .singleElement()
        .asString()
        .startsWith("Decision 'dish': literalExpression 'dish-text' is refused: " + reason);
  }

  @Test
  void an_external_function_is_refused_for_what_it_is() {
    assertThat(
            messages(
                document(
                    literal(
                        "dish",
                        "function(x) external {java: {class: \"java.lang.System\", method signature: \"exit(int)\"}}"))))
        .singleElement()
        .asString()
        .contains("External functions are disabled");
  }

  @Test
  void an_expression_is_no_longer_than_it_may_be() {
    String text = "1" + " + 1".repeat(Feel.MAX_TEXT_LENGTH / 4);

    assertThat(messages(document(literal("dish", text)))).hasSize(1);
  }

  @Test
  void an_expression_that_is_nested_too_deeply_is_refused() {
    String text = "[".repeat(4_900) + "]".repeat(4_900);

    assertThat(messages(document(literal("dish", text)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<context><contextEntry><literalExpression><text>1</text></literalExpression></contextEntry></context>",
        "<invocation><literalExpression><text>f</text></literalExpression></invocation>",
        "<list><literalExpression><text>1</text></literalExpression></list>"
      })
  void logic_of_another_kind_is_refused(String logic) {
    assertThat(messages(document(DmnSketch.decision("dish", logic))))
        .anyMatch(message -> message.contains("write a decision table or a literal expression"));
  }

  @Test
  void a_doctype_is_refused() {
    assertThat(messages(TABLE.replaceFirst("\n", "\n<!DOCTYPE definitions>\n")))
        .containsExactly("The document has a DOCTYPE, which is not allowed");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<a/>", "", "no xml"})
  void a_document_that_is_not_dmn_is_refused(String document) {
    assertThat(messages(document)).hasSize(1);
  }

  @Test
  void schema_violations_are_refused() {
    assertThat(messages(document("<decision id=\"dish\" nonsense=\"1\" name=\"x\"/>")))
        .singleElement()
        .asString()
        .contains("nonsense");
  }

  @Test
  void decisions_that_require_each_other_in_a_circle_are_refused() {
    assertThat(
            messages(
                document(
                    DmnSketch.requiring(literal("a", "1"), "b"),
                    DmnSketch.requiring(literal("b", "1"), "a"))))
        .hasSize(1);
  }
}
