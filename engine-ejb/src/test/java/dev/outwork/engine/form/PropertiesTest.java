package dev.outwork.engine.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.form.FormField;
import dev.outwork.api.form.FormFieldType;
import dev.outwork.api.form.FormFieldValidationException;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code camunda:formProperty}, the older kind of fields. */
class PropertiesTest extends FormTest {
  @Test
  void a_property_is_converted_and_set_as_the_variable_that_it_names() {
    ProcessDefinition definition =
        deployProperties(
            property("amount", "type='long' variable='sum'")
                + property("twice", "default='${sum}, ${sum}'")
                + property("plain", ""),
            "");

    String id =
        forms()
            .submitStartForm(
                definition.id(),
                null,
                Map.of("amount", TypedValue.string("7"), "extra", TypedValue.integer(1)))
            .id();

    assertThat(variablesOf(id))
        .containsOnly(
            Map.entry("sum", TypedValue.of(ValueType.LONG, 7L)),
            Map.entry("twice", TypedValue.string("7, 7")),
            Map.entry("extra", TypedValue.integer(1)));
  }

  @Test
  void a_date_of_a_client_stays_a_date() {
    ProcessDefinition definition = deployProperties(property("due", "type='date'"), "");
    TypedValue date = TypedValue.of(ValueType.DATE, Instant.EPOCH);

    String id = forms().submitStartForm(definition.id(), null, Map.of("due", date)).id();

    assertThat(variablesOf(id)).containsOnly(Map.entry("due", date));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "required='true'             |   | form property 'a' is required",
        "required='true' default='${null}' | | form property 'a' is required",
        "writable='false'            | x | form property 'a' is not writable",
        "type='long'                 | x | form property 'a': 'x' is not of type Long",
        "type='enum'                 | x | form property 'a': 'x' is none of [red]",
      })
  void a_refused_form_starts_nothing_and_names_the_property(
      String attributes, String value, String message) {
    ProcessDefinition definition = deployProperties(property("a", attributes), "");
    Map<String, TypedValue> submitted =
        value == null ? Map.of() : Map.of("a", TypedValue.string(value));

    assertThatThrownBy(() -> forms().submitStartForm(definition.id(), null, submitted))
        .isInstanceOfSatisfying(
            FormFieldValidationException.class,
            refused -> assertThat(refused.fieldId()).isEqualTo("a"))
        .hasMessage(message);

    assertThat(engine.runtime().countProcessInstances(ListQuery.all())).isZero();
  }

  @Test
  void readable_properties_are_shown_beside_the_fields() {
    ProcessDefinition definition =
        deployProperties(
            "",
            property("seen", "name='Sum of ${x}' type='long' expression='${sum + 1}' writable='no'")
                + property("hidden", "readable='false'"));
    Task task = taskOf(definition, Map.of("sum", TypedValue.integer(1)));

    FormField shown = only(forms().taskForm(task.id()).properties());

    assertThat(shown.id()).isEqualTo("seen");
    assertThat(shown.label()).isEqualTo("Sum of ${x}");
    assertThat(shown.type()).isEqualTo(FormFieldType.LONG);
    assertThat(shown.value()).isEqualTo(TypedValue.of(ValueType.LONG, 2L));
    assertThat(shown.isConstrained("readonly")).isTrue();
    assertThat(forms().taskForm(task.id()).fields()).isEmpty();
    assertThat(forms().taskFormVariables(task.id())).containsOnlyKeys("sum");
  }
}
