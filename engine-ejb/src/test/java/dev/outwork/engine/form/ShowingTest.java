package dev.outwork.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.form.FormData;
import dev.outwork.api.form.FormField;
import dev.outwork.api.form.FormFieldConstraint;
import dev.outwork.api.form.FormFieldType;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.nio.charset.StandardCharsets;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Fields of forms with their values. */
class ShowingTest extends FormTest {
  @Test
  void a_start_form_shows_its_fields_with_their_default_values() {
    ProcessDefinition definition =
        deploy(
            field("key", "type='string' label='Order'", "required", "maxlength=10")
                + field("amount", "type='long' defaultValue='${3 + 4}'")
                + field("due", "type='date' datePattern='dd.MM.yyyy' defaultValue='24.12.2026'")
                + field("colour", "type='enum'"),
            "");

    FormData form = forms().startForm(definition.id());

    assertThat(form.formKey()).isNull();
    assertThat(form.fields())
        .extracting(FormField::id, FormField::type, FormField::businessKey, FormField::value)
        .containsExactly(
            tuple("key", FormFieldType.STRING, true, TypedValue.string(null)),
            tuple("amount", FormFieldType.LONG, false, TypedValue.of(ValueType.LONG, 7L)),
            tuple("due", FormFieldType.DATE, false, TypedValue.string("24.12.2026")),
            tuple("colour", FormFieldType.ENUM, false, TypedValue.string(null)));
    FormField key = form.fields().get(0);
    assertThat(key.label()).isEqualTo("Order");
    assertThat(key.defaultValue()).isNull();
    assertThat(key.constraints())
        .containsExactly(
            new FormFieldConstraint("required", null), new FormFieldConstraint("maxlength", "10"));
    assertThat(form.fields().get(3).values()).containsExactly(Map.entry("red", "Red"));
    assertThat(forms().startFormVariables(definition.id()))
        .containsOnlyKeys("key", "amount", "due", "colour");
  }

  @Test
  void a_task_form_shows_what_the_process_knows() throws Exception {
    ProcessDefinition definition =
        deploy(
            "",
            field("amount", "type='long' defaultValue='1' label='Amount of ${order}'")
                + field("due", "type='date' datePattern='yyyy-MM-dd'"));
    Date due = new SimpleDateFormat("yyyy-MM-dd").parse("2026-12-24");
    Task task =
        taskOf(
            definition,
            Map.of(
                "order",
                TypedValue.string("o-1"),
                "amount",
                TypedValue.string("7"),
                "due",
                TypedValue.untyped(due)));

    FormField amount = forms().taskForm(task.id()).fields().get(0);

    assertThat(amount.label()).isEqualTo("Amount of o-1");
    assertThat(amount.defaultValue()).isEqualTo(TypedValue.of(ValueType.LONG, 1L));
    assertThat(amount.value()).isEqualTo(TypedValue.of(ValueType.LONG, 7L));
    assertThat(forms().taskFormVariables(task.id()))
        .containsOnly(
            Map.entry("amount", TypedValue.of(ValueType.LONG, 7L)),
            Map.entry("due", TypedValue.string("2026-12-24")),
            Map.entry("order", TypedValue.string("o-1")));
  }

  @Test
  void variables_of_the_task_itself_are_shown_unless_they_are_fields() {
    Task task = taskOf(deploy("", field("a", "type='string'")), Map.of());
    engine
        .tasks()
        .changeVariablesLocal(
            task.id(), Map.of("a", TypedValue.integer(1), "b", TypedValue.integer(2)), List.of());

    assertThat(forms().taskFormVariables(task.id()))
        .containsOnly(
            Map.entry("a", TypedValue.string(null)), Map.entry("b", TypedValue.integer(2)));
  }

  @Test
  void a_form_that_cannot_be_shown_says_why() {
    Task unknown = taskOf(deploy("", field("a", "type='string' label='${b}'")), Map.of());
    Task unfit =
        taskOf(deploy("", field("a", "type='long'")), Map.of("a", TypedValue.string("many")));

    assertThatThrownBy(() -> forms().taskForm(unknown.id()))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("Unknown property used in expression: ${b}");
    assertThatThrownBy(() -> forms().taskFormVariables(unfit.id()))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessage(
            "Cannot show form field 'a': failed to convert its variable: 'many' is not of type Long");
  }

  @Test
  void a_form_of_nothing_is_refused() {
    assertThatThrownBy(() -> forms().startForm("nothing")).isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> forms().deployedStartForm("nothing"))
        .isInstanceOf(NotFoundException.class);
    assertThatThrownBy(() -> forms().taskForm("nothing")).isInstanceOf(NullValueException.class);
    assertThatThrownBy(() -> forms().taskFormVariables("nothing"))
        .isInstanceOf(NullValueException.class);
    assertThatThrownBy(() -> forms().deployedTaskForm("nothing"))
        .isInstanceOf(NullValueException.class);
  }

  @Test
  void a_form_key_leads_to_a_file_of_the_deployment() {
    String document =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
          <process id="keys" isExecutable="true">
            <startEvent id="start" camunda:formKey="embedded:deployment:start.html"/>
            <userTask id="check" camunda:formKey="${key}"/>
            <sequenceFlow id="in" sourceRef="start" targetRef="check"/>
          </process>
        </definitions>""";
    ProcessDefinition definition =
        engine
            .repository()
            .createDeployment(
                new DeploymentRequest(
                    "forms",
                    null,
                    null,
                    false,
                    false,
                    List.of(
                        new Resource("keys.bpmn", bytes(document)),
                        new Resource("start.html", bytes("<form/>")),
                        new Resource("check.form", bytes("{}")))))
            .deployedProcessDefinitions()
            .get(0);

    assertThat(forms().startForm(definition.id()).formKey())
        .isEqualTo("embedded:deployment:start.html");
    assertThat(forms().deployedStartForm(definition.id()))
        .extracting(Resource::name, resource -> text(resource.content()))
        .containsExactly("start.html", "<form/>");
    assertThat(
            forms().deployedTaskForm(task(definition, "camunda-forms:deployment:check.form").id()))
        .extracting(Resource::name, resource -> text(resource.content()))
        .containsExactly("check.form", "{}");
    assertThatThrownBy(() -> forms().deployedTaskForm(task(definition, "deployment:none").id()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("The form with the resource name 'none' cannot be found");
    assertThatThrownBy(() -> forms().deployedTaskForm(task(definition, "embedded:app:a").id()))
        .isInstanceOf(BadUserRequestException.class)
        .isNotInstanceOf(NotFoundException.class)
        .hasMessage("The form key 'embedded:app:a' does not reference a deployed form.");
    assertThatThrownBy(() -> forms().deployedTaskForm(taskOf(deploy("", ""), Map.of()).id()))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("form key");
  }

  private static Task task(ProcessDefinition definition, String key) {
    return taskOf(definition, Map.of("key", TypedValue.string(key)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
