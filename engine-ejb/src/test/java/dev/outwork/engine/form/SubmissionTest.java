package dev.outwork.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.form.FormFieldValidationException;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Submitted values become variables, and the process continues with them. */
class SubmissionTest extends FormTest {
  private static final TypedValue SEVEN = TypedValue.of(ValueType.LONG, 7L);

  @Test
  void a_start_form_sets_what_was_filled_in_defaults_and_whatever_else_was_sent() {
    ProcessDefinition definition =
        deploy(
            field("amount", "type='long'")
                + field("twice", "type='string' defaultValue='${amount}, ${amount}'")
                + field("colour", "type='enum' defaultValue='red'")
                + field("note", "type='string'"),
            "");

    ProcessInstance instance =
        forms()
            .submitStartForm(
                definition.id(),
                "order-1",
                Map.of("amount", TypedValue.string("7"), "extra", TypedValue.integer(1)));

    assertThat(instance.businessKey()).isEqualTo("order-1");
    assertThat(variablesOf(instance.id()))
        .containsOnly(
            Map.entry("amount", SEVEN),
            Map.entry("twice", TypedValue.string("7, 7")),
            Map.entry("colour", TypedValue.string("red")),
            Map.entry("extra", TypedValue.integer(1)));
  }

  @Test
  void a_default_value_can_ask_for_the_business_key() {
    ProcessDefinition definition =
        deploy(field("order", "type='string' defaultValue='${execution.processBusinessKey}'"), "");

    ProcessInstance instance = forms().submitStartForm(definition.id(), "order-1", Map.of());

    assertThat(variablesOf(instance.id())).containsEntry("order", TypedValue.string("order-1"));
  }

  @Test
  void the_field_of_the_business_key_is_a_variable_like_any_other_that_is_sent() {
    ProcessDefinition definition =
        deploy(field("key", "type='string' defaultValue='none'", "required"), "");

    ProcessInstance without = forms().submitStartForm(definition.id(), null, Map.of());
    ProcessInstance with =
        forms().submitStartForm(definition.id(), null, Map.of("key", TypedValue.integer(1)));

    assertThat(without.businessKey()).isNull();
    assertThat(variablesOf(without.id())).isEmpty();
    assertThat(with.businessKey()).isNull();
    assertThat(variablesOf(with.id())).containsOnly(Map.entry("key", TypedValue.integer(1)));
  }

  @Test
  void a_form_is_submitted_by_the_key_of_its_process() {
    ProcessDefinition definition = deploy(field("amount", "type='long'", "required"), "");

    assertThat(
            forms()
                .submitStartFormByKey(
                    definition.key(), null, null, Map.of("amount", TypedValue.string("7"))))
        .hasValueSatisfying(
            instance -> assertThat(variablesOf(instance.id())).containsEntry("amount", SEVEN));
    assertThat(forms().submitStartFormByKey("nothing", null, null, Map.of())).isEmpty();
  }

  @Test
  void a_refused_start_form_starts_nothing() {
    ProcessDefinition definition = deploy(field("amount", "type='long'", "required"), "");

    assertThatThrownBy(() -> forms().submitStartForm(definition.id(), null, Map.of()))
        .isInstanceOfSatisfying(
            FormFieldValidationException.class,
            refused -> assertThat(refused.fieldId()).isEqualTo("amount"))
        .hasMessage(
            "Invalid value submitted for form field 'amount': validation of required failed.");

    assertThat(engine.runtime().countProcessInstances(ListQuery.all())).isZero();
  }

  @Test
  void a_start_without_the_form_checks_nothing() {
    ProcessDefinition definition = deploy(field("amount", "type='long'", "required"), "");

    assertThat(engine.runtime().startProcessInstance(definition.id(), null, Map.of())).isNotNull();
  }

  @Test
  void a_process_without_a_form_is_started_by_an_empty_one() {
    ProcessDefinition definition = deploy("", "");

    ProcessInstance instance = forms().submitStartForm(definition.id(), null, Map.of("a", SEVEN));

    assertThat(variablesOf(instance.id())).containsOnly(Map.entry("a", SEVEN));
  }

  @Test
  void a_default_value_that_cannot_be_had_is_no_fault_of_who_has_filled_in() {
    ProcessDefinition definition =
        deploy(field("amount", "type='long' defaultValue='${proposal}'"), "");

    assertThatThrownBy(() -> forms().submitStartForm(definition.id(), null, Map.of()))
        .isNotInstanceOf(FormFieldValidationException.class)
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("Unknown property used in expression: ${proposal}");
    assertThatThrownBy(
            () ->
                forms()
                    .submitStartForm(
                        deploy(field("amount", "type='long' defaultValue='many'"), "").id(),
                        null,
                        Map.of()))
        .isNotInstanceOf(FormFieldValidationException.class)
        .hasMessage(
            "Cannot use the default value of form field 'amount': 'many' is not of type Long");
  }

