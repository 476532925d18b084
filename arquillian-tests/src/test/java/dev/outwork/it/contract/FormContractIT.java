package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The contract of docs/rest-api.md, "Forms": forms with fields. Every row finds the {@code <key>}
 * of a process, its {@code <definition>} and an open {@code <task>} of it.
 */
class FormContractIT extends Contract {
  /** start (form) --> check (user, form) --> end */
  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="%s" isExecutable="true">
          <startEvent id="start">
            <extensionElements>
              <camunda:formData businessKey="order">
                <camunda:formField id="order" label="Order" type="string"/>
                <camunda:formField id="amount" label="Amount" type="long" defaultValue="7">
                  <camunda:validation><camunda:constraint name="min" config="1"/></camunda:validation>
                </camunda:formField>
                <camunda:formField id="due" type="date" datePattern="yyyy-MM-dd"/>
              </camunda:formData>
            </extensionElements>
          </startEvent>
          <sequenceFlow id="in" sourceRef="start" targetRef="check"/>
          <userTask id="check">
            <extensionElements>
              <camunda:formData>
                <camunda:formField id="name" label="Name of &lt;${amount}>" type="string">
                  <camunda:validation><camunda:constraint name="required"/><camunda:constraint name="maxlength" config="3"/></camunda:validation>
                </camunda:formField>
                <camunda:formField id="colour" type="enum"><camunda:value id="red" name="Red"/></camunda:formField>
              </camunda:formData>
            </extensionElements>
          </userTask>
          <sequenceFlow id="out" sourceRef="check" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  private static String key;

  @BeforeEach
  void findTask() {
    if (key == null) {
      key = "forms-" + UUID.randomUUID();
      rest()
          .deploy("forms.bpmn", MODEL.formatted(key).getBytes(StandardCharsets.UTF_8))
          .statusCode(200);
    }
    name("key", key);
    name("definition", ask("GET /process-definition/key/<key>", null).path("id"));
    name("instance", ask("POST /process-definition/<definition>/submit-form", "{}").path("id"));
    name("task", ask("GET /task?processInstanceId=<instance>", null).path("[0].id"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/form/forms-answer-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void forms_answer_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/form/an-invalid-form-is-refused.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void an_invalid_form_is_refused(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);

    answers("GET /task/<task>", null, 200, "\"id\":\"<task>\"");
  }

  @Test
  void a_form_is_rendered() {
    Response start = ask("GET /process-definition/key/<key>/rendered-form", null);
    Response task = ask("GET /task/<task>/rendered-form", null);

    for (Response form : new Response[] {start, task}) {
      assertThat(form.statusCode()).isEqualTo(200);
      assertThat(form.contentType()).startsWith("application/xhtml+xml");
      assertThat(form.header("Content-Security-Policy")).isEqualTo("sandbox");
    }
    assertThat(start.asString())
        .startsWith("<form name=\"generatedForm\" role=\"form\">\n")
        .contains("name=\"order\" cam-business-key type=\"text\" />")
        .contains(
            "cam-variable-type=\"Long\" cam-variable-name=\"amount\" min=\"1\" type=\"text\" value=\"7\" />");
    assertThat(task.asString()).contains("Name of &lt;7&gt;").contains("<option value=\"red\">");
  }
}
