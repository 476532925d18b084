package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/waiting.md names the test that fails without each guard. */
class WaitingDocumentationTest {
  private static final Path PAGE = Path.of("../docs/waiting.md");
  private static final Pattern TEST = Pattern.compile("`(\\w+Test)\\.(\\w+)`");
  private static final List<Path> PACKAGES =
      Stream.of("waiting", "externaltask")
          .map(name -> Path.of("src/test/java/dev/outwork/engine").resolve(name))
          .toList();

  @Test
  void every_test_that_it_names_exists() throws IOException {
    List<MatchResult> named = TEST.matcher(Files.readString(PAGE)).results().toList();

    assertThat(named).hasSizeGreaterThan(10).allMatch(WaitingDocumentationTest::exists);
  }

  private static boolean exists(MatchResult test) {
    return PACKAGES.stream()
        .map(folder -> folder.resolve(test.group(1) + ".java"))
        .filter(Files::exists)
        .anyMatch(file -> text(file).contains("void " + test.group(2) + "("));
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
