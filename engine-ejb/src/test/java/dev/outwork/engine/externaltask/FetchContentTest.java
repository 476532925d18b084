package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What a worker is told of the tasks that it gets, and which it never gets (docs/rest-api.md,
 * "External task fields" and "Fetch and lock").
 */
class FetchContentTest extends SharedEngineTest {
  /** start --> archive (external, with an input parameter and extension properties) --> end. */
  private static final String ARCHIVE =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="archiving" isExecutable="true" camunda:versionTag="v1">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="archive"/>
          <serviceTask id="archive" camunda:type="external" camunda:topic="archive" camunda:taskPriority="7">
            <extensionElements>
              <camunda:inputOutput>
                <camunda:inputParameter name="title">of the task</camunda:inputParameter>
              </camunda:inputOutput>
              <camunda:properties>
                <camunda:property name="shelf" value="3"/>
                <camunda:property name="box" value="blue"/>
              </camunda:properties>
            </extensionElements>
          </serviceTask>
          <sequenceFlow id="out" sourceRef="archive" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  private static final Duration LOCK = Duration.ofMinutes(5);

  private ProcessInstance instance;

  @BeforeEach
  void startOneInstance() {
    String definitionId = engine.deploy(ARCHIVE).id();
    instance =
        engine
            .runtime()
            .startProcessInstance(
                definitionId,
                "order 66",
                Map.of(
                    "title", TypedValue.string("of the instance"),
                    "pages", TypedValue.integer(12),
                    "scan",
                        TypedValue.file(
                            "scan.txt",
                            "text/plain",
                            "UTF-8",
                            "content".getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void a_worker_is_told_all_facts_of_its_task() {
    ExternalTask task = alice.fetchesOne("archive").task();

    assertThat(task.topicName()).isEqualTo("archive");
    assertThat(task.activityId()).isEqualTo("archive");
    assertThat(task.activityInstanceId()).isEqualTo("archive:" + task.executionId());
    assertThat(task.processInstanceId()).isEqualTo(instance.id());
    assertThat(task.processDefinitionId()).isEqualTo(instance.processDefinitionId());
    assertThat(task.processDefinitionKey()).isEqualTo("archiving");
    assertThat(task.processDefinitionVersionTag()).isEqualTo("v1");
    assertThat(task.tenantId()).isNull();
    assertThat(task.businessKey()).isEqualTo("order 66");
    assertThat(task.workerId()).isEqualTo("alice");
    assertThat(task.lockExpirationTime()).isEqualTo(engine.clock().instant().plus(LOCK));
    assertThat(task.createTime()).isEqualTo(engine.clock().instant());
    assertThat(task.retries()).isNull();
    assertThat(task.errorMessage()).isNull();
    assertThat(task.suspended()).isFalse();
    assertThat(task.priority()).isEqualTo(7);
  }

  @Test
  void a_worker_gets_the_visible_properties() {
    ExternalTask task = alice.fetchesOne("archive").task();

    assertThat(engine.externalTasks().externalTask(task.id())).contains(task);
  }

  @Test
  void all_variables_come_along_unless_some_are_named_and_inner_ones_hide_outer_ones() {
    Map<String, TypedValue> variables = fetched(null, false).variables();

    assertThat(variables).containsOnlyKeys("title", "pages", "scan");
    assertThat(variables).containsEntry("title", TypedValue.string("of the task"));
    assertThat(variables).containsEntry("pages", TypedValue.integer(12));
  }

  @Test
  void no_variables_come_along_if_none_are_named() {
    assertThat(fetched(List.of(), false).variables()).isEmpty();
  }

  @Test
  void only_the_named_variables_come_along_as_far_as_they_exist() {
    assertThat(fetched(List.of("pages", "unheard of"), false).variables())
        .containsOnlyKeys("pages");
  }

  @Test
  void only_local_variables_come_along_on_request() {
    assertThat(fetched(null, true).variables())
        .containsExactly(Map.entry("title", TypedValue.string("of the task")));
  }

  @Test
  void a_name_that_is_not_local_does_not_come_along_with_the_local_ones() {
    assertThat(fetched(List.of("pages"), true).variables()).isEmpty();
  }

  @Test
  void a_file_comes_without_its_content() {
    TypedValue scan = fetched(List.of("scan"), false).variables().get("scan");

    assertThat(scan.type()).isEqualTo(ValueType.FILE);
    assertThat(scan.value()).isNull();
    assertThat(scan.valueInfo())
        .containsOnly(
            Map.entry("filename", "scan.txt"),
            Map.entry("mimeType", "text/plain"),
            Map.entry("encoding", "UTF-8"));
  }

  @Test
  void variables_are_selected_for_each_topic_of_its_own() {
    String definitionId =
        engine.deploy(ARCHIVE.replace("camunda:topic=\"archive\"", "camunda:topic=\"other\"")).id();
    engine
        .runtime()
        .startProcessInstance(definitionId, "other", Map.of("pages", TypedValue.integer(1)));

    List<LockedExternalTask> tasks =
        engine
            .externalTasks()
            .fetchAndLock(
                FetchAndLock.of(
                    "alice",
                    10,
                    topic("archive", List.of("title"), false, false),
                    topic("other", List.of("pages"), false, true)));

    assertThat(tasks)
        .extracting(locked -> locked.variables().keySet().iterator().next())
        .containsExactly("title", "pages");
    assertThat(tasks)
        .extracting(locked -> locked.extensionProperties().size())
        .containsExactly(0, 2);
  }

  @Test
  void extension_properties_come_along_on_request() {
    Topic asking = topic("archive", List.of(), false, true);

    assertThat(fetchedBy(asking).extensionProperties())
        .containsOnly(Map.entry("shelf", "3"), Map.entry("box", "blue"));
  }

  @Test
  void extension_properties_stay_behind_unless_requested() {
    assertThat(fetched(null, false).extensionProperties()).isEmpty();
  }

  @Test
  void the_last_failure_comes_along() {
    LockedExternalTask task = alice.fetchesOne("archive");
    report(task, "first", "stack of the first");
    engine.clock().advance(Duration.ofMillis(1));

    LockedExternalTask again = alice.fetchesOne("archive");

    assertThat(task.errorDetails()).isNull();
    assertThat(again.errorDetails()).isEqualTo("stack of the first");
    assertThat(again.task().errorMessage()).isEqualTo("first");
    assertThat(again.task().retries()).isEqualTo(3);
  }

  @Test
  void a_failure_without_details_keeps_those_of_an_earlier_one() {
    LockedExternalTask task = alice.fetchesOne("archive");
    report(task, "first", "stack of the first");
    report(task, null, null);
    engine.clock().advance(Duration.ofMillis(1));

    LockedExternalTask again = alice.fetchesOne("archive");

    assertThat(again.errorDetails()).isEqualTo("stack of the first");
    assertThat(again.task().errorMessage()).isNull();
  }

  @Test
  void an_error_message_is_cut_after_666_characters_and_details_are_not() {
    LockedExternalTask task = alice.fetchesOne("archive");
    report(task, "x".repeat(700), "y".repeat(100_000));
    engine.clock().advance(Duration.ofMillis(1));

    LockedExternalTask again = alice.fetchesOne("archive");

    assertThat(again.task().errorMessage()).isEqualTo("x".repeat(666));
    assertThat(again.errorDetails()).hasSize(100_000);
  }

  @Test
  void an_error_message_is_not_cut_in_the_middle_of_a_character() {
    LockedExternalTask task = alice.fetchesOne("archive");

    report(task, "x".repeat(665) + "\uD83D\uDE00", null);

    assertThat(engine.externalTasks().externalTask(task.task().id()).orElseThrow().errorMessage())
        .isEqualTo("x".repeat(665));
  }

  @Test
  void a_suspended_task_is_not_offered() {
    engine.runtime().setProcessInstanceSuspended(instance.id(), true);

    assertThat(alice.fetches("archive")).isEmpty();
  }

  @Test
  void a_task_without_retries_left_is_not_offered() {
    String id = alice.fetchesOne("archive").task().id();
    engine.externalTasks().setRetries(id, 0);

    engine.externalTasks().unlock(id);

    assertThat(alice.fetches("archive")).isEmpty();
  }

  @Test
  void a_task_without_a_topic_is_not_offered() {
    engine.deploy(ARCHIVE.replace("camunda:topic=\"archive\"", "camunda:topic=\"${topic}\""));
    ProcessInstance without = engine.start("archiving", Map.of("topic", TypedValue.NULL));

    assertThat(engine.waitsAt(without)).containsExactly("archive");
    assertThat(alice.fetches("archive", "null", "")).hasSize(1);
  }

  private void report(LockedExternalTask task, String message, String details) {
    engine
        .externalTasks()
        .handleFailure(
            task.task().id(),
            "alice",
            new Failure(message, details, 3, Duration.ofMillis(1), Map.of(), Map.of()));
  }

  private LockedExternalTask fetched(List<String> variables, boolean local) {
    return fetchedBy(topic("archive", variables, local, false));
  }

  private LockedExternalTask fetchedBy(Topic topic) {
    return engine.externalTasks().fetchAndLock(FetchAndLock.of("alice", 10, topic)).get(0);
  }

  private static Topic topic(
      String name, List<String> variables, boolean local, boolean properties) {
    return Topic.builder(name, LOCK)
        .variables(variables)
        .localVariables(local)
        .includeExtensionProperties(properties)
        .build();
  }
}
