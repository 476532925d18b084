package dev.outwork.engine.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The table in docs/bpmn.md is the vocabulary. */
class VocabularyDocumentationTest {
  private static final Pattern METHOD = Pattern.compile("`(\\w+)\\(([^)]*)\\)`");

  private static final Map<String, Kind> KINDS =
      Map.ofEntries(
          Map.entry("`execution`", Kind.EXECUTION),
          Map.entry("`externalTask`", Kind.EXTERNAL_TASK),
          Map.entry("text", Kind.TEXT),
          Map.entry("list", Kind.LIST),
          Map.entry("map", Kind.MAP),
          Map.entry("number", Kind.NUMBER),
          Map.entry("date", Kind.DATE),
          Map.entry("Boolean", Kind.BOOLEAN),
          Map.entry("`dateTime()`", Kind.DATE_TIME),
          Map.entry("functions", Kind.FUNCTION),
          Map.entry("`currentUser()`", Kind.USER),
          Map.entry("JSON", Kind.JSON),
          Map.entry("XML", Kind.XML),
          Map.entry("attribute of XML", Kind.XML_ATTRIBUTE),
          Map.entry("`decisionResult`", Kind.DECISION_RESULT),
          Map.entry("one result of it", Kind.DECISION_RESULT_ENTRIES));

  @Test
  void all_that_can_be_called_is_in_the_table_and_nothing_else() throws IOException {
    Set<String> told =
        rows()
            .flatMap(
                row ->
                    METHOD
                        .matcher(row.get(1))
                        .results()
                        .map(method -> KINDS.get(row.get(0)) + ": " + spelling(method)))
            .collect(Collectors.toSet());

    assertThat(told)
        .containsExactlyInAnyOrderElementsOf(
            Vocabulary.all().stream().map(method -> method.receiver() + ": " + method).toList());
  }

  @Test
  void no_method_is_listed_twice() {
    assertThat(Vocabulary.all().stream().map(method -> method.receiver() + ": " + method).toList())
        .doesNotHaveDuplicates();
  }

  private static String spelling(MatchResult method) {
    String arguments = method.group(2);
    return method.group(1) + "/" + (arguments.isEmpty() ? 0 : arguments.split(",").length);
  }

  private static Stream<List<String>> rows() throws IOException {
    return Files.readAllLines(Path.of("..", "docs", "bpmn.md")).stream()
        .dropWhile(line -> !line.equals("### Vocabulary"))
        .dropWhile(line -> !line.startsWith("|"))
        .takeWhile(line -> line.startsWith("|"))
        .skip(2)
        .map(line -> Stream.of(line.substring(1).split("\\|")).map(String::strip).toList());
  }
}
