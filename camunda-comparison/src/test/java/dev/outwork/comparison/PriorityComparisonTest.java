package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Priorities that are computed, and cannot be. */
class PriorityComparisonTest {
  private static final String REFUSED = "refused";

  /** start --> before (external) --> work (external; a job leads to it, if that has a priority). */
  private static final String PROCESS =
      """
      <process id="%1$s" isExecutable="true" %3$s>
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="before"/>
        <serviceTask id="before" camunda:type="external" camunda:topic="%1$s-before"/>
        <sequenceFlow id="f2" sourceRef="before" targetRef="work"/>
        <serviceTask id="work" camunda:type="external" camunda:topic="%1$s-work" %2$s/>
      </process>
      """;

  private static final Map<String, Object> VALUES = new HashMap<>();

  static {
    VALUES.put("short", (short) 7);
    VALUES.put("integer", 7);
    VALUES.put("long", 7L);
    VALUES.put("double", 7.0);
    VALUES.put("text", "7");
    VALUES.put("word", "high");
    VALUES.put("yes", true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${short}",
        "${integer}",
        "${long + 1}",
        "${unknown}",
        "${unknown + 1}",
        "${integer.part}",
        "${word + 1}",
        "${text + 1}",
        "${text}",
        "${word}",
        "${yes}",
        "${double}"
      })
  void a_priority_is_taken_or_0_or_refused(String expression) {
    assertSame("camunda:taskPriority=\"%s\"".formatted(expression), "");
    assertSame("camunda:asyncBefore=\"true\" camunda:jobPriority=\"%s\"".formatted(expression), "");
  }

  @ParameterizedTest
  @CsvSource({
    "camunda:taskPriority, ${unknown}, 5",
    "camunda:taskPriority, ${integer}, 5",
    "camunda:taskPriority,, 5",
    "camunda:taskPriority,, ${unknown}",
    "camunda:jobPriority, ${unknown}, 5",
    "camunda:jobPriority,, ${integer}",
    "camunda:jobPriority,, ${unknown}"
  })
  void a_process_has_a_priority_for_its_elements(String attribute, String own, String ofProcess) {
    String async = attribute.endsWith("jobPriority") ? "camunda:asyncBefore=\"true\" " : "";
    assertSame(
        async + (own == null ? "" : "%s=\"%s\"".formatted(attribute, own)),
        "%s=\"%s\"".formatted(attribute, ofProcess));
  }

  private static void assertSame(String ofElement, String ofProcess) {
    String key = "priority-" + UUID.randomUUID();
    String document = Comparison.document(PROCESS.formatted(key, ofElement, ofProcess));

    String expected = play(BOTH.camunda(), document, key);
    String actual = play(BOTH.outwork(), document, key);

    assertThat(actual).as(ofElement + " " + ofProcess).isEqualTo(expected);
  }

  /** The priorities of the work, or of the job that leads to it, or that it is refused. */
  private static String play(Played engine, String document, String key) {
    engine.deploy(document);
    String instance = engine.start(key, VALUES);
    try {
      engine.complete(key + "-before");
    } catch (RuntimeException refused) {
      return REFUSED;
    }
    String priorities =
        (engine == BOTH.camunda() ? onCamunda(instance) : onOutwork(instance)).toString();
    engine.runJobs();
    return priorities;
  }

  private static List<Long> onCamunda(String instance) {
    var engine = BOTH.camunda().engine();
    var jobs = engine.getManagementService().createJobQuery().processInstanceId(instance).list();
    return jobs.isEmpty()
        ? engine
            .getExternalTaskService()
            .createExternalTaskQuery()
            .processInstanceId(instance)
            .list()
            .stream()
            .map(task -> task.getPriority())
            .toList()
        : jobs.stream().map(job -> job.getPriority()).toList();
  }

  private static List<Long> onOutwork(String instance) {
    var engine = BOTH.outwork().engine();
    var jobs =
        engine
            .management()
            .jobs(
                ListQuery.<JobFilter, JobSort>all().with(JobFilter.PROCESS_INSTANCE_ID, instance));
    return jobs.isEmpty()
        ? engine
            .externalTasks()
            .externalTasks(
                ListQuery.<ExternalTaskFilter, ExternalTaskSort>all()
                    .with(ExternalTaskFilter.PROCESS_INSTANCE_ID, instance))
            .stream()
            .map(task -> task.priority())
            .toList()
        : jobs.stream().map(job -> job.priority()).toList();
  }
}
