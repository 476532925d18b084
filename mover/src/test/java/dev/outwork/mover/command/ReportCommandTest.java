package dev.outwork.mover.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What an operator sees: one line for each thing that is wrong, and an exit code. */
class ReportCommandTest {
  private static Path script;

  @TempDir private Path folder;

  private final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int report(String url, String... options) {
    return report(Map.of(), url, options);
  }

  private int report(Map<String, String> environment, String url, String... options) {
    CommandLine commandLine = Mover.commandLine(environment);
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    List<String> always = List.of("report", "--source-url", url, "--source-user", "sa");
    return commandLine.execute(
        Stream.concat(always.stream(), Stream.of(options)).toArray(String[]::new));
  }

  private void assertOneLine(String text) {
    assertThat(err.toString().strip().lines()).hasSize(1).allMatch(line -> line.contains(text));
    assertThat(out.toString()).isEmpty();
  }

  private void sql(String... statements) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "sa", "");
        Statement statement = connection.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  /** One instance that can go, in a database that Camunda has made once for all tests. */
  private void camunda() throws SQLException {
    sql("runscript from '%s'".formatted(script));
  }

  @BeforeAll
  static void camundaMakesItsDatabase(@TempDir Path scripts) throws SQLException {
    String original = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    configuration.setProcessEngineName(original);
    configuration.setJdbcUrl(original);
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setMetricsEnabled(false);
    configuration.setJobExecutorActivate(false);
    ProcessEngine engine = configuration.buildProcessEngine();
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance(
            "order.bpmn",
            Bpmn.createExecutableProcess("order").startEvent().userTask("pay").endEvent().done())
        .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("order");
    script = scripts.resolve("camunda.sql");
    try (Connection connection = DriverManager.getConnection(original, "sa", "");
        Statement statement = connection.createStatement()) {
      statement.execute("script nopasswords to '%s'".formatted(script));
    }
    engine.close();
  }

  @Test
  void a_source_that_can_go_as_a_whole_is_a_success() throws SQLException {
    camunda();

    assertThat(report(url)).isZero();
    assertThat(out.toString()).contains("order v1").contains("pay");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_source_without_cases_and_decisions_has_no_tables_for_them() throws SQLException {
    camunda();
    sql(
        "drop table ACT_RE_DECISION_DEF cascade",
        "drop table ACT_RU_CASE_EXECUTION cascade",
        "drop table ACT_RE_CASE_DEF cascade");

    assertThat(report(url)).isZero();
    assertThat(out.toString()).contains("order v1");
  }

  @Test
  void one_instance_that_cannot_go_is_an_exit_code_and_a_list() throws SQLException {
    camunda();
    sql(
        "insert into ACT_RU_VARIABLE (ID_, REV_, TYPE_, NAME_, PROC_INST_ID_, VAR_SCOPE_)"
            + " select 'v', 1, 'serializable', 'names', ID_, ID_ from ACT_RU_EXECUTION");

    assertThat(report(url, "--list", "java_values")).isEqualTo(1);
    assertThat(out.toString().strip()).matches("\\w+");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void the_report_is_written_to_a_file() throws SQLException {
    camunda();
    Path file = folder.resolve("report.html");

    assertThat(report(url, "--format", "html", "--output", file.toString())).isZero();
    assertThat(file).content().startsWith("<!DOCTYPE html>").endsWith("</html>\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void a_file_that_cannot_be_written_is_a_failure() throws SQLException {
    camunda();

    assertThat(report(url, "--output", folder.resolve("none/report").toString())).isEqualTo(5);
    assertOneLine("there is no such file or folder");
  }

  @Test
  void a_password_file_that_is_not_there_is_a_failure() {
    assertThat(report(url, "--source-password-file", folder.resolve("none").toString()))
        .isEqualTo(5);
    assertOneLine("Cannot read");
  }

  @Test
  void the_password_is_the_first_line_of_a_file_or_in_the_environment() throws Exception {
    camunda();
    sql("alter user sa set password 'secret'");
    Path file = Files.writeString(folder.resolve("password"), "secret\nand more\n");

    assertThat(report(url, "--source-password-file", file.toString())).isZero();
    assertThat(report(Map.of("OUTWORK_SOURCE_PASSWORD", "secret"), url)).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void a_wrong_password_is_no_connection() throws SQLException {
    sql("alter user sa set password 'secret'");

    assertThat(report(Map.of("OUTWORK_SOURCE_PASSWORD", "guessed"), url)).isEqualTo(3);
    assertOneLine("Wrong user name or password");
    assertThat(err.toString()).doesNotContain("guessed");
  }

  @Test
  void a_database_that_does_not_exist_is_not_created() {
    Path database = folder.resolve("none");

    assertThat(report("jdbc:h2:file:" + database)).isEqualTo(3);
    assertOneLine("Cannot connect to 'jdbc:h2:file:");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void a_database_that_does_not_answer_is_no_connection() {
    assertThat(report("jdbc:postgresql://localhost:1/camunda")).isEqualTo(3);
    assertOneLine("refused");
  }

  @Test
  void a_missing_driver_is_no_connection() {
    assertThat(report("jdbc:oracle:thin:scott/tiger@//db:1521/xe")).isEqualTo(3);
    assertOneLine("no driver on the class path knows this URL");
    assertThat(err.toString()).doesNotContain("tiger");
  }

  @Test
  void what_is_no_url_is_no_connection() {
    assertThat(report("localhost")).isEqualTo(3);
    assertOneLine("no driver on the class path knows this URL");
  }

  @Test
  void another_database_is_none_of_camunda() throws SQLException {
    sql("create table customer (id int)");

    assertThat(report(url)).isEqualTo(4);
    assertOneLine("The database has no 'ACT_GE_SCHEMA_LOG'");
  }

  @Test
  void an_unknown_version_is_refused_with_what_was_found() throws SQLException {
    camunda();
    sql("insert into ACT_GE_SCHEMA_LOG values ('9000', timestamp '2999-01-01 00:00:00', '7.99.0')");

    assertThat(report(url)).isEqualTo(4);
    assertOneLine("'7.99.0'");
  }

  @Test
  void of_two_versions_of_one_moment_the_later_one_counts() throws SQLException {
    camunda();
    sql(
        "delete from ACT_GE_SCHEMA_LOG",
        "insert into ACT_GE_SCHEMA_LOG values ('900', timestamp '2026-01-01 00:00:00', '7.20.0')",
        "insert into ACT_GE_SCHEMA_LOG values ('1000', timestamp '2026-01-01 00:00:00', '7.21.0')");

    assertThat(report(url)).isZero();
    assertThat(out.toString()).contains("7.21.0");
  }

  @Test
  void the_oldest_schema_whose_scripts_camunda_still_has_is_read() throws Exception {
    for (String part :
        List.of("engine", "history", "case.engine", "case.history", "decision.engine")) {
      String script =
          "/org/camunda/bpm/engine/db/liquibase/baseline/liquibase.h2.create.%s.sql"
              .formatted(part);
      try (InputStream statements = getClass().getResourceAsStream(script)) {
        sql(new String(statements.readAllBytes(), StandardCharsets.UTF_8));
      }
    }

    assertThat(report(url)).isZero();
    assertThat(out.toString()).contains("7.16.0");
  }

  @Test
  void a_table_that_has_other_columns_is_refused_by_name() throws SQLException {
    camunda();
    sql("alter table ACT_RU_INCIDENT drop column INCIDENT_TYPE_");

    assertThat(report(url)).isEqualTo(4);
    assertOneLine("ACT_RU_INCIDENT");
  }

  @Test
  void a_wrong_option_is_explained() {
    assertThat(report(url, "--format", "pdf")).isEqualTo(2);
    assertThat(err.toString()).contains("--format").contains("TEXT, JSON, HTML");
  }
}
