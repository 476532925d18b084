package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Variables" and "Variable instances": variables of instances,
 * of executions, and in lists.
 */
class VariableContractIT extends StandingInstance {
  private static final String OF_INSTANCE = "/process-instance/<instance>/variables";
  private static final String OF_EXECUTION = "/execution/<work>/localVariables";
  private static final String JSON_OBJECT =
      "\"valueInfo\":{\"serializationDataFormat\":\"application/json\",\"objectTypeName\":\"a.B\"}";

  @ParameterizedTest(name = "{0} {1} becomes {3} {4}")
  @CsvFileSource(
      resources = "/contract/variable/a-value-comes-back-as.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void a_value_comes_back_as(
      String sentType, String sent, String valueInfo, String type, String value) {
    String typed = sentType.equals("-") ? "" : "\"type\":\"%s\",".formatted(sentType);
    String body = "{%s\"value\":%s,\"valueInfo\":%s}".formatted(typed, sent, valueInfo);
    String expected = "{\"type\":\"%s\",\"value\":%s,\"valueInfo\":{".formatted(type, value);

    answers("PUT " + OF_INSTANCE + "/x", body, 204, null);
    assertThat(answers("GET " + OF_INSTANCE + "/x", null, 200, null).asString())
        .startsWith(expected);
    assertThat(answers("GET " + OF_INSTANCE, null, 200, null).asString())
        .contains("\"x\":" + expected);
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(
      resources = "/contract/variable/a-value-is-refused.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void a_value_is_refused(
      String type, String value, String valueInfo, int status, String errorType, String message) {
    String body =
        "{\"type\":\"%s\",\"value\":%s,\"valueInfo\":%s}".formatted(type, value, valueInfo);
    Integer code = errorType.equals("ProcessEngineException") ? 0 : null;

    refuses("PUT " + OF_INSTANCE + "/x", body, status, errorType, code, message);
    refuses(
        "GET " + OF_INSTANCE + "/x",
        null,
        404,
        "InvalidRequestException",
        null,
        "process instance variable with name x does not exist");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/variable/answers-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variableName=color",
        "variableNameLike=co%25",
        "variableValues=color_eq_red",
        "variableValues=COLOR_eq_RED&variableNamesIgnoreCase=true&variableValuesIgnoreCase=true",
        "executionIdIn=<instance>&variableName=color",
        "variableScopeIdIn=<instance>&variableName=color",
        "activityInstanceIdIn=<instance>&variableName=color",
        "variableName=color&sortBy=activityInstanceId&sortOrder=asc",
        "variableName=color&sortBy=tenantId&sortOrder=asc"
      })
  void filters_of_variables_match(String filter) {
    answers(
        "GET /variable-instance?processInstanceIdIn=<instance>&" + filter,
        null,
        200,
        "[{\"type\":\"String\",\"value\":\"red\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "variableName=none",
        "variableValues=color_neq_red",
        "executionIdIn=<work>",
        "variableScopeIdIn=<work>",
        "activityInstanceIdIn=work:<work>",
        "taskIdIn=<unknown>",
        "batchIdIn=x",
        "caseInstanceIdIn=x",
        "caseExecutionIdIn=x",
        "tenantIdIn=north"
      })
  void filters_of_variables_pass_over(String filter) {
    answers("GET /variable-instance?processInstanceIdIn=<instance>&" + filter, null, 200, "[]");
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/variable/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @Test
  void local_variables_hide_outer_ones() {
    answers("PUT " + OF_EXECUTION + "/color", "{\"value\":\"blue\"}", 204, null);

    answers("GET " + OF_EXECUTION + "/color", null, 200, "\"value\":\"blue\"");
    answers("GET /process-instance/<work>/variables/color", null, 200, "\"value\":\"blue\"");
    answers("GET " + OF_INSTANCE + "/color", null, 200, "\"value\":\"red\"");
    answers(
        "GET /variable-instance?executionIdIn=<work>",
        null,
        200,
        "\"activityInstanceId\":\"work:<work>\"");
  }

  @Test
  void an_object_in_json_is_a_structure_unless_its_reader_wants_the_text() {
    String text = "\"value\":\"{\\\"a\\\":1.10}\"";
    answers("PUT " + OF_INSTANCE + "/x", object("{\\\"a\\\":1.10}"), 204, null);
    String id = idOf("x");

    answers("GET " + OF_INSTANCE + "/x", null, 200, "\"value\":{\"a\":1.10}");
    answers("GET " + OF_INSTANCE + "/x?deserializeValue=false", null, 200, text);
    answers("GET " + OF_INSTANCE + "?deserializeValues=false", null, 200, text);
    answers("GET /variable-instance/" + id, null, 200, "\"value\":{\"a\":1.10}");
    answers("GET /variable-instance/" + id + "?deserializeValue=false", null, 200, text);
    answers("GET /variable-instance?variableName=x&deserializeValues=false", null, 200, text);
    answers(
        "POST /variable-instance?deserializeValues=false",
        "{\"variableName\":\"x\",\"processInstanceIdIn\":[\"<instance>\"]}",
        200,
        text);
    answers("POST /external-task/fetchAndLock", fetch(""), 200, text);
    answers("POST /external-task/<task>/unlock", null, 204, null);
    answers(
        "POST /external-task/fetchAndLock",
        fetch(",\"deserializeValues\":true"),
        200,
        "\"value\":{\"a\":1.10}");
  }

  @Test
  void an_object_that_only_claims_to_be_json_fails_when_it_is_read_as_such() {
    answers("PUT " + OF_INSTANCE + "/x", object("{broken"), 204, null);
    String id = idOf("x");

    refuses(
        "GET " + OF_INSTANCE + "/x",
        null,
        500,
        "RestException",
        0,
        "Cannot get process instance variable x: Cannot deserialize an object");
    refuses(
        "GET " + OF_INSTANCE, null, 500, "ProcessEngineException", 0, "Cannot get variable x: ");
    refuses("GET /variable-instance/" + id, null, 500, "RestException", 0, "Cannot get variable");
    answers("GET " + OF_INSTANCE + "/x?deserializeValue=false", null, 200, "\"value\":\"{broken\"");
    Response listed = ask("GET /variable-instance?variableName=x&executionIdIn=<instance>", null);
    assertThat(listed.<String>path("[0].errorMessage")).startsWith("Cannot deserialize an object");
    assertThat(listed.<Object>path("[0].value")).isNull();
    answers(
        "POST /external-task/fetchAndLock",
        fetch(",\"deserializeValues\":true"),
        200,
        "\"value\":\"{broken\"");
  }

  @Test
  void a_transient_value_is_gone_with_its_transaction() {
    answers(
        "PUT " + OF_INSTANCE + "/x",
        "{\"value\":\"once\",\"type\":\"String\",\"valueInfo\":{\"transient\":true}}",
        204,
        null);

    refuses("GET " + OF_INSTANCE + "/x", null, 404, "InvalidRequestException", null, "x");
    refuses(
        "PUT " + OF_INSTANCE + "/color",
        "{\"value\":\"once\",\"type\":\"String\",\"valueInfo\":{\"transient\":true}}",
        500,
        "RestException",
        0,
        "Cannot put process instance variable color: Cannot set variable 'color' to a transient");
  }

  @ParameterizedTest
  @ValueSource(strings = {OF_INSTANCE, OF_EXECUTION})
  void a_file_is_uploaded_and_downloaded(String scope) throws Exception {
    String data = part("data\"; filename=\"a b.txt", "text/plain; encoding=UTF-8", "content");

    assertThat(upload(scope, data, part("valueType", "text/plain", "File"))).isEqualTo(204);

    answers("GET " + scope + "/x", null, 200, "{\"type\":\"File\",\"value\":null,\"valueInfo\":{");
    for (String path : List.of(scope + "/x/data", "/variable-instance/" + idOf("x") + "/data")) {
      Response file = ask("GET " + path, null);
      assertThat(file.statusCode()).isEqualTo(200);
      assertThat(file.asString()).isEqualTo("content");
      assertThat(file.contentType().replace(" ", ""))
          .isEqualToIgnoringCase("text/plain;charset=UTF-8");
      assertThat(file.header("Content-Disposition"))
          .isEqualTo("attachment; filename=\"a b.txt\"; filename*=UTF-8''a%20b.txt");
    }
  }

  @Test
  void the_name_of_a_file_may_have_any_letters() {
    answers(
        "PUT " + OF_INSTANCE + "/x",
        """
        {"type":"File","value":"Y29udGVudA==","valueInfo":{"filename":"\\u00dfa \\"1\\".txt"}}
        """,
        204,
        null);

    Response file = ask("GET " + OF_INSTANCE + "/x/data", null);
    assertThat(file.contentType()).isEqualTo("application/octet-stream");
    assertThat(file.header("Content-Disposition"))
        .startsWith("attachment; filename=\"")
        .endsWith("filename*=UTF-8''%C3%9Fa%20%221%22.txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {OF_INSTANCE, OF_EXECUTION})
  void bytes_are_uploaded_and_downloaded(String scope) throws Exception {
    String data = part("data\"; filename=\"ignored", "text/plain", "content");

    assertThat(upload(scope, data)).isEqualTo(204);

    answers("GET " + scope + "/x", null, 200, "{\"type\":\"Bytes\",\"value\":\"Y29udGVudA==\"");
    Response bytes = ask("GET " + scope + "/x/data", null);
    assertThat(bytes.contentType()).isEqualTo("application/octet-stream");
    assertThat(bytes.asString()).isEqualTo("content");
    answers(
        "GET /variable-instance?variableName=x&processInstanceIdIn=<instance>",
        null,
        200,
        "\"type\":\"Bytes\",\"value\":null");
    answers("GET /variable-instance/" + idOf("x"), null, 200, "\"value\":\"Y29udGVudA==\"");
  }

  @Test
  void an_upload_is_bytes_or_a_file() throws Exception {
    String data = part("data", "text/plain", "content");

    assertThat(upload(OF_INSTANCE, data, part("valueType", "text/plain", "Date"))).isEqualTo(400);
    assertThat(upload(OF_INSTANCE, data, part("valueType", "text/plain", "File"))).isEqualTo(400);
    assertThat(upload(OF_INSTANCE, data, part("type", "text/plain", "java.util.List")))
        .isEqualTo(400);
    assertThat(upload(OF_INSTANCE, part("valueType", "text/plain", "Bytes"))).isEqualTo(400);
    assertThat(upload("/execution/<unknown>/localVariables", data)).isEqualTo(500);
    refuses("GET " + OF_INSTANCE + "/x", null, 404, "InvalidRequestException", null, "x");
  }

  private static String part(String name, String mediaType, String content) {
    return "--border\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: %s\r\n\r\n%s\r\n"
        .formatted(name, mediaType, content);
  }

  private int upload(String scope, String... parts) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(rest().root() + resolved(scope + "/x/data")))
            .header("Content-Type", "multipart/form-data; boundary=border")
            .POST(BodyPublishers.ofString(String.join("", parts) + "--border--\r\n"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.discarding()).statusCode();
  }

  private String idOf(String variable) {
    return ask(
            "GET /variable-instance?processInstanceIdIn=<instance>&variableName=" + variable, null)
        .path("[0].id");
  }

  private static String object(String text) {
    return "{\"type\":\"Object\",\"value\":\"%s\",%s}".formatted(text, JSON_OBJECT);
  }

  private String fetch(String more) {
    name("task", ask("GET /external-task?processInstanceId=<instance>", null).path("[0].id"));
    return "{\"workerId\":\"alice\",\"maxTasks\":9,\"topics\":[{\"topicName\":\"standing\",\"lockDuration\":9000%s}]}"
        .formatted(more);
  }
}
