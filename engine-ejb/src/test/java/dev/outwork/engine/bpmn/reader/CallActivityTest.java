package dev.outwork.engine.bpmn.reader;

import static dev.outwork.engine.bpmn.reader.Drawing.around;
import static dev.outwork.engine.bpmn.reader.Drawing.messages;
import static dev.outwork.engine.bpmn.reader.Drawing.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.bpmn.Mapping;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallActivityTest {

  @Test
  void a_call_activity_passes_variables_in_and_out() {
    CallActivity call =
        call(
            """
            <callActivity id="n" calledElement="${key}" camunda:calledElementTenantId="${tenant}"><extensionElements>
              <camunda:in businessKey="#{execution.processBusinessKey}"/>
              <camunda:in source="order-id" target="id"/>
              <camunda:in sourceExpression="${a + 1}" target="b" local="true"/>
              <camunda:out variables="all" local="true"/>
            </extensionElements></callActivity>""");

    assertThat(call.calledElement().text()).isEqualTo("${key}");
    assertThat(call.tenantId().text()).isEqualTo("${tenant}");
    assertThat(call.businessKey().text()).isEqualTo("#{execution.processBusinessKey}");
    assertThat(call.in()).hasSize(2);
    assertThat(call.in().get(0))
        .isEqualTo(new Mapping(new Mapping.Source("order-id", null), "id", false));
    assertThat(call.in().get(1).value().expression().text()).isEqualTo("${a + 1}");
    assertThat(call.in().get(1).value().variable()).isNull();
    assertThat(call.in().get(1).local()).isTrue();
    assertThat(call.out()).containsExactly(new Mapping(null, null, true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "''                                         | LATEST      | none",
        "camunda:calledElementBinding='latest'      | LATEST      | none",
        "camunda:calledElementBinding='deployment'  | DEPLOYMENT  | none",
        "camunda:calledElementBinding='version' camunda:calledElementVersion='3'        | VERSION | 3",
        "camunda:calledElementBinding='version' camunda:calledElementVersion='${v}'     | VERSION | ${v}",
        "camunda:calledElementBinding='versionTag' camunda:calledElementVersionTag='v1' | VERSION_TAG | v1",
      })
  void a_call_activity_says_which_version_it_calls(
      String attributes, Binding binding, String version) {
    CallActivity call = call("<callActivity id=\"n\" calledElement=\"c\" " + attributes + "/>");

    assertThat(call.binding()).isEqualTo(binding);
    assertThat(call.version() == null ? null : call.version().text()).isEqualTo(version);
    assertThat(call.businessKey()).isNull();
  }

  private static CallActivity call(String xml) {
    return (CallActivity) read(around(xml)).node("n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''                                       | has no calledElement: write the key of the process that it calls",
        "calledElement='c' camunda:calledElementBinding='newest'  | has camunda:calledElementBinding=\"newest\": write latest, deployment, version or versionTag",
        "calledElement='c' camunda:calledElementBinding='version' | has camunda:calledElementBinding=\"version\" but no camunda:calledElementVersion",
        "calledElement='c' camunda:calledElementBinding='versionTag' | has camunda:calledElementBinding=\"versionTag\" but no camunda:calledElementVersionTag",
        "calledElement='c' camunda:calledElementBinding='version' camunda:calledElementVersion='x' | has the camunda:calledElementVersion 'x', which is not a 32-bit integer",
      })
  void a_call_of_no_process_is_named(String attributes, String message) {
    assertThat(messages(around("<callActivity id=\"n\" " + attributes + "/>")))
        .containsExactly("Call activity 'n' " + message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<camunda:in source='a'/>                      | has a camunda:in that needs a target, a name of at most 255 characters",
        "<camunda:in target='a'/>                      | has a camunda:in that has 0 of source, sourceExpression and variables: write exactly one",
        "<camunda:in source='a' variables='all'/>      | has a camunda:in that has 2 of source, sourceExpression and variables: write exactly one",
        "<camunda:out variables='some'/>               | has a camunda:out that has variables=\"some\"; only \"all\" is supported",
        "<camunda:out sourceExpression='${f()}' target='a'/> | has a sourceExpression that is refused",
      })
  void a_mapping_that_cannot_be_made_is_named(String mapping, String message) {
    String call =
        "<callActivity id=\"n\" calledElement=\"c\"><extensionElements>%s</extensionElements></callActivity>"
            .formatted(mapping);

    assertThat(messages(around(call)))
        .singleElement()
        .asString()
        .startsWith("Call activity 'n' " + message);
  }
}
