package dev.outwork.describe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The log lines in docs/operations.md, "Log". */
class LogDocumentationTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern ROW = Pattern.compile("^\\| `([^`]+)` \\|", Pattern.MULTILINE);
  private static final Pattern CONCATENATION = Pattern.compile("\"\\s*\\+\\s*\"");
  private static final Pattern ANY_VALUE =
      Pattern.compile("(?:POST /)?\\.\\.\\.|\\b[NM]\\b|\\[\\.\\.\\.]");

  @Test
  void every_log_line_that_is_documented_is_in_the_sources() throws IOException {
    String sources = sources();
    List<String> unknown = new ArrayList<>();
    for (String line : documented()) {
      Pattern message =
          Pattern.compile(
              Stream.of(ANY_VALUE.split(line))
                  .map(Pattern::quote)
                  .reduce((left, right) -> left + "[^\"\\n]*" + right)
                  .orElseThrow());
      if (!message.matcher(sources).find()) {
        unknown.add(line);
      }
    }

    assertThat(unknown).isEmpty();
  }

  private static List<String> documented() throws IOException {
    String page = Files.readString(PROJECT.resolve("docs/operations.md"));
    int start = page.indexOf("\n## Log\n");
    assertThat(start).isPositive();
    int end = page.indexOf("\n## ", start + 1);
    List<String> lines =
        ROW.matcher(page.substring(start, end)).results().map(row -> row.group(1)).toList();
    assertThat(lines).hasSizeGreaterThan(15);
    return lines;
  }

  private static String sources() throws IOException {
    StringBuilder sources = new StringBuilder();
    for (String module : List.of("engine-ejb", "engine-rest-war")) {
      try (Stream<Path> files = Files.walk(PROJECT.resolve(module).resolve("src/main/java"))) {
        for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
          sources.append(CONCATENATION.matcher(Files.readString(file)).replaceAll(""));
        }
      }
    }
    return sources.toString();
  }
}
