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
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of docs/security.md that need no server. */
class SecurityDocumentationTest {
  private static final Path PAGE = Path.of("../docs/security.md");
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
