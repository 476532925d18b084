package dev.outwork.mover.showing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.mover.judging.BlockedGroup;
import dev.outwork.mover.judging.CodeWorkTopic;
import dev.outwork.mover.judging.DefinitionReport;
import dev.outwork.mover.judging.DefinitionReport.InstanceCount;
import dev.outwork.mover.judging.Difference;
import dev.outwork.mover.judging.MoveReport;
import dev.outwork.mover.judging.MoveReport.History;
import dev.outwork.mover.judging.MoveReport.Remnants;
import dev.outwork.mover.judging.MoveReport.SourceFacts;
import dev.outwork.mover.judging.Reason;
import dev.outwork.mover.judging.Verdict;
import dev.outwork.mover.reading.DefinitionKind;
import dev.outwork.mover.reading.ElementCount;
import dev.outwork.mover.reading.NamedCount;
import dev.outwork.mover.reading.SourceDefinition;
import dev.outwork.mover.reading.SourceDefinition.SourceResource;
import dev.outwork.mover.reading.Standing;
import dev.outwork.mover.reading.WaitsFor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportFormatTest {
  private static final String MARKUP = "<script>alert('1')</script>\" onload=\"alert(2)&amp;";
  private static final String CURSOR = "\u001b[2J\u202e\r";

  /** A report in which every text that comes from a source is this one. */
  private static MoveReport of(String text) {
    Problem problem = new Problem(text, 3, 4, List.of(text));
    List<Problem> problems = List.of(problem);
    ElementCount count = new ElementCount(text, text, text, 2, 1);
    SourceResource resource = new SourceResource(text, text);
    SourceDefinition definition =
        new SourceDefinition(DefinitionKind.PROCESS, text, text, 1, text, text, text, resource);
    InstanceCount instances = new InstanceCount(4, 3, 2, 1);
    List<CodeWorkTopic> topics = List.of(new CodeWorkTopic(text, text, text));
    return new MoveReport(
        MoveReport.FORMAT,
        new SourceFacts(text, text, text, text, Instant.EPOCH),
        instances,
        List.of(
            new DefinitionReport(
                definition, Verdict.REFUSED, problems, problems, topics, instances)),
        List.of(count),
        List.of(new Standing(text, text, WaitsFor.EXTERNAL_TASK, text, 5, 4, 3, 2)),
        List.of(count),
        List.of(
            new BlockedGroup(
                Reason.JAVA_VALUES, text, List.of(text), List.of(text), 1, List.of(text))),
        List.of(count),
        new Remnants(List.of(new NamedCount(text, 1)), List.of(new NamedCount(text, 1)), 1),
        new History(1, List.of(new NamedCount(text, 1))),
        List.of(new Difference(text, text, text, text, List.of(text))));
  }

  @Test
  void the_page_shows_names_of_the_source_as_text() {
    String page = ReportFormat.HTML.show(of(MARKUP));

    assertThat(page)
        .contains("&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt;&quot; onload=&quot;")
        .contains("&amp;amp;")
        .doesNotContain("<script", "alert('1')", "\" onload");
  }

  @Test
  void the_page_has_the_same_tags_whatever_the_names_are() {
    Pattern tag = Pattern.compile("<[^>]*>");
    List<String> plain =
        tag.matcher(ReportFormat.HTML.show(of("x"))).results().map(m -> m.group()).toList();
    List<String> hostile =
        tag.matcher(ReportFormat.HTML.show(of(MARKUP))).results().map(m -> m.group()).toList();

    assertThat(hostile).isEqualTo(plain).contains("<table>");
  }

  @Test
  void the_page_needs_nothing_from_elsewhere() {
    assertThat(ReportFormat.HTML.show(of("x")))
        .contains("default-src 'none'")
        .doesNotContain("src=", "href=", "url(", "@import");
  }

  @Test
  void a_terminal_gets_no_control_characters() {
    assertThat(ReportFormat.TEXT.show(of(CURSOR + "order")))
        .contains(" [2J order")
        .doesNotContain("\u001b", "\u202e", "\r");
  }

  @Test
  void the_text_has_everything_that_the_page_has() {
    String page = ReportFormat.HTML.show(of("order"));
    String text = ReportFormat.TEXT.show(of("order"));

    Pattern.compile("<td>([^<]+)</td>")
        .matcher(page)
        .results()
        .forEach(cell -> assertThat(text).contains(cell.group(1)));
  }

  @Test
  void each_field_of_the_document_is_documented() throws IOException {
    String section =
        Files.readString(Path.of("..", "docs", "moving-in.md"))
            .split("\n## The report as JSON\n")[1]
            .split("\n## ")[0];
    TreeSet<String> documented = new TreeSet<>();
    Pattern.compile("(?m)^\\| `([\\w.\\[\\]]+)` \\|")
        .matcher(section)
        .results()
        .forEach(row -> documented.add(row.group(1)));

    TreeSet<String> fields = new TreeSet<>();
    addFields("", new ObjectMapper().readTree(ReportFormat.JSON.show(of("x"))), fields);

    assertThat(documented).isEqualTo(fields);
  }

  private static void addFields(String path, JsonNode node, TreeSet<String> fields) {
    if (node.isArray()) {
      node.forEach(element -> addFields(path + "[]", element, fields));
    } else if (node.isObject()) {
      String prefix = path.isEmpty() ? "" : path + ".";
      node.properties()
          .forEach(field -> addFields(prefix + field.getKey(), field.getValue(), fields));
    } else {
      fields.add(path);
    }
  }
}
