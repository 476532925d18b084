package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.outwork.api.ListQuery;
import dev.outwork.api.task.Task;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The words of a refusal, where a client may read them. */
class MessagesComparisonTest {
  /** start --> work (external) --> choice --> two ways, none of them open. */
  private static final String STUCK =
      """
      <process id="%1$s" isExecutable="true">
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
        <serviceTask id="work" camunda:type="external" camunda:topic="%1$s"/>
        <sequenceFlow id="f2" sourceRef="work" targetRef="choice"/>
        <%2$s id="choice"/>
        <sequenceFlow id="f3" sourceRef="choice" targetRef="one">
          <conditionExpression xsi:type="tFormalExpression">${1 == 2}</conditionExpression>
        </sequenceFlow>
        <sequenceFlow id="f4" sourceRef="choice" targetRef="two">
          <conditionExpression xsi:type="tFormalExpression">${1 == 3}</conditionExpression>
        </sequenceFlow>
        <task id="one"/>
        <task id="two"/>
      </process>
      """;

  private static void assertSame(ThrowingCallable onCamunda, ThrowingCallable onOutwork) {
    Throwable expected = catchThrowable(onCamunda);
    Throwable actual = catchThrowable(onOutwork);

    assertThat(expected).isNotNull();
    assertThat(actual).hasMessage(expected.getMessage());
  }

  @ParameterizedTest
  @ValueSource(strings = {"exclusiveGateway", "inclusiveGateway", "task"})
  void no_way_is_open(String kind) {
    String key = "words-" + kind;
    for (Played engine : List.of(BOTH.camunda(), BOTH.outwork())) {
      engine.deploy(Comparison.document(STUCK.formatted(key, kind)));
      engine.start(key);
    }

    assertSame(() -> BOTH.camunda().complete(key), () -> BOTH.outwork().complete(key));
  }

  @Test
  void a_name_is_not_known() {
    String document =
        Comparison.document(
            """
            <process id="words-name" isExecutable="true">
              <startEvent id="start"/>
              <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
              <userTask id="work" name="${unknown}"/>
            </process>
            """);
    BOTH.camunda().deploy(document);
    BOTH.outwork().deploy(document);

    Throwable expected = catchThrowable(() -> BOTH.camunda().start("words-name"));
    assertThat(catchThrowable(() -> BOTH.outwork().start("words-name")))
        .hasMessageEndingWith(expected.getMessage());
  }

  /** Two ids of one task: that of the reference, and ours. */
  @Test
  void a_task_is_suspended() {
    String document =
        Comparison.document(
            """
            <process id="words-suspended" isExecutable="true">
              <startEvent id="start"/>
              <sequenceFlow id="f1" sourceRef="start" targetRef="ask"/>
              <userTask id="ask"/>
            </process>
            """);
    BOTH.camunda().deploy(document);
    BOTH.outwork().deploy(document);
    var camunda = BOTH.camunda().engine();
    var outwork = BOTH.outwork().engine();
    String theirs = BOTH.camunda().start("words-suspended");
    String ours = BOTH.outwork().start("words-suspended");
    camunda.getRuntimeService().suspendProcessInstanceById(theirs);
    outwork.runtime().setProcessInstanceSuspended(ours, true);
    String theirTask =
        camunda.getTaskService().createTaskQuery().processInstanceId(theirs).singleResult().getId();
    String ourTask =
        outwork.tasks().tasks(ListQuery.all()).stream()
            .filter(task -> task.processInstanceId().equals(ours))
            .map(Task::id)
            .findFirst()
            .orElseThrow();

    Throwable expected = catchThrowable(() -> camunda.getTaskService().complete(theirTask));
    assertThat(catchThrowable(() -> outwork.tasks().complete(ourTask, Map.of())))
        .hasMessage(expected.getMessage().replace(theirTask, ourTask));
  }

  @Test
  void a_missing_or_unsupported_variable_in_a_name() {
    String unknown = UUID.randomUUID().toString();
    var camunda = BOTH.camunda().engine();
    var outwork = BOTH.outwork().engine();

    assertSame(
        () -> camunda.getExternalTaskService().setRetries(unknown, -1),
        () -> outwork.externalTasks().setRetries(unknown, -1));
    assertSame(
        () -> camunda.getExternalTaskService().setRetries(List.of(unknown), 1),
        () -> outwork.externalTasks().setRetries(List.of(unknown), 1));
    assertSame(
        () -> camunda.getExternalTaskService().setRetries(Arrays.asList(unknown, null), 1),
        () -> outwork.externalTasks().setRetries(Arrays.asList(unknown, null), 1));
    assertSame(
        () -> camunda.getManagementService().setJobRetries(unknown, -1),
        () -> outwork.management().setJobRetries(unknown, -1));
    assertSame(
        () -> camunda.getRuntimeService().deleteProcessInstance(unknown, null),
        () -> outwork.runtime().deleteProcessInstance(unknown, null));
    assertSame(
        () -> camunda.getRuntimeService().resolveIncident(unknown),
        () -> outwork.incidents().resolveIncident(unknown));
    assertSame(
        () -> camunda.getRuntimeService().startProcessInstanceById(unknown),
        () -> outwork.runtime().startProcessInstance(unknown, null, Map.of(), List.of()));
    assertSame(
        () -> camunda.getRuntimeService().correlateMessage(unknown),
        () -> BOTH.outwork().correlate(unknown, Map.of()));
  }
}
