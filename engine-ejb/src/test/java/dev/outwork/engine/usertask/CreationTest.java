package dev.outwork.engine.usertask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.testkit.Rows;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** A user task gets the attributes of the model when a token arrives. */
class CreationTest extends UserTaskTest {
  /**
   *
   *
   * <pre>
   * start --> sign (user) --> end
   * </pre>
   */
  private static final BpmnModelInstance PLAIN =
      Bpmn.createExecutableProcess("plain")
          .startEvent()
          .userTask("sign")
          .name("sign")
          .endEvent()
          .done();

  /**
   *
   *
   * <pre>
   * start --> sign (user, all of it constant) --> end
   * </pre>
   */
  private static final BpmnModelInstance CONSTANT =
      Bpmn.createExecutableProcess("constant")
          .startEvent()
          .userTask("sign")
          .name("Sign it")
          .documentation("With a pen")
          .operatonAssignee("mary")
          .operatonCandidateUsers("peter, paul")
          .operatonCandidateGroups("sales,accounting")
          .operatonDueDate("2026-03-05T10:00:00Z")
          .operatonFollowUpDate("PT36H")
          .operatonPriority("70")
          .operatonFormKey("embedded:app:sign.html")
          .endEvent()
          .done();

  /**
   *
   *
   * <pre>
   * start --> sign (user, all of it an expression) --> end
   * </pre>
   */
  private static final BpmnModelInstance EXPRESSIONS =
      Bpmn.createExecutableProcess("expressions")
          .startEvent()
          .userTask("sign")
          .name("Sign ${what}")
          .documentation("With ${tool}")
          .operatonAssignee("${boss}")
          .operatonCandidateUsers("${boss}, paul")
          .operatonCandidateGroups("${groups}")
          .operatonDueDate("${due}")
          .operatonFollowUpDate("${followUp}")
          .operatonPriority("${urgency}")
          .operatonFormKey("${what}.html")
          .endEvent()
          .done();

  @Test
  void a_task_of_which_nothing_is_said_is_open_for_everybody() {
    ProcessInstance instance = start(PLAIN);

    Task task = only();
    assertThat(task.details())
        .isEqualTo(new TaskDetails("sign", null, null, null, null, null, null, 50));
    assertThat(task)
        .isEqualTo(
            new Task(
                task.id(),
                task.details(),
                "sign",
                task.executionId(),
                instance.id(),
                instance.processDefinitionId(),
                engine.clock().instant(),
                null,
                false,
                null,
                null));
    assertThat(tasks().task(task.id())).contains(task);
    assertThat(tasks().identityLinks(task.id())).isEmpty();
  }

  @Test
  void constants_are_taken_as_they_are() {
    start(CONSTANT);

    Task task = only();
    assertThat(task.details())
        .isEqualTo(
            new TaskDetails(
                "Sign it",
                "With a pen",
                "mary",
                null,
                null,
                Instant.parse("2026-03-05T10:00:00Z"),
                engine.clock().instant().plus(Duration.ofHours(36)),
                70));
    assertThat(task.formKey()).isEqualTo("embedded:app:sign.html");
    assertThat(tasks().identityLinks(task.id()))
        .containsExactly(
            IdentityLink.user("mary", IdentityLink.ASSIGNEE),
            IdentityLink.user("peter", IdentityLink.CANDIDATE),
            IdentityLink.user("paul", IdentityLink.CANDIDATE),
            IdentityLink.group("sales", IdentityLink.CANDIDATE),
            IdentityLink.group("accounting", IdentityLink.CANDIDATE));
  }

  @Test
  void expressions_are_evaluated_once() {
    ProcessInstance instance = start(EXPRESSIONS, facts(Map.of()));
    engine
        .runtime()
        .changeVariables(instance.id(), Map.of("boss", TypedValue.string("nobody")), List.of());

    Task task = only();
    assertThat(task.details())
        .isEqualTo(
            new TaskDetails(
                "Sign contract",
                "With a pen",
                "mary",
                null,
                null,
                Instant.parse("2026-04-01T08:00:00Z"),
                Instant.parse("2026-04-01T06:30:00.500Z"),
                7));
    assertThat(task.formKey()).isEqualTo("contract.html");
    assertThat(tasks().identityLinks(task.id()))
        .containsExactly(
            IdentityLink.user("mary", IdentityLink.ASSIGNEE),
            IdentityLink.user("mary", IdentityLink.CANDIDATE),
            IdentityLink.user("paul", IdentityLink.CANDIDATE),
            IdentityLink.group("sales", IdentityLink.CANDIDATE),
            IdentityLink.group("accounting", IdentityLink.CANDIDATE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"tomorrow", "2026-13-01T00:00:00Z", "PT"})
  void a_date_that_is_none_fails_the_way_to_the_task(String text) {
    assertThatThrownBy(() -> start(EXPRESSIONS, facts(Map.of("due", TypedValue.string(text)))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("the due date of userTask 'sign'");

    assertThat(all()).isEmpty();
  }

  @Test
  void a_priority_that_is_not_an_integer_fails_the_way_to_the_task() {
    assertThatThrownBy(
            () -> start(EXPRESSIONS, facts(Map.of("urgency", TypedValue.string("high")))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("the priority of userTask 'sign'");
  }

  @Test
  void a_name_that_is_too_long_fails_the_way_to_the_task() {
    for (String name : List.of("what", "tool", "boss", "groups")) {
      TypedValue tooLong = TypedValue.string("x".repeat(4_001));

      assertThatThrownBy(() -> start(EXPRESSIONS, facts(Map.of(name, tooLong))))
          .as(name)
          .isInstanceOf(ProcessEngineException.class)
          .extracting(e -> ((ProcessEngineException) e).code())
          .isEqualTo(ProcessEngineException.VALUE_TOO_LONG);
    }
  }

  @Test
  void a_deployment_that_is_deleted_takes_its_tasks_along() {
    ProcessInstance instance = start(CONSTANT);
    Task task = only();
    String deploymentId =
        engine
            .repository()
            .processDefinition(instance.processDefinitionId())
            .orElseThrow()
            .deploymentId();

    engine.repository().deleteDeployment(deploymentId, true);

    assertThat(all()).isEmpty();
    assertThat(
            Rows.count(engine.database(), "select count(*) from user_task where id = ?", task.id()))
        .isZero();
    assertThat(
            Rows.count(
                engine.database(),
                "select count(*) from identity_link where user_task_id = ?",
                task.id()))
        .isZero();
  }

  private static Map<String, TypedValue> facts(Map<String, TypedValue> others) {
    Map<String, TypedValue> facts =
        new HashMap<>(
            Map.of(
                "what", TypedValue.string("contract"),
                "tool", TypedValue.string("a pen"),
                "boss", TypedValue.string("mary"),
                "groups", TypedValue.json("[\"sales\", \"accounting\"]"),
                "due", TypedValue.of(ValueType.DATE, Instant.parse("2026-04-01T08:00:00Z")),
                "followUp", TypedValue.string("2026-04-01T08:30:00.500+0200"),
                "urgency", TypedValue.integer(7)));
    facts.putAll(others);
    return facts;
  }
}
