package dev.outwork.mover.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.mover.moving.BothEngines;
import dev.outwork.mover.moving.ElementModels;
import dev.outwork.mover.moving.MoveSettings;
import dev.outwork.testkit.TestDatabase;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What an operator does and sees. */
class MoveCommandTest {
  private static BothEngines engines;

  @TempDir private Path folder;

  private StringWriter out;
  private StringWriter err;

  @BeforeAll
  static void startEngines() {
    engines = BothEngines.on(TestDatabase.H2);
    for (String key : List.of("sequence", "parallel", "loop")) {
      engines
          .camunda()
          .getRepositoryService()
          .createDeployment()
          .addString(key + ".bpmn", ElementModels.all().get(key))
          .deploy();
    }
  }

  @AfterAll
  static void stopEngines() {
    engines.close();
  }

  @BeforeEach
  void listen() {
    out = new StringWriter();
    err = new StringWriter();
  }

  private int run(String command, String... options) {
    MoveSettings settings = engines.settings();
    listen();
    CommandLine commandLine = Mover.commandLine(Map.of());
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    List<String> all =
        new ArrayList<>(
            List.of(
                command,
                "--source-url",
                settings.source().url(),
                "--source-user",
                "sa",
                "--target-url",
                settings.target().url(),
                "--target-user",
                "sa"));
    all.addAll(List.of(options));
    return commandLine.execute(all.toArray(String[]::new));
  }

  private static String start(String key, Map<String, Object> variables) {
    return engines.camunda().getRuntimeService().startProcessInstanceByKey(key, variables).getId();
  }

  @Test
  void a_slice_is_planned_moved_verified_taken_back_and_confirmed() throws IOException {
    String id = start("sequence", Map.of());
    Path plan = folder.resolve("plan");

    assertThat(run("move", "--dry-run", "--definition", "sequence", "--plan", plan.toString()))
        .isZero();
    assertThat(out.toString()).contains("1 root instances can go, 0 stay");
    assertThat(Files.readAllLines(plan)).containsExactly(id);
    assertThat(engines.outwork().runtime().processInstance(id)).isEmpty();

    assertThat(run("move", "--ids-file", plan.toString())).isZero();
    assertThat(out.toString()).contains("1 root instances have been moved, 0 stay");
    assertThat(engines.outwork().runtime().processInstance(id)).isPresent();

    assertThat(run("verify", "--definition", "sequence")).isZero();
    assertThat(out.toString()).contains("1 root instances compared, 0 differences");

    assertThat(run("undo", "--definition", "sequence")).isZero();
    assertThat(out.toString()).contains("1 root instances are back, 0 stay");
    assertThat(engines.outwork().runtime().processInstance(id)).isEmpty();

    assertThat(run("move", "--definition", "sequence")).isZero();
    assertThat(run("confirm", "--definition", "sequence")).isZero();
    assertThat(out.toString()).contains("1 root instances are confirmed");
    assertThat(run("undo", "--definition", "sequence")).isZero();
    assertThat(out.toString()).contains("0 root instances are back");
  }

  @Test
  void one_that_cannot_go_stays_active_and_is_named() {
    String java =
        start(
            "parallel",
            Variables.createVariables()
                .putValueTyped(
                    "names", Variables.objectValue(new ArrayList<>(List.of("Ann"))).create()));

    assertThat(run("move", "--definition", "parallel")).isEqualTo(1);
    assertThat(out.toString()).contains(java + ": ").contains("serialized Java");
    assertThat(
            engines
                .camunda()
                .getRuntimeService()
                .createProcessInstanceQuery()
                .processInstanceId(java)
                .active()
                .count())
        .isOne();

    assertThat(run("move", "--definition", "parallel", "--java-values", "leave_out")).isZero();
  }

  @ParameterizedTest
  @CsvSource({"--chunk, 0, 1", "--threads, 0, 1", "--most-per-second, -1, 0"})
  void a_number_that_is_too_small_is_refused(String option, String value, String least) {
    assertThat(run("move", option, value)).isEqualTo(2);
    assertThat(err.toString())
        .contains("%s is %s: it has to be at least %s".formatted(option, value, least));
  }

  @Test
  void history_since_a_time_is_refused_unless_it_is_of_ended_instances() {
    assertThat(run("undo", "--history-since", "2026-11-30T00:00:00Z")).isEqualTo(2);
    assertThat(err.toString()).contains("add --history all");
  }

  @Test
  void a_difference_is_an_exit_code() {
    String id = start("loop", Map.of("go", 1));
    assertThat(run("move", "--definition", "loop")).isZero();
    engines.outwork().runtime().deleteProcessInstance(id, "gone");

    assertThat(run("verify", "--definition", "loop")).isEqualTo(1);
    assertThat(out.toString()).contains(id).contains("process_instance");
  }

  @Test
  void a_target_that_is_not_there_is_no_connection() {
    MoveSettings settings = engines.settings();
    CommandLine commandLine = Mover.commandLine(Map.of());
    commandLine.setErr(new PrintWriter(err));

    assertThat(
            commandLine.execute(
                "move",
                "--source-url",
                settings.source().url(),
                "--source-user",
                "sa",
                "--target-url",
                "jdbc:h2:mem:none",
                "--target-user",
                "sa"))
        .isEqualTo(3);
    assertThat(err.toString()).contains("Cannot connect to 'jdbc:h2:mem:none'");
  }

  @Test
  void the_progress_says_how_long_it_may_still_take() {
    assertThat(Progress.line(50, 100, Duration.ofSeconds(5)))
        .isEqualTo("50 of 100 instances, 10 a second; about 5 s to go");
    assertThat(Progress.line(50, 0, Duration.ofSeconds(5))).isEqualTo("50 instances, 10 a second");
  }
}
