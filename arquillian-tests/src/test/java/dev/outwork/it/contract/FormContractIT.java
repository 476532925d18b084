package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
      wire()
          .deploy("forms.bpmn", MODEL.formatted(key).getBytes(StandardCharsets.UTF_8))
          .statusCode(200);
    }
    name("key", key);
    name("definition", ask("GET /process-definition/key/<key>", null).path("id"));
    name("instance", ask("POST /process-definition/<definition>/submit-form", "{}").path("id"));
    name("task", ask("GET /task?processInstanceId=<instance>", null).path("[0].id"));
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                    | body | status | the answer has
          GET /process-definition/<definition>/startForm               |      | 200 | {"key":"embedded:engine://engine/:engine/process-definition/<definition>/rendered-form","camundaFormRef":null,"contextPath":null}
          GET /process-definition/key/<key>/startForm                  |      | 200 | process-definition/<definition>/rendered-form
          GET /process-definition/<definition>/form-variables          |      | 200 | {"order":{"type":"String","value":null,"valueInfo":{}},"amount":{"type":"Long","value":7,"valueInfo":{}},"due":{"type":"String","value":"","valueInfo":{}}}
          GET /process-definition/key/<key>/form-variables?variableNames=amount,no | | 200 | {"amount":{"type":"Long","value":7,"valueInfo":{}}}
          POST /process-definition/key/<key>/submit-form               | {"businessKey":"o-1","variables":{"amount":{"value":1}}} | 200 | "businessKey":"o-1"
          GET /process-instance/<instance>/variables                   |      | 200 | {"amount":{"type":"Long","value":7,"valueInfo":{}}}
          GET /task/<task>/form                                        |      | 200 | {"key":"embedded:engine://engine/:engine/task/<task>/rendered-form","camundaFormRef":null,"contextPath":null}
          GET /task/<task>/form-variables                              |      | 200 | {"name":{"type":"String","value":null,"valueInfo":{}},"colour":{"type":"String","value":null,"valueInfo":{}},"amount":{"type":"Long","value":7,"valueInfo":{}}}
          GET /task/<task>/form-variables?variableNames=colour         |      | 200 | {"colour":{"type":"String","value":null,"valueInfo":{}}}
          POST /task/<task>/submit-form                                | {"variables":{"name":{"value":12}},"withVariablesInReturn":true} | 400 | maxlength
          POST /task/<task>/submit-form                                | {"variables":{"name":{"value":"abc"}},"withVariablesInReturn":true} | 200 | "name":{"type":"String","value":"abc","valueInfo":{}}
          POST /task/<task>/submit-form                                | {"variables":{"name":{"value":"abc"},"colour":{"value":"red"}}} | 204 |
          """)
  void forms_answer_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                         | body                                                 | status | type                    | code | message
          POST /process-definition/<definition>/submit-form | {"variables":{"amount":{"value":0}}}                 | 400 | RestException              | 0 | Cannot instantiate process definition <definition>: Invalid value submitted for form field 'amount': validation of min(1) failed.
          POST /process-definition/<definition>/submit-form | {"variables":{"amount":{"value":"1"}}}               | 400 | RestException              | 0 | validation of min(1) failed.
          POST /process-definition/key/<key>/submit-form    | {"variables":{"due":{"value":"soon"}}}               | 400 | RestException              | 0 | Cannot instantiate process definition <definition>: Invalid value submitted for form field 'due': 'soon' is not a date in the format 'yyyy-MM-dd'
          POST /process-definition/<definition>/submit-form | {"variables":{"amount":{"value":1.5}}}               | 400 | RestException              | 0 | '1.5' is not of type Long
          POST /task/<task>/submit-form                     | {}                                                   | 400 | RestException              | 0 | Cannot submit task form <task>: Invalid value submitted for form field 'name': validation of required failed.
          POST /task/<task>/submit-form                     | {"variables":{"name":{"value":"abcd"}}}              | 400 | RestException              | 0 | Cannot submit task form <task>: Invalid value submitted for form field 'name': validation of maxlength(3) failed.
          POST /task/<task>/submit-form                     | {"variables":{"name":{"value":"a"},"colour":{"value":"blue"}}} | 400 | RestException    | 0 | 'blue' is none of [red]
          GET /task/<task>/deployed-form                    |                                                      | 400 | InvalidRequestException    |   | form key
          """)
  void what_is_filled_in_wrongly_is_refused(
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
