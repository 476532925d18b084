package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.task.Task;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The properties of the execution in expressions. */
class ExecutionComparisonTest {
  private static final String ALL =
      text(
          "id",
          "parentId",
          "processInstanceId",
          "rootProcessInstanceId",
          "superExecutionId",
          "processDefinitionKey",
          "processBusinessKey",
          "businessKey",
          "activityId",
          "currentActivityId",
          "currentActivityName",
          "activityInstanceId",
          "parentActivityInstanceId",
          "currentTransitionId",
          "tenantId",
          "eventName",
          "canceled",
          "suspended");

  /** The name of a user task has 255 characters. */
  private static final String SOME =
      text("id", "parentId", "currentActivityId", "activityInstanceId", "parentActivityInstanceId");

  /**
   * start --> outer [ begin --> ask (user task) --> gate --> work (external, input, outputs) ]; a
   * message takes the work away.
   */
  private static final String PROCESS =
      """
      <message id="%1$s-stop" name="%1$s-stop"/>
      <process id="%1$s" isExecutable="true">
        <startEvent id="start"/>
        <sequenceFlow id="f1" sourceRef="start" targetRef="outer"/>
        <subProcess id="outer" name="Outer">
          <startEvent id="begin"/>
          <sequenceFlow id="f2" sourceRef="begin" targetRef="ask"/>
          <userTask id="ask" name="%2$s">
            <extensionElements>
              <camunda:inputOutput>
                <camunda:inputParameter name="any">gives it an execution of its own</camunda:inputParameter>
              </camunda:inputOutput>
            </extensionElements>
          </userTask>
          <sequenceFlow id="f3" sourceRef="ask" targetRef="gate"/>
          <exclusiveGateway id="gate" name="Gate" default="f5"/>
          <sequenceFlow id="f4" sourceRef="gate" targetRef="work">
            <conditionExpression xsi:type="tFormalExpression">%3$s</conditionExpression>
          </sequenceFlow>
          <sequenceFlow id="f5" sourceRef="gate" targetRef="wrong"/>
          <userTask id="wrong"/>
          <serviceTask id="work" name="Work" camunda:type="external" camunda:topic="%1$s">
            <extensionElements>
              <camunda:inputOutput>
                <camunda:inputParameter name="in">%4$s</camunda:inputParameter>
                <camunda:outputParameter name="atEntry">${in}</camunda:outputParameter>
                <camunda:outputParameter name="atExit">%4$s</camunda:outputParameter>
              </camunda:inputOutput>
            </extensionElements>
          </serviceTask>
          <boundaryEvent id="stopped" attachedToRef="work">
            <messageEventDefinition messageRef="%1$s-stop"/>
          </boundaryEvent>
        </subProcess>
        <sequenceFlow id="f6" sourceRef="outer" targetRef="after"/>
        <userTask id="after"/>
      </process>
      """;

  private static final String CONDITION =
      "${execution.currentActivityId == 'gate' and execution.currentActivityName == 'Gate'"
          + " and not execution.canceled and execution.eventName == null and execution.currentTransitionId == null"
          + " and execution.variables.v == 1 and execution.variables.unknown == null"
          + " and execution.variablesLocal.v == null and execution.processInstance.id == execution.processInstanceId}";

  private static String text(String... properties) {
    return Arrays.stream(properties)
        .map(property -> "%s=${execution.%s}".formatted(property, property))
        .collect(Collectors.joining(" "));
  }

  /** The ids of an instance, so that texts of two engines can be compared. */
  private static final class Ids {
    private final Map<String, String> names = new LinkedHashMap<>();

    void add(String id, String name) {
      names.putIfAbsent(id, name);
    }

    String hide(String text) {
      for (Map.Entry<String, String> id : names.entrySet()) {
        text =
            text.replaceAll(
                "=\\Q%s\\E( |$)".formatted(id.getKey()), "=<%s>$1".formatted(id.getValue()));
      }
      return text;
    }
  }

