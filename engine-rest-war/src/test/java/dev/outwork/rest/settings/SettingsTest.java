package dev.outwork.rest.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.deployment.CodeProperty;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The settings of all modules, and the table of them in docs/operations.md. */
class SettingsTest {
  private static final Path PROJECT = Path.of("..");
  private static final Pattern ROW =
      Pattern.compile(
          "^\\| `(outwork\\.[^`]+)` \\| `([^`]+)` \\| ([^|]*) \\| ([^|]*) \\|", Pattern.MULTILINE);
  // Attributes of spans have names of the same kind.
  private static final Pattern IN_SOURCE =
      Pattern.compile("(?<!Key\\()\"(outwork\\.[a-z][a-z.-]*[a-z])\"");

  /** One row of the table. */
  private record Row(String environmentVariable, String otherwise, String unit) {}

  @AfterEach
  void forget() {
    System.clearProperty(RestSettings.MAX_BODY_BYTES);
    System.clearProperty(RestSettings.CORS_ORIGINS);
    System.clearProperty(RestSettings.BEHIND_PROXY);
    System.clearProperty(RestSettings.CONSOLE_VARIABLES);
    System.getProperties().keySet().removeIf(name -> name.toString().startsWith("outwork.tokens."));
  }

  @Test
  void the_table_has_every_setting_of_the_sources_and_no_other() throws IOException {
    TreeSet<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(PROJECT)) {
      for (Path file : files.filter(SettingsTest::isMainSource).toList()) {
        IN_SOURCE
            .matcher(Files.readString(file))
            .results()
            .map(found -> found.group(1))
            .filter(name -> !name.startsWith(CodeProperty.KIND))
            .forEach(names::add);
      }
    }

