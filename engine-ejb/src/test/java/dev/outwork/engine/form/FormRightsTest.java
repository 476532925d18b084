package dev.outwork.engine.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.form.FormService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.GrantedEngineTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;

/** What callers may do with forms once there are grants. */
class FormRightsTest extends GrantedEngineTest {
  private static final Map<String, TypedValue> DONE = Map.of("done", TypedValue.bool(true));

  private String definitionId;
  private String taskId;

  /** start (form) --> check (user, form) --> end. */
  @BeforeEach
  void startAnInstance() {
    String document =
        Bpmn.convertToString(
            Bpmn.createExecutableProcess("payment")
                .startEvent()
                .operatonFormKey("deployment:form.html")
                .userTask("check")
                .operatonFormKey("deployment:form.html")
                .endEvent()
                .done());
    List<Resource> files =
        List.of(resource("payment.bpmn", document), resource("form.html", "<form/>"));
    DeploymentRequest request = new DeploymentRequest("payment", null, null, false, false, files);
    definitionId =
        as("root", () -> engine.repository().createDeployment(request))
            .deployedProcessDefinitions()
            .get(0)
            .id();
    as("root", () -> engine.start("payment", Map.of("amount", 5)));
    taskId = as("root", () -> engine.tasks().tasks(ListQuery.all())).get(0).id();
  }

  private static Resource resource(String name, String content) {
    return new Resource(name, content.getBytes(StandardCharsets.UTF_8));
  }

  private static List<Consumer<String>> questionsForDefinitions() {
    return List.of(
        id -> forms().startForm(id),
        id -> forms().startFormVariables(id),
        id -> forms().deployedStartForm(id));
  }

  private static List<Consumer<String>> questionsForVariablesOfTasks() {
    return List.of(id -> forms().taskForm(id), id -> forms().taskFormVariables(id));
  }

  private static List<Consumer<String>> submissions() {
    return List.of(
        id -> forms().submitTaskForm(id, DONE),
        id -> forms().submitTaskFormWithVariablesInReturn(id, DONE));
  }

  @Test
  void a_form_of_a_process_that_one_may_not_see_does_not_exist() {
    questionsForDefinitions().forEach(verb -> assertLikeMissing(definitionId, verb));
    assertLikeMissing(definitionId, id -> forms().submitStartForm(id, null, DONE));
    assertThat(as("stranger", () -> forms().submitStartFormByKey("payment", null, null, DONE)))
        .isEmpty();
    questionsForVariablesOfTasks().forEach(verb -> assertLikeMissing(taskId, verb));
    assertLikeMissing(taskId, id -> forms().deployedTaskForm(id));
    submissions().forEach(verb -> assertLikeMissing(taskId, verb));
  }

  @Test
  void a_form_that_one_may_only_see_is_not_submitted() {
    assertForbidden("reader", () -> forms().submitStartForm(definitionId, null, DONE));
    assertForbidden("reader", () -> forms().submitStartFormByKey("payment", null, null, DONE));
    submissions().forEach(verb -> assertForbidden("reader", () -> verb.accept(taskId)));

    as("reader", () -> questionsForDefinitions().forEach(verb -> verb.accept(definitionId)));
    assertThat(as("reader", () -> forms().taskFormVariables(taskId))).containsOnlyKeys("amount");
    assertThat(as("reader", () -> forms().deployedTaskForm(taskId).name())).isEqualTo("form.html");
  }

  @Test
  void who_reads_without_variables_gets_none_by_a_form() {
    questionsForVariablesOfTasks()
        .forEach(verb -> assertForbidden("auditor", () -> verb.accept(taskId)));
    assertThat(as("auditor", () -> forms().deployedTaskForm(taskId).name())).isEqualTo("form.html");
  }

  @Test
  void who_may_operate_on_the_process_sees_its_start_form_and_submits() {
    as("starter", () -> questionsForDefinitions().forEach(verb -> verb.accept(definitionId)));

    as("starter", () -> forms().submitStartForm(definitionId, null, DONE));
    assertThat(as("starter", () -> forms().submitStartFormByKey("payment", null, null, DONE)))
        .isPresent();
    assertThat(as("starter", () -> forms().submitTaskFormWithVariablesInReturn(taskId, DONE)))
        .isEqualTo(DONE);
    assertThat(as("root", () -> engine.tasks().countTasks(ListQuery.all()))).isEqualTo(2);
  }

  private static FormService forms() {
    return engine.forms();
  }
}
