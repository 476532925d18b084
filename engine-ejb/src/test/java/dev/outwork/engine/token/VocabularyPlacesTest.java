package dev.outwork.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The vocabulary of expressions holds wherever an expression may stand. */
class VocabularyPlacesTest extends SharedEngineTest {
  private static final String DOCUMENT =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="t">
        <process id="places" isExecutable="true">%s</process>
      </definitions>
      """;

  private static ProcessInstance start(String content, Map<String, ?> variables) {
    engine
        .repository()
        .createDeployment(
            DeploymentRequest.of(
                "places.bpmn", DOCUMENT.formatted(content).getBytes(StandardCharsets.UTF_8)));
    return engine.start("places", variables);
  }

  private static String flow(String from, String to, String content) {
    return "<sequenceFlow id=\"%s-%s\" sourceRef=\"%s\" targetRef=\"%s\">%s</sequenceFlow>"
        .formatted(from, to, from, to, content);
  }

  @Test
  void in_conditions_of_flows_and_topics() {
    String condition =
        "<conditionExpression xsi:type=\"tFormalExpression\">${execution.getVariable('unknown') == null"
            + " &amp;&amp; name.startsWith('A')}</conditionExpression>";
    ProcessInstance instance =
        start(
            "<startEvent id=\"start\"/><exclusiveGateway id=\"gate\" default=\"gate-no\"/><task id=\"no\"/>"
                + "<serviceTask id=\"yes\" camunda:type=\"external\" camunda:topic=\"${name.toLowerCase()}\""
                + " camunda:taskPriority=\"${name.length()}\"/>"
                + flow("start", "gate", "")
                + flow("gate", "yes", condition)
                + flow("gate", "no", ""),
            Map.of("name", "Ada"));

    var task = alice.fetchesOne("ada");

    assertThat(task.task().priority()).isEqualTo(3);
    assertThat(engine.path(instance)).containsExactly("start", "gate", "yes");
  }

  @Test
  void in_what_a_user_task_has_and_in_timers() {
    start(
        "<startEvent id=\"start\"/><userTask id=\"ask\" name=\"Ask ${name.toUpperCase()}\""
            + " camunda:assignee=\"${name.split(',')[0]}\" camunda:priority=\"${name.length()}\""
            + " camunda:dueDate=\"${dateTime().plusDays(2).toDate()}\" camunda:followUpDate=\"${now()}\"/>"
            + "<boundaryEvent id=\"late\" attachedToRef=\"ask\"><timerEventDefinition>"
            + "<timeDate>${dateTime().plusHours(1).toDate()}</timeDate></timerEventDefinition></boundaryEvent>"
            + flow("start", "ask", ""),
        Map.of("name", "ada,bob"));

    Task task = engine.tasks().tasks(ListQuery.all()).get(0);
    Instant now = engine.clock().instant();

    assertThat(task.name()).isEqualTo("Ask ADA,BOB");
    assertThat(task.assignee()).isEqualTo("ada");
    assertThat(task.details().priority()).isEqualTo(7);
    assertThat(task.details().due()).isEqualTo(now.plus(Duration.ofDays(2)));
    assertThat(task.details().followUp()).isEqualTo(now);
    assertThat(engine.management().jobs(ListQuery.<JobFilter, JobSort>all()).get(0).dueDate())
        .isEqualTo(now.plus(Duration.ofHours(1)));
  }

  @Test
  void in_collections_inputs_and_completion_conditions() {
    ProcessInstance instance =
        start(
            "<startEvent id=\"start\"/><serviceTask id=\"each\" camunda:type=\"external\" camunda:topic=\"each\">"
                + "<extensionElements><camunda:inputOutput><camunda:inputParameter name=\"shown\">"
                + "${execution.getVariable('item').trim()}${execution.getVariable('loopCounter').toString()}"
                + "</camunda:inputParameter></camunda:inputOutput></extensionElements>"
                + "<multiInstanceLoopCharacteristics isSequential=\"true\" camunda:collection=\"${items.split(',')}\""
                + " camunda:elementVariable=\"item\"><completionCondition xsi:type=\"tFormalExpression\">"
                + "${execution.getVariable('nrOfCompletedInstances').equals(items.split(',').size() - 1) or nrOfCompletedInstances.intValue() == 2}"
                + "</completionCondition></multiInstanceLoopCharacteristics></serviceTask>"
                + flow("start", "each", ""),
            Map.of("items", "a , b,c"));

    var first = alice.fetchesOne("each");
    assertThat(first.variables().get("shown").value()).isEqualTo("a0");
    alice.completes(first, Map.of());
    alice.completes(alice.fetchesOne("each"), Map.of());

    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void what_cannot_be_answered_fails_the_call_with_its_place() {
    assertThatThrownBy(
            () ->
                start(
                    "<startEvent id=\"start\"/><serviceTask id=\"work\" camunda:type=\"external\""
                        + " camunda:topic=\"${name.substring(9)}\"/>"
                        + flow("start", "work", ""),
                    Map.of("name", TypedValue.string("Ada"))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("serviceTask 'work'")
        .hasMessageContaining("'substring' accesses an index out of range");
  }
}
