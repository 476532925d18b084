package dev.outwork.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.joda.time.DateTimeZone;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each method that expressions can call answers what it answers in Camunda 7. */
class VocabularyComparisonTest {
  private static final Pattern METHOD = Pattern.compile("`(\\w+)\\(([^)]*)\\)`");

  private static final Instant NOON = Instant.parse("2026-01-01T12:00:00Z");

  private static final String JSON =
      "{\"name\":\"Ada\",\"age\":36,\"large\":12345678901,\"half\":0.5,\"wise\":true,\"none\":null,"
          + "\"address\":{\"city\":\"Riga\"},\"tags\":[\"a\",2,null]}";

  private static final String XML =
      "<order id=\"o1\" state=\"\"><customer>Ada</customer><item n=\"1\">a</item><item n=\"2\">b<sub>c</sub></item></order>";

  private static final Map<String, Object> VARIABLES =
      Map.ofEntries(
          Map.entry("text", "Abc,d"),
          Map.entry("digits", "12"),
          Map.entry("blank", " a "),
          Map.entry("none", ""),
          Map.entry("nothing", Typed.nullString()),
          Map.entry("number", 5),
          Map.entry("large", 5L),
          Map.entry("fraction", 2.5),
          Map.entry("yes", true),
          Map.entry("noon", new Typed(TypedValue.of(ValueType.DATE, NOON), Date.from(NOON))),
          Map.entry("json", Typed.json(JSON)),
          Map.entry("jsonText", JSON),
          Map.entry("seven", Typed.json("7")),
          Map.entry("word", Typed.json("\"a\"")),
          Map.entry("truth", Typed.json("true")),
          Map.entry("xml", Typed.xml(XML)),
          Map.entry("xmlText", XML),
          Map.entry("list", Typed.object(ArrayList.class, "[1,\"a\",null,2.5,\"a\"]")),
          Map.entry("map", Typed.object(LinkedHashMap.class, "{\"a\":1,\"b\":null,\"c\":\"x\"}")));

  private static List<String> expressions() throws IOException {
    try (var file = VocabularyComparisonTest.class.getResourceAsStream("/vocabulary.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    }
  }

  /** Camunda 7 remembers the time zone that the JVM had when it first needed a date. */
  @BeforeAll
  static void setZoneOfCamunda() {
    DateTimeZone.setDefault(DateTimeZone.UTC);
  }

  @Test
  void every_call_answers_the_same() throws IOException {
    Map<String, String> expected = new LinkedHashMap<>();
    Map<String, String> actual = new LinkedHashMap<>();

    for (String expression : expressions()) {
      expected.put(expression, Evaluation.onCamunda(expression, VARIABLES));
      actual.put(expression, Evaluation.onOutwork(expression, VARIABLES));
    }

    assertThat(actual).containsExactlyEntriesOf(expected);
    assertThat(actual.values())
        .filteredOn(Evaluation.FAILS::equals)
        .hasSizeLessThan(actual.size() / 4);
  }

  @Test
  void every_method_that_is_documented_is_compared() throws IOException {
    String all = String.join("\n", expressions());

    for (String row : documented()) {
      for (var method : METHOD.matcher(row).results().toList()) {
        assertThat(all).as(row).contains(method.group(1) + "(");
      }
    }
  }

  /** Error event definitions and decisions have tests of their own. */
  private static List<String> documented() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "bpmn.md")).stream()
        .dropWhile(line -> !line.equals("### Vocabulary"))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .filter(line -> !line.startsWith("| `externalTask`"))
        .filter(line -> !line.startsWith("| `decisionResult`"))
        .filter(line -> !line.startsWith("| one result of it"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${text.getClass().getName()}",
        "${text['length']()}",
        "${text.matches('A.*')}",
        "${'abc'.split('')[1]}",
        "${execution.removeVariable('text')}",
      })
  void only_camunda_executes_calls_outside_of_the_vocabulary(String expression) {
    assertThat(Evaluation.onCamunda(expression, VARIABLES)).isNotEqualTo(Evaluation.FAILS);
    assertThat(Evaluation.onOutwork(expression, VARIABLES)).isEqualTo(Evaluation.FAILS);
  }

  @Test
  void lists_in_brackets_are_known_here_only() {
    assertThat(Evaluation.onCamunda("${[1, 2].size()}", VARIABLES)).isEqualTo(Evaluation.FAILS);
    assertThat(Evaluation.onOutwork("${[1, 2].size()}", VARIABLES)).isEqualTo("Integer 2");
  }
}