    assertThat(table().keySet()).isEqualTo(names);
  }

  @Test
  void every_setting_has_the_environment_variable_that_microprofile_config_makes_of_its_name()
      throws IOException {
    table()
        .forEach(
            (name, row) ->
                assertThat(row.environmentVariable())
                    .isEqualTo(name.replaceAll("[^a-zA-Z0-9]", "_").toUpperCase(Locale.ROOT)));
  }

  @Test
  void the_table_has_the_defaults() throws IOException {
    assertDefault(RestSettings.MAX_BODY_BYTES, RestSettings.maxBodyBytes());
    assertThat(RestSettings.usersFile()).isEmpty();
    assertThat(RestSettings.corsOrigins()).isEmpty();
    assertDefault(
        RestSettings.BEHIND_PROXY, RestSettings.behindProxy().name().toLowerCase(Locale.ROOT));
    assertDefault(
        RestSettings.CONSOLE_VARIABLES,
        RestSettings.consoleVariables().name().toLowerCase(Locale.ROOT));
    assertDefault(
        dev.outwork.engine.database.Settings.DB_URL,
        dev.outwork.engine.database.Settings.databaseUrl());
    assertDefault(
        dev.outwork.engine.database.Settings.DB_USER,
        dev.outwork.engine.database.Settings.databaseUser());
    assertDefault(
        dev.outwork.engine.database.Settings.MAX_WAITING,
        dev.outwork.engine.database.Settings.maxWaiting());
    assertDefault(
        dev.outwork.engine.database.Settings.BATCH_LEASE_SECONDS,
        dev.outwork.engine.database.Settings.batchLease().toSeconds());
    assertDefault(
        dev.outwork.engine.database.Settings.HISTORY_CLEANUP_MINUTES,
        dev.outwork.engine.database.Settings.historyCleanupInterval().toMinutes());
  }

  @ParameterizedTest
  @CsvSource({
    "outwork.max-body-bytes",
    "outwork.max-waiting",
    "outwork.batch.lease-seconds",
    "outwork.history.cleanup-minutes"
  })
  void the_table_has_what_a_refusal_says_is_allowed(String name) throws IOException {
    System.setProperty(name, "much");
    try {
      assertThatThrownBy(() -> read(name))
          .hasMessageStartingWith("%s is 'much': it must be an integer", name)
          .hasMessageEndingWith(
              table()
                  .get(name)
                  .unit()
                  .replaceAll("^[a-z]+, ", " between ")
                  .replace(" to ", " and "));
    } finally {
      System.clearProperty(name);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "16M", "1.5", "9999999999999"})
  void a_length_that_is_none_is_refused(String length) {
    System.setProperty(RestSettings.MAX_BODY_BYTES, length);

    assertThatThrownBy(() -> new RestSettings().check(null))
        .hasMessageContaining("'" + length + "'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "Always", "on"})
  void an_invalid_proxy_setting_is_refused(String text) {
    System.setProperty(RestSettings.BEHIND_PROXY, text);

    assertThatThrownBy(() -> new RestSettings().check(null)).hasMessageContaining("'" + text + "'");
  }

  @Test
  void variables_of_the_console_are_shown_or_hidden() {
    System.setProperty(RestSettings.CONSOLE_VARIABLES, "hidden");
    assertThat(RestSettings.consoleVariables()).isEqualTo(ConsoleVariables.HIDDEN);

    System.setProperty(RestSettings.CONSOLE_VARIABLES, "secret");
    assertThatThrownBy(() -> new RestSettings().check(null))
        .hasMessage("outwork.console.variables is 'secret': it must be shown or hidden");
  }

  @Test
  void origins_are_separated_by_commas() {
    System.setProperty(
        RestSettings.CORS_ORIGINS,
        " https://tasks.example.com,http://localhost:9000 , http://[::1]:9000,app://tasks,");

    assertThat(RestSettings.corsOrigins())
        .containsExactlyInAnyOrder(
            "https://tasks.example.com",
            "http://localhost:9000",
            "http://[::1]:9000",
            "app://tasks");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*",
        "null",
        "tasks.example.com",
        "https://tasks.example.com/",
        "https://*.example.com",
        "https://Tasks.example.com",
        "https://mary@tasks.example.com",
        "https://tasks.example.com:443",
        "http://tasks.example.com:80",
        "https://tasks.example.com http://localhost:9000"
      })
  void an_origin_that_no_browser_sends_is_refused(String origin) {
    System.setProperty(RestSettings.CORS_ORIGINS, "http://localhost:9000, " + origin);

    assertThatThrownBy(() -> new RestSettings().check(null))
        .hasMessageContaining("'" + origin + "'");
  }

  @Test
  void tokens_are_not_accepted_without_an_issuer() {
    assertThat(TokenSettings.read()).isEmpty();
  }

  @Test
  void the_table_has_the_defaults_of_tokens() throws IOException {
    acceptTokens();

    TokenSettings tokens = TokenSettings.read().orElseThrow();

    assertThat(tokens.audiences()).containsExactly("outwork", "outwork-test");
    assertDefault(TokenSettings.LEEWAY_SECONDS, tokens.leeway().toSeconds());
    assertDefault(TokenSettings.ALGORITHMS, String.join(",", tokens.algorithms()));
    assertDefault(TokenSettings.NAME_CLAIM, tokens.nameClaim());
    assertDefault(TokenSettings.GROUPS_CLAIM, tokens.groupsClaim());
    assertDefault(TokenSettings.TENANTS_CLAIM, tokens.tenantsClaim());
  }

  /** The API would be open although its operator believes that it asks for tokens. */
  @ParameterizedTest
  @ValueSource(
      strings = {"outwork.tokens.issuer", "outwork.tokens.audience", "outwork.tokens.keys"})
  void settings_of_tokens_that_need_another_are_refused(String missing) {
    acceptTokens();
    System.clearProperty(missing);

    assertThatThrownBy(() -> new RestSettings().check(null))
        .hasMessageEndingWith("needs " + missing + ", too");
  }

  @ParameterizedTest
  @CsvSource({
    "outwork.tokens.audience, outwork",
    "outwork.tokens.keys, /etc/keys.json",
    "outwork.tokens.leeway-seconds, 10",
    "outwork.tokens.algorithms, RS256",
    "outwork.tokens.name-claim, preferred_username",
    "outwork.tokens.groups-claim, roles",
    "outwork.tokens.tenants-claim, tenant"
  })
  void a_setting_of_tokens_alone_is_refused(String name, String value) {
    System.setProperty(name, value);

    assertThatThrownBy(() -> new RestSettings().check(null))
        .hasMessage(name + " needs outwork.tokens.issuer, too");
  }

  @ParameterizedTest
  @CsvSource({
    "outwork.tokens.algorithms, none, 'none'",
    "outwork.tokens.algorithms, 'RS256,HS256', 'HS256'",
    "outwork.tokens.algorithms, rs256, 'rs256'",
    "outwork.tokens.audience, 'outwork,', 'outwork,'",
    "outwork.tokens.leeway-seconds, 601, '601'",
    "outwork.tokens.leeway-seconds, PT30S, 'PT30S'"
  })
  void an_invalid_setting_of_tokens_is_refused(String name, String text, String named) {
    acceptTokens();
    System.setProperty(name, text);

    assertThatThrownBy(() -> new RestSettings().check(null))
        .hasMessageStartingWith(name)
        .hasMessageContaining("'" + named + "'");
  }

  private static void acceptTokens() {
    System.setProperty(TokenSettings.ISSUER, "https://id.example.com");
    System.setProperty(TokenSettings.AUDIENCE, "outwork, outwork-test");
    System.setProperty(TokenSettings.KEYS, "https://id.example.com/keys");
  }

  private static void read(String name) {
    switch (name) {
      case "outwork.max-body-bytes" -> RestSettings.maxBodyBytes();
      case "outwork.max-waiting" -> dev.outwork.engine.database.Settings.maxWaiting();
      case "outwork.batch.lease-seconds" -> dev.outwork.engine.database.Settings.batchLease();
      default -> dev.outwork.engine.database.Settings.historyCleanupInterval();
    }
  }

  private static void assertDefault(String name, Object value) throws IOException {
    assertThat(table().get(name).otherwise()).as(name).isEqualTo("`" + value + "`");
  }

  private static Map<String, Row> table() throws IOException {
    Map<String, Row> rows = new TreeMap<>();
    ROW.matcher(Files.readString(PROJECT.resolve("docs/operations.md")))
        .results()
        .forEach(row -> rows.put(row.group(1), new Row(row.group(2), row.group(3), row.group(4))));
    return rows;
  }

  private static boolean isMainSource(Path file) {
    String path = file.toString().replace('\\', '/');
    return path.contains("/src/main/java/") && path.endsWith(".java");
  }
}