  private static List<String> play(Played engine, String key, boolean canceled) {
    engine.deploy(Comparison.document(PROCESS.formatted(key, SOME, CONDITION, ALL)));
    String instance = engine.start(key, Map.of("v", 1, "execution", "hidden"));
    Ids ids = new Ids();
    ids.add(instance, "instance");
    String name = nameOfTask(engine, instance, ids);
    engine.completeTask("ask", Map.of());
    idsOfWork(engine, instance, ids);
    if (canceled) {
      engine.correlate(key + "-stop", Map.of());
    } else {
      engine.complete(key);
    }
    Map<String, String> variables = engine.course(instance).variables();
    engine.completeTask("after", Map.of());
    return List.of(
        ids.hide(name), ids.hide(variables.get("atEntry")), ids.hide(variables.get("atExit")));
  }

  private static String nameOfTask(Played engine, String instance, Ids ids) {
    if (engine == BOTH.camunda()) {
      var asked = BOTH.camunda().engine();
      var outer =
          asked.getRuntimeService().getActivityInstance(instance).getChildActivityInstances()[0];
      var task =
          asked.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
      ids.add(task.getExecutionId(), "execution of ask");
      ids.add(outer.getChildActivityInstances()[0].getId(), "ask");
      ids.add(outer.getId(), "outer");
      ids.add(outer.getExecutionIds()[0], "execution of outer");
      return task.getName();
    }
    var asked = BOTH.outwork().engine();
    var outer = asked.runtime().activityInstances(instance).childActivityInstances().get(0);
    Task task =
        asked.tasks().tasks(ListQuery.all()).stream()
            .filter(any -> any.processInstanceId().equals(instance))
            .findFirst()
            .orElseThrow();
    ids.add(task.executionId(), "execution of ask");
    ids.add(outer.childActivityInstances().get(0).id(), "ask");
    ids.add(outer.id(), "outer");
    ids.add(outer.executionIds().get(0), "execution of outer");
    return task.name();
  }

  private static void idsOfWork(Played engine, String instance, Ids ids) {
    if (engine == BOTH.camunda()) {
      var task =
          BOTH.camunda()
              .engine()
              .getExternalTaskService()
              .createExternalTaskQuery()
              .processInstanceId(instance)
              .singleResult();
      ids.add(task.getExecutionId(), "execution of work");
      ids.add(task.getActivityInstanceId(), "work");
      return;
    }
    var task =
        BOTH.outwork().engine().externalTasks().externalTasks(ListQuery.all()).stream()
            .filter(any -> any.processInstanceId().equals(instance))
            .findFirst()
            .orElseThrow();
    ids.add(task.executionId(), "execution of work");
    ids.add(task.activityInstanceId(), "work");
  }

  @Test
  void an_execution_tells_the_same_of_itself() {
    List<String> expected = play(BOTH.camunda(), "execution-done", false);

    assertThat(play(BOTH.outwork(), "execution-done", false)).isEqualTo(expected);
  }

  @Test
  void a_cancelled_activity_also_sets_its_outputs() {
    List<String> expected = play(BOTH.camunda(), "execution-canceled", true);

    assertThat(play(BOTH.outwork(), "execution-canceled", true)).isEqualTo(expected);
    assertThat(expected.get(2)).contains("canceled=true");
  }

  @Test
  void unsupported_members_are_refused() {
    String document =
        Comparison.document(
            """
            <process id="execution-nonsense" isExecutable="true">
              <startEvent id="start"/>
              <sequenceFlow id="f1" sourceRef="start" targetRef="work"/>
              <serviceTask id="work" camunda:type="external" camunda:topic="${execution.nonsense}"/>
            </process>
            """);
    BOTH.camunda().deploy(document);

    assertThatThrownBy(() -> BOTH.camunda().start("execution-nonsense"))
        .hasMessageContaining("nonsense");
    assertThatThrownBy(() -> BOTH.outwork().deploy(document)).hasMessageContaining("nonsense");
  }
}
