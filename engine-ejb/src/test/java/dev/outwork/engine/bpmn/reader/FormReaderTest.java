package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.flow;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.process;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static dev.outwork.engine.bpmn.reader.Drawing.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.bpmn.FormFieldInfo.Constraint;
import dev.outwork.engine.bpmn.FormFieldInfo.Type;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.bpmn.UserTask;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormReaderTest {
  private static final String FORM =
      """
      <extensionElements><camunda:formData businessKey="order">
        <camunda:formField id="order" label="Order of ${customer}" type="string">
          <camunda:properties><camunda:property id="hint" value="on the slip"/></camunda:properties>
          <camunda:validation><camunda:constraint name="required"/><camunda:constraint name="maxlength" config="10"/></camunda:validation>
        </camunda:formField>
        <camunda:formField id="amount" type="long" defaultValue="${proposal}"/>
        <camunda:formField id="due" type="date" datePattern="yyyy-MM-dd"/>
        <camunda:formField id="since" type="date"/>
        <camunda:formField id="colour" type="enum"><camunda:value id="r" name="Red"/><camunda:value id="g"/></camunda:formField>
        <camunda:formField id="urgent" type="boolean" defaultValue="true"/>
      </camunda:formData></extensionElements>""";

  private static String taskWith(String content) {
    return around(
        "<userTask id=\"n\"><extensionElements><camunda:formData>%s</camunda:formData></extensionElements></userTask>"
            .formatted(content));
  }

  private static List<FormFieldInfo> fieldsOf(String content) {
    return ((UserTask) read(taskWith(content)).node("n")).form().fields();
  }

  @Test
  void the_fields_of_a_user_task_are_read_as_they_are_written() {
    List<FormFieldInfo> fields =
        ((UserTask) read(around("<userTask id=\"n\">" + FORM + "</userTask>")).node("n"))
            .form()
            .fields();

    assertThat(fields)
        .extracting(FormFieldInfo::id, FormFieldInfo::type, FormFieldInfo::businessKey)
        .containsExactly(
            tuple("order", Type.STRING, true),
            tuple("amount", Type.LONG, false),
            tuple("due", Type.DATE, false),
            tuple("since", Type.DATE, false),
            tuple("colour", Type.ENUM, false),
            tuple("urgent", Type.BOOLEAN, false));
    FormFieldInfo order = fields.get(0);
    assertThat(order.label().text()).isEqualTo("Order of ${customer}");
    assertThat(order.properties()).containsExactly(entry("hint", "on the slip"));
    assertThat(order.constraints())
        .containsExactly(new Constraint("required", null), new Constraint("maxlength", "10"));
    assertThat(fields.get(1).defaultValue().text()).isEqualTo("${proposal}");
    assertThat(fields.get(1).label()).isNull();
    assertThat(fields.get(2).datePattern()).isEqualTo("yyyy-MM-dd");
    assertThat(fields.get(3).datePattern()).isEqualTo("dd/MM/yyyy");
    assertThat(fields.get(4).values()).containsExactly(entry("r", "Red"), entry("g", null));
  }

  @Test
  void the_start_event_of_a_process_has_a_form() {
    String document =
        around("<task id=\"n\"/>")
            .replace(
                "<startEvent id=\"start\"/>",
                "<startEvent id=\"start\" camunda:formKey=\"embedded:${a}\">"
                    + FORM
                    + "</startEvent>");

    StartEvent start = (StartEvent) read(document).node("start");

    assertThat(start.formKey()).isEqualTo("embedded:${a}");
    assertThat(start.form().fields()).hasSize(6);
    assertThat(warnings(document)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<messageEventDefinition messageRef='paid'/>",
        "<timerEventDefinition><timeCycle>R/PT1H</timeCycle></timerEventDefinition>",
      })
  void a_form_that_nobody_is_shown_is_reported(String event) {
    String document =
        Drawing.withDeclarations(
            process(
                "<startEvent id='start' camunda:formKey='k'>%s%s</startEvent><task id='n'/>%s"
                    .formatted(FORM, event, flow("in", "start", "n"))));

    assertThat(warnings(document))
        .extracting(Problem::message)
        .containsExactlyInAnyOrder(
            "Start event 'start' has camunda:formData, which is ignored: a form starts a process at its start event without an event definition",
            "Start event 'start' has camunda:formKey, which is ignored: a form starts a process at its start event without an event definition");
  }

  @Test
  void a_form_inside_a_sub_process_is_reported() {
    String inner =
        "<subProcess id='n'><startEvent id='inner'>" + FORM + "</startEvent></subProcess>";

    assertThat(warnings(around(inner)))
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .startsWith("Start event 'inner' has camunda:formData, which is ignored");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<camunda:formField type='string'/>                | has a form field without an id",
        "</camunda:formData><camunda:formProperty id='a' type='double'/><camunda:formData> | has a form field 'a' of the type 'double': write one of string, long",
        "</camunda:formData><camunda:formProperty id='a' required='TRUE'/><camunda:formData> | has a form property 'a' with required=\"TRUE\": write true or false",
        "</camunda:formData><camunda:formProperty id='a' expression='${b.c}'/><camunda:formData> | has a form property 'a', which would be submitted into the expression '${b.c}': name a variable, or write writable=\"false\"",
        "<camunda:formField id='a'/>                       | has a form field 'a' without a type: write one of string, long, boolean, date, enum",
        "<camunda:formField id='a' type='double'/>         | has a form field 'a' of the type 'double': write one of string, long",
        "<camunda:formField id='a' type='STRING'/>         | has a form field 'a' of the type 'STRING': write one of",
        "<camunda:formField id='a' type='date' datePattern='bogus'/> | has a form field 'a' with the datePattern 'bogus', which is not a date pattern",
        "<camunda:formField id='a' type='string' label='${a.b()}'/> | has a label of form field 'a' that is refused: Expression '${a.b()}' calls",
        "<camunda:formField id='a' type='string' defaultValue='${'/> | has a default value of form field 'a' that is refused",
        "<camunda:formField id='a' type='string'><camunda:validation><camunda:constraint name='validator' config='com.acme.Check'/></camunda:validation></camunda:formField> | has a form field 'a' with the constraint 'validator', whose code is not run: write one of required, readonly, min, max, minlength, maxlength, or let a worker check",
        "<camunda:formField id='a' type='string'><camunda:validation><camunda:constraint name='validator' config='${bean}'/></camunda:validation></camunda:formField> | with the constraint 'validator', whose code is not run",
        "<camunda:formField id='a' type='string'><camunda:validation><camunda:constraint name='pattern' config='a+'/></camunda:validation></camunda:formField> | has a form field 'a' with the constraint 'pattern', which is not supported: write one of required",
        "<camunda:formField id='a' type='string'><camunda:validation><camunda:constraint/></camunda:validation></camunda:formField> | has a form field 'a' with the constraint '', which is not supported",
      })
  void a_field_that_cannot_be_filled_in_is_reported(String field, String message) {
    assertThat(messages(taskWith(field)))
        .singleElement()
        .asString()
        .startsWith("User task 'n' ")
        .contains(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<camunda:formField id='a' type='long' defaultValue='x'/>      | has a form field 'a' with the default value 'x', which does not fit its type",
        "<camunda:formField id='a' type='date' defaultValue='x'/>      | has a form field 'a' with the default value 'x', which does not fit its type",
        "<camunda:formField id='a' type='enum' defaultValue='x'/>      | has a form field 'a' with the default value 'x', which does not fit its type",
        "<camunda:formField id='a' type='string' size='3'/>            | has size in camunda:formField, which is ignored",
        "<camunda:formField id='a' type='string'><camunda:list/></camunda:formField> | has camunda:list in camunda:formField, which is ignored",
        "<camunda:formField id='a' type='long'><camunda:validation><camunda:constraint name='min' config='x'/></camunda:validation></camunda:formField> | has a form field 'a' with the constraint 'min(x)', which has no number as its config",
        "<camunda:formField id='a' type='long'><camunda:validation><camunda:constraint name='max'/></camunda:validation></camunda:formField> | with the constraint 'max', which has no number as its config",
        "<camunda:formField id='a' type='string'><camunda:validation><camunda:constraint name='minlength' config='1.5'/></camunda:validation></camunda:formField> | with the constraint 'minlength(1.5)', which has no number as its config",
      })
  void a_field_without_effect_is_reported(String field, String message) {
    assertThat(warnings(taskWith(field)))
        .extracting(Problem::message)
        .singleElement()
        .asString()
        .startsWith("User task 'n' ")
        .contains(message);
  }

  @ParameterizedTest
  @CsvSource({
    "long, '', true",
    "enum, '', true",
    "string, '', false",
    "boolean, '', false",
    "date, '', false"
  })
  void an_empty_default_value_is_none_where_the_type_has_no_such_value(
      String type, String defaultValue, boolean isNone) {
    String field =
        "<camunda:formField id='a' type='%s' defaultValue='%s'/>".formatted(type, defaultValue);

    assertThat(fieldsOf(field).get(0).defaultValue() == null).isEqualTo(isNone);
    assertThat(warnings(taskWith(field))).isEmpty();
  }
}