  @Test
  void a_task_form_completes_its_task() {
    ProcessDefinition definition =
        deploy("", field("amount", "type='long'") + field("due", "type='date'"));
    Task task = taskOf(definition, Map.of("amount", TypedValue.integer(1)));

    Map<String, TypedValue> then =
        forms()
            .submitTaskFormWithVariablesInReturn(
                task.id(), Map.of("amount", TypedValue.string("7"), "due", TypedValue.string("")));

    assertThat(then)
        .containsOnly(
            Map.entry("amount", SEVEN), Map.entry("due", TypedValue.of(ValueType.DATE, null)));
    assertThat(openTasks()).isEmpty();
  }

  @Test
  void a_required_field_may_have_a_value_already() {
    ProcessDefinition definition = deploy("", field("amount", "type='long'", "required"));
    Task known = taskOf(definition, Map.of("amount", SEVEN));
    Task isNull = taskOf(definition, Map.of("amount", TypedValue.NULL));
    Task own = taskOf(definition, Map.of());
    engine.tasks().changeVariablesLocal(own.id(), Map.of("amount", SEVEN), java.util.List.of());
    Task unknown = taskOf(definition, Map.of());

    forms().submitTaskForm(known.id(), Map.of());
    forms().submitTaskForm(own.id(), Map.of());

    assertThatThrownBy(() -> forms().submitTaskForm(isNull.id(), Map.of()))
        .isInstanceOf(FormFieldValidationException.class);
    assertThatThrownBy(() -> forms().submitTaskForm(unknown.id(), Map.of()))
        .isInstanceOf(FormFieldValidationException.class);
    assertThat(openTasks()).extracting(Task::id).containsOnly(isNull.id(), unknown.id());
  }

  @Test
  void a_refused_task_form_changes_nothing() {
    ProcessDefinition definition =
        deploy("", field("name", "type='string'") + field("amount", "type='long'", "max=9"));
    Task task = taskOf(definition, Map.of());

    assertThatThrownBy(
            () ->
                forms()
                    .submitTaskForm(
                        task.id(),
                        Map.of("name", TypedValue.string("a"), "amount", TypedValue.integer(10))))
        .isInstanceOf(FormFieldValidationException.class);

    assertThat(openTasks()).containsExactly(task);
    assertThat(variablesOf(task.processInstanceId())).isEmpty();
  }

  @Test
  void the_form_of_a_delegated_task_resolves_it() {
    ProcessDefinition definition = deploy("", field("amount", "type='long'"));
    Task task = taskOf(definition, Map.of());
    engine.tasks().setAssignee(task.id(), "mary");
    engine.tasks().delegateTask(task.id(), "john");

    forms().submitTaskForm(task.id(), Map.of("amount", TypedValue.string("7")));

    assertThat(openTasks())
        .singleElement()
        .satisfies(
            open -> {
              assertThat(open.details().delegationState()).isEqualTo(DelegationState.RESOLVED);
              assertThat(open.details().assignee()).isEqualTo("mary");
            });
    assertThat(variablesOf(task.processInstanceId())).containsEntry("amount", SEVEN);
    forms().submitTaskForm(task.id(), Map.of());
    assertThat(openTasks()).isEmpty();
  }

  @Test
  void the_form_of_a_suspended_task_is_refused() {
    Task task = taskOf(deploy("", field("amount", "type='long'")), Map.of());
    engine.runtime().setProcessInstanceSuspended(task.processInstanceId(), true);

    assertThatThrownBy(() -> forms().submitTaskForm(task.id(), Map.of()))
        .isInstanceOf(SuspendedEntityInteractionException.class);
  }

  @Test
  void the_form_of_a_suspended_process_is_refused() {
    ProcessDefinition definition = deploy(field("amount", "type='long'"), "");
    engine.repository().setProcessDefinitionSuspended(definition.id(), true, false, null);

    assertThatThrownBy(() -> forms().submitStartForm(definition.id(), null, Map.of()))
        .hasMessageContaining("is suspended");
  }

  @Test
  void forms_of_nothing_are_refused() {
    assertThatThrownBy(() -> forms().submitStartForm("nothing", null, Map.of()))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("no deployed process definition found with id 'nothing'");
    assertThatThrownBy(() -> forms().submitTaskForm("nothing", Map.of()))
        .isInstanceOf(NullValueException.class)
        .hasMessageContaining("Cannot find task with id nothing");
  }
}
