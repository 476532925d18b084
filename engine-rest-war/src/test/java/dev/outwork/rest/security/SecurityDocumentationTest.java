package dev.outwork.rest.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.rest.settings.TokenSettings;
import dev.outwork.rest.token.KeySet;
import dev.outwork.rest.token.KeySource;
import dev.outwork.rest.token.TokenReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/security.md that need no server, and the tests that SECURITY.md names. */
class SecurityDocumentationTest {
  private static final Path PAGE = Path.of("../docs/security.md");
  private static final Path HARDENING = Path.of("../SECURITY.md");
  private static final int MEASURES = 30;
  private static final Pattern NAME = Pattern.compile("`([^`]+)`");
  private static final Pattern COMMANDS =
      Pattern.compile(
          "## Tokens without a provider\n.*?```sh\n(?<commands>.*?)```", Pattern.DOTALL);

  @TempDir private Path directory;

  @Test
  void the_commands_for_tokens_without_a_provider_issue_one_that_is_accepted() throws Exception {
    assumeTrue(has("bash") && has("openssl"), "Skipped: bash or openssl is not installed");
    Matcher page = COMMANDS.matcher(Files.readString(PAGE));
    assertThat(page.find()).isTrue();

    Process shell =
        new ProcessBuilder("bash", "-euc", page.group("commands"))
            .directory(directory.toFile())
            .inheritIO()
            .start();
    assertThat(shell.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(shell.exitValue()).isZero();

    TokenReader.Bearer bearer =
        reader().read(Files.readString(directory.resolve("courier-7.token")).strip());
    assertThat(bearer.name()).isEqualTo("courier-7");
    assertThat(bearer.groups()).containsExactly("couriers");
  }

  @Test
  void each_measure_of_the_hardening_list_has_tests_that_exist() throws IOException {
    Set<String> tests;
    try (Stream<Path> files = Files.walk(Path.of("..").toRealPath())) {
      tests =
          files
              .map(file -> file.getFileName().toString())
              .filter(name -> name.endsWith(".java"))
              .map(name -> name.substring(0, name.length() - ".java".length()))
              .collect(Collectors.toSet());
    }

    List<String> measures =
        Files.readAllLines(HARDENING).stream()
            .dropWhile(line -> !line.equals("## Hardening"))
            .filter(line -> line.startsWith("| "))
            .skip(1)
            .toList();
    assertThat(measures).hasSizeGreaterThan(MEASURES);
    for (String measure : measures) {
      String[] cells = measure.split("\\|");
      String named = cells[cells.length - 1];
      List<String> names = NAME.matcher(named).results().map(name -> name.group(1)).toList();
      assertThat(names.isEmpty()).as(measure).isEqualTo(named.strip().equals("not tested"));
      assertThat(names)
          .as(measure)
          .allMatch(name -> tests.contains(name) || Files.exists(Path.of("..", name)));
    }
  }

  private TokenReader reader() {
    TokenSettings settings =
        new TokenSettings(
            "our-keys",
            List.of("outwork"),
            directory.resolve("keys.json").toString(),
            Duration.ZERO,
            List.of("RS256"),
            "sub",
            "groups",
            "tenants");
    KeySet keys = new KeySet(new KeySource(settings.keys()), Clock.systemUTC());
    keys.require();
    return new TokenReader(settings, keys, Clock.systemUTC());
  }

  private static boolean has(String program) throws InterruptedException {
    try {
      return new ProcessBuilder(program, program.equals("bash") ? "--version" : "version")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
