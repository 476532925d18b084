package dev.outwork.comparison;

import static dev.outwork.comparison.Comparison.BOTH;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Code that Camunda 7 calls is, as the work of a topic, done in the same order, sees the same and
 * leaves the same behind.
 */
class CodeTopicsComparisonTest {
  private static final String CODE = Recorded.class.getName();

  private static final String EXECUTION_LISTENERS =
      """
      <camunda:executionListener class="%1$s" event="end"/>
      <camunda:executionListener class="%1$s" event="start"/>
      """
          .formatted(CODE);
  private static final String FLOW_LISTENER =
      "<camunda:executionListener class=\"%s\" event=\"take\"/>".formatted(CODE);
  private static final String TASK_LISTENERS =
      """
      <camunda:taskListener class="%1$s" event="complete"/>
      <camunda:taskListener class="%1$s" event="create"/>
      """
          .formatted(CODE);
  private static final String PARAMETERS =
      """
      <camunda:inputOutput>
        <camunda:inputParameter name="in">own</camunda:inputParameter>
        <camunda:outputParameter name="out">${in}, after ${last}</camunda:outputParameter>
      </camunda:inputOutput>
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<serviceTask id='n' camunda:class='CODE'/>",
        "<serviceTask id='n' camunda:class='CODE'><extensionElements>EXECUTION</extensionElements></serviceTask>",
        "<serviceTask id='n' camunda:class='CODE'><extensionElements>PARAMETERS EXECUTION</extensionElements></serviceTask>",
        "<sendTask id='n' camunda:class='CODE' camunda:asyncBefore='true'><extensionElements>EXECUTION</extensionElements></sendTask>",
        "<manualTask id='n'><extensionElements>EXECUTION</extensionElements></manualTask>",
        "<userTask id='n'><extensionElements>EXECUTION TASK PARAMETERS</extensionElements></userTask>",
        "<intermediateThrowEvent id='n'><extensionElements>EXECUTION</extensionElements></intermediateThrowEvent>",
        "<intermediateThrowEvent id='n'><messageEventDefinition camunda:class='CODE'/></intermediateThrowEvent>",
        "<exclusiveGateway id='n'><extensionElements><camunda:executionListener class='CODE' event='start'/></extensionElements></exclusiveGateway>",
        """
        <subProcess id='n'><extensionElements>EXECUTION</extensionElements>
          <startEvent id='inner'><extensionElements>EXECUTION</extensionElements></startEvent>
          <sequenceFlow id='i' sourceRef='inner' targetRef='innerEnd'/>
          <endEvent id='innerEnd'><extensionElements>EXECUTION</extensionElements></endEvent>
        </subProcess>
        """,
        """
        <serviceTask id='n' camunda:class='CODE'><extensionElements>EXECUTION</extensionElements>
          <multiInstanceLoopCharacteristics isSequential='true'><loopCardinality>3</loopCardinality></multiInstanceLoopCharacteristics>
        </serviceTask>
        """,
        """
        <subProcess id='n'>
          <startEvent id='inner'/>
          <sequenceFlow id='i' sourceRef='inner' targetRef='choice'><extensionElements>FLOW FLOW</extensionElements></sequenceFlow>
          <exclusiveGateway id='choice' default='no'/>
          <sequenceFlow id='yes' sourceRef='choice' targetRef='innerEnd'>
            <extensionElements>FLOW</extensionElements>
            <conditionExpression xsi:type='tFormalExpression'>${in == 'outer'}</conditionExpression>
          </sequenceFlow>
          <sequenceFlow id='no' sourceRef='choice' targetRef='innerEnd'><extensionElements>FLOW</extensionElements></sequenceFlow>
          <endEvent id='innerEnd'><extensionElements>EXECUTION</extensionElements></endEvent>
        </subProcess>
        """,
        """
        <userTask id='n'><extensionElements>TASK</extensionElements>
          <multiInstanceLoopCharacteristics isSequential='true'><loopCardinality>2</loopCardinality></multiInstanceLoopCharacteristics>
        </userTask>
        """,
      })
  void code_is_called_in_the_same_order_and_leaves_the_same(String node) {
    String key = "code-" + UUID.randomUUID();
    String document = document(key, "", node);

    Recorded.CALLS.clear();
    Map<String, String> expected = playOnCamunda(document, key);
    List<String> expectedCalls = List.copyOf(Recorded.CALLS);
    List<String> calls = new ArrayList<>();
    Map<String, String> actual = playOnOutwork(document, key, calls);

    assertThat(expectedCalls).isNotEmpty();
    assertThat(calls).isEqualTo(expectedCalls);
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void listeners_of_the_process_come_first_and_last() {
    String key = "code-" + UUID.randomUUID();
    String document =
        document(
            key,
            "<extensionElements>EXECUTION</extensionElements>",
            "<serviceTask id='n' camunda:class='CODE'/>");

    Recorded.CALLS.clear();
    playOnCamunda(document, key);
    List<String> calls = new ArrayList<>();
    playOnOutwork(document, key, calls);

    // Camunda 7 names the start event, although it has not come to it yet.
    assertThat(calls)
        .hasSize(3)
        .extracting(CodeTopicsComparisonTest::withoutPlace)
        .isEqualTo(Recorded.CALLS.stream().map(CodeTopicsComparisonTest::withoutPlace).toList());
  }

  private static String withoutPlace(String call) {
    return call.replaceFirst(" at \\S+", "");
  }

  /** start --> the node, whose id is {@code n} --> end. */
  private static String document(String key, String ofProcess, String node) {
    String process =
        """
        <process id="KEY" isExecutable="true">
          OF_PROCESS
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="n"/>
          NODE
          <sequenceFlow id="f2" sourceRef="n" targetRef="end"/>
          <endEvent id="end"/>
        </process>
        """;
    return Comparison.document(
        process
            .replace("KEY", key)
            .replace("OF_PROCESS", ofProcess)
            .replace("NODE", node)
            .replace("EXECUTION", EXECUTION_LISTENERS)
            .replace("FLOW", FLOW_LISTENER)
            .replace("TASK", TASK_LISTENERS)
            .replace("PARAMETERS", PARAMETERS)
            .replace("CODE", CODE));
  }

  private static Map<String, String> playOnCamunda(String document, String key) {
    ProcessEngine engine = BOTH.camunda().engine();
    BOTH.camunda().deploy(document);
    String instance = BOTH.camunda().start(key, Map.of("in", "outer"));
    BOTH.camunda().runJobs();
    for (var task = camundaTask(engine, instance);
        task != null;
        task = camundaTask(engine, instance)) {
      engine.getTaskService().complete(task.getId());
    }
    Course course = BOTH.camunda().course(instance);
    assertThat(course.state()).isEqualTo("COMPLETED");
    return course.variables();
  }

  private static org.camunda.bpm.engine.task.Task camundaTask(
      ProcessEngine engine, String instance) {
    return engine.getTaskService().createTaskQuery().processInstanceId(instance).singleResult();
  }

  private static Map<String, String> playOnOutwork(
      String document, String key, List<String> calls) {
    TestEngine engine = BOTH.outwork().engine();
    engine
        .repository()
        .createDeployment(
            DeploymentRequest.of("process.bpmn", document.getBytes(StandardCharsets.UTF_8))
                .withCodeBecomesTopics(true));
    String instance = BOTH.outwork().start(key, Map.of("in", "outer"));
    BOTH.outwork().runJobs();
    while (doesOne(engine, instance, calls)) {
      BOTH.outwork().runJobs();
    }
    Course course = BOTH.outwork().course(instance);
    assertThat(course.state()).isEqualTo("COMPLETED");
    return course.variables();
  }

  private static boolean doesOne(TestEngine engine, String instance, List<String> calls) {
    List<LockedExternalTask> work =
        engine.externalTasks().fetchAndLock(FetchAndLock.of("worker", 1, topic()));
    if (!work.isEmpty()) {
      call(engine, work.get(0), calls);
      return true;
    }
    List<Task> tasks =
        engine.tasks().tasks(ListQuery.all()).stream()
            .filter(task -> task.processInstanceId().equals(instance))
            .toList();
    tasks.forEach(task -> engine.tasks().complete(task.id(), Map.of()));
    return !tasks.isEmpty();
  }

  private static void call(TestEngine engine, LockedExternalTask work, List<String> calls) {
    String activity = work.task().activityId().replaceFirst("#.*", "");
    String event = work.extensionProperties().get(CodeProperty.EVENT);
    String call = Recorded.call(activity, event, work.variables().get("in").value());
    calls.add(call);
    engine
        .externalTasks()
        .complete(work.task().id(), "worker", Map.of("last", TypedValue.string(call)), Map.of());
  }

  private static Topic topic() {
    return Topic.builder(CODE, Duration.ofMinutes(1)).includeExtensionProperties(true).build();
  }
}
