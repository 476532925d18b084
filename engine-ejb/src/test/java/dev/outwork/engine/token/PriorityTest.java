package dev.outwork.engine.token;

import static dev.outwork.engine.token.Sketch.asyncBefore;
import static dev.outwork.engine.token.Sketch.catching;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.process;
import static dev.outwork.engine.token.Sketch.start;
import static dev.outwork.engine.token.Sketch.timer;
import static dev.outwork.engine.token.Sketch.user;
import static dev.outwork.engine.token.Sketch.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.job.Job;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a priority that is computed (docs/rest-api.md, "Topic and priority"). */
@ParameterizedClass
@EnumSource(TestDatabase.class)
class PriorityTest {
  private static TestEngine engine;

  @Parameter TestDatabase database;

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) {
    engine = TestEngine.on(database);
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
  }

  @AfterEach
  void endWhatStillRuns() {
    engine.endWhatStillRuns();
  }

  /** start --> before (external) --> work (external or a user task, or a job leads to it). */
  private static void playUpTo(String work, Object p) {
    engine.deploy(
        process(start("start"), external("before"), work, path("start", "before", "work")));
    Map<String, Object> variables = new HashMap<>();
    variables.put("p", p);
    engine.start("p", variables);
    engine.worker("worker").completes(engine.worker("worker").fetchesOne("before"));
  }

  private static String taskPriority(String expression) {
    return with("camunda:taskPriority", expression, external("work"));
  }

  private static String jobPriority(String expression) {
    return with("camunda:jobPriority", expression, asyncBefore(external("work")));
  }

  private static List<Long> priorities() {
    return Stream.concat(
            engine.externalTasks().externalTasks(ListQuery.all()).stream()
                .map(ExternalTask::priority),
            engine.management().jobs(ListQuery.all()).stream().map(Job::priority))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"${unknown}", "${unknown + 1}", "${p.part}", "${p + 'x'}"})
  void what_cannot_be_evaluated_is_0(String expression) {
    playUpTo(taskPriority(expression), 7);
    assertThat(priorities()).containsExactly(0L);

    engine.endWhatStillRuns();
    playUpTo(jobPriority(expression), 7);
    assertThat(priorities()).containsExactly(0L);
  }

  /** start --> before (external) --> work (a timer that waits). */
  @ParameterizedTest
  @ValueSource(strings = {"${unknown}", "${p.part}"})
  void the_job_of_a_timer_has_the_priority_0_then(String expression) {
    playUpTo(with("camunda:jobPriority", expression, catching("work", timer("PT1H"))), 7);

    assertThat(priorities()).containsExactly(0L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"${p}", "${p + 0}", "${p * 1}"})
  void a_whole_number_is_taken(String expression) {
    playUpTo(taskPriority(expression), 7);
    assertThat(priorities()).containsExactly(7L);

    engine.endWhatStillRuns();
    playUpTo(jobPriority(expression), 7L);
    assertThat(priorities()).containsExactly(7L);
  }

  @ParameterizedTest
  @ValueSource(strings = {"taskPriority", "jobPriority"})
  void nothing_is_0(String attribute) {
    playUpTo(with("camunda:" + attribute, "${p}", asyncBefore(external("work"))), null);
    engine.runDueJobs();

    assertThat(priorities()).containsExactly(0L);
  }

  /** An element whose own priority cannot be evaluated does not get that of its process. */
  @ParameterizedTest
  @CsvSource({"taskPriority, ${unknown}, 0", "taskPriority, ${p}, 7", "taskPriority,, 5"})
  void the_priority_of_the_process_is_for_elements_without_one(
      String attribute, String own, long expected) {
    String work = own == null ? external("work") : taskPriority(own);
    engine.deploy(
        process(start("start"), work, path("start", "work"))
            .replace("<process ", "<process camunda:%s=\"${2 + 3}\" ".formatted(attribute)));
    engine.start("p", Map.of("p", 7));

    assertThat(priorities()).containsExactly(expected);
  }

  static List<Object> noWholeNumbers() {
    return List.of("7", "high", true, 7.0);
  }

  @ParameterizedTest
  @MethodSource("noWholeNumbers")
  void what_is_no_whole_number_is_refused(Object value) {
    String words =
        value instanceof Number
            ? "Priority value must be either Short, Integer, or Long"
            : "Priority value is not an Integer";
    for (String work : List.of(taskPriority("${p}"), jobPriority("${p}"))) {
      assertThatThrownBy(() -> playUpTo(work, value))
          .isInstanceOf(ProcessEngineException.class)
          .hasMessageEndingWith("in process 'p': " + words);
      engine.endWhatStillRuns();
    }
  }

  /** start --> before (external) --> work (user task). */
  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {"7, 7", "' 8', 8", "null, 50"})
  void the_priority_of_a_user_task_may_be_a_text(String value, int expected) {
    playUpTo(with("camunda:priority", "${p}", user("work")), value);

    assertThat(engine.tasks().tasks(ListQuery.all()))
        .extracting(task -> task.details().priority())
        .containsExactly(expected);
  }

  static List<Object> noPrioritiesOfUserTasks() {
    return List.of("high", true, 3_000_000_000L, 7.5);
  }

  @ParameterizedTest
  @MethodSource("noPrioritiesOfUserTasks")
  void what_a_user_task_cannot_have_is_refused(Object value) {
    assertThatThrownBy(() -> playUpTo(with("camunda:priority", "${p}", user("work")), value))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageEndingWith("in process 'p': Priority does not resolve to a number of 32 bits");
  }
}
