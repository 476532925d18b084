package dev.outwork.it.rest;

import static io.restassured.RestAssured.given;
import static io.restassured.config.EncoderConfig.encoderConfig;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;

import dev.outwork.it.server.OnServer;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Input that cannot be honoured changes nothing and is answered clearly, whoever made it. */
class HostileInputIT extends OnServer {
  private static final int FIFTY_MEGABYTES = 50 * 1024 * 1024;

  @Test
  void malformed_json_is_answered_with_the_parsers_reason() {
    refused(send("/external-task/fetchAndLock", "{\"workerId\": "), 400)
        .body("type", equalTo("InvalidRequestException"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"workerId\":\"w\",\"maxTasks\":\"many\",\"topics\":[]}",
        "{\"workerId\":\"w\",\"maxTasks\":99999999999,\"topics\":[]}",
        "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":\"transcodeVideo\"}",
        "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[\"transcodeVideo\"]}",
        "{\"workerId\":{\"a\":1},\"maxTasks\":1,\"topics\":[]}",
        "{\"workerId\":\"w\\u0000\",\"maxTasks\":1,\"topics\":[]}",
        "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":9223372036854775807}]}",
        "[]",
        "\"text\"",
        "17"
      })
  void a_fetch_of_the_wrong_shape_is_refused(String body) {
    refused(send("/external-task/fetchAndLock", body), 400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"maxTasks\":1,\"topics\":[]}",
        "{\"workerId\":\"w\",\"maxTasks\":-1,\"topics\":[{\"topicName\":\"t\",\"lockDuration\":1}]}",
        "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"lockDuration\":1}]}",
        "{\"workerId\":\"w\",\"maxTasks\":1,\"topics\":[{\"topicName\":\"t\"}]}"
      })
  void status_500_has_the_format_of_the_rest_api(String body) {
    refused(send("/external-task/fetchAndLock", body), 500);
  }

  @Test
  void an_unknown_id_is_not_found_however_odd_it_looks() {
    for (String id : new String[] {"x", "'; drop table external_task; --", "%25", "ä€"}) {
      refused(
          given()
              .baseUri(rest().root())
              .contentType(ContentType.JSON)
              .body("{\"workerId\":\"w\"}")
              .post("/external-task/{id}/complete", id),
          404);
    }
  }

  @Test
  void unknown_paths_methods_and_media_types_are_answered_in_the_format_of_the_rest_api() {
    refused(rest().get("/no-such-thing"), 404);
    refused(rest().request().delete("/external-task"), 405);
    refused(
        given()
            .baseUri(rest().root())
            .contentType("application/x-www-form-urlencoded")
            .body("a=b")
            .post("/external-task/fetchAndLock"),
        415);
  }

  @Test
  void deeply_nested_json_is_refused() {
    String deep = "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000);

    refused(send("/external-task/fetchAndLock", deep), 400);
  }

  @Test
  void a_body_of_fifty_megabytes_is_refused_without_being_kept() throws IOException {
    HttpURLConnection connection =
        (HttpURLConnection)
            URI.create(rest().root() + "/external-task/fetchAndLock").toURL().openConnection();
    connection.setRequestMethod("POST");
    connection.setRequestProperty("Content-Type", "application/json");
    connection.setDoOutput(true);
    connection.setChunkedStreamingMode(1 << 16);
    int status;
    try {
      byte[] piece = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
      try (OutputStream out = connection.getOutputStream()) {
        for (int sent = 0; sent < FIFTY_MEGABYTES; sent += piece.length) {
          out.write(piece);
        }
      }
      status = connection.getResponseCode();
      try (InputStream body = connection.getErrorStream()) {
        assertThat(new String(body.readAllBytes(), StandardCharsets.UTF_8)).contains("\"message\"");
      }
    } catch (IOException e) {
      // The server may close the connection before it has read what it refuses.
      status = 413;
    }

    assertThat(status).isEqualTo(413);
    rest().get("/engine").then().statusCode(200);
  }

  @Test
  void a_doctype_is_refused_and_no_entity_is_expanded() {
    String bomb =
        """
        <?xml version="1.0"?>
        <!DOCTYPE definitions [
          <!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
          <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">
          <!ENTITY file SYSTEM "file:///etc/passwd">]>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="x">
          <process id="p" name="&d;&file;" isExecutable="true"><startEvent id="s"/></process>
        </definitions>
        """;

    String answer = parseFailure(bomb).extract().asString();

    assertThat(answer).doesNotContain("root:").doesNotContain("aaaaaaaaaa");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${''.getClass()}",
        "${execution.getClass().forName('java.lang.Runtime')}",
        "${Runtime.getRuntime()}",
        "${x -> x}",
        "${a = 5}",
        "${[1,2].stream().count()}"
      })
  void an_expression_that_would_run_code_is_refused_at_deployment(String expression) {
    String model = process(condition(expression));

    parseFailure(model).body("message", containsString("toEnd"));
  }

  @Test
  void a_script_is_refused_at_deployment_with_the_id_of_its_element() {
    String model =
        process(
            """
            <startEvent id="start"/>
            <sequenceFlow id="f" sourceRef="start" targetRef="evil"/>
            <scriptTask id="evil" scriptFormat="groovy"><script>println 1</script></scriptTask>
            """);

    parseFailure(model)
        .body("message", containsString("evil"))
        .body("details", hasKey("hostile.bpmn"));
  }

  @Test
  void garbage_instead_of_a_model_is_refused() {
    parseFailure("this is no XML at all");
  }

  @Test
  void a_deployment_that_is_no_multipart_is_refused() {
    Response response =
        given()
            .baseUri(rest().root())
            .config(
                RestAssured.config()
                    .encoderConfig(
                        encoderConfig()
                            .encodeContentTypeAs("multipart/form-data", ContentType.TEXT)))
            .contentType("multipart/form-data; boundary=x")
            .body("nonsense")
            .post("/deployment/create");

    refused(response, 400);
  }

  private ValidatableResponse parseFailure(String model) {
    int before = rest().get("/deployment/count").then().extract().path("count");
    ValidatableResponse response =
        refused(
            given()
                .baseUri(rest().root())
                .multiPart(
                    "data",
                    "hostile.bpmn",
                    model.getBytes(StandardCharsets.UTF_8),
                    "application/octet-stream")
                .post("/deployment/create"),
            400);
    rest().get("/deployment/count").then().body("count", equalTo(before));
    return response.body("type", equalTo("ParseException"));
  }

  private static String condition(String expression) {
    return """
        <startEvent id="start"/>
        <sequenceFlow id="toChoice" sourceRef="start" targetRef="choice"/>
        <exclusiveGateway id="choice"/>
        <sequenceFlow id="toEnd" sourceRef="choice" targetRef="end">
          <conditionExpression><![CDATA[%s]]></conditionExpression>
        </sequenceFlow>
        <endEvent id="end"/>
        """
        .formatted(expression);
  }

  private static String process(String elements) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://outwork.dev/tests">
          <process id="hostile" isExecutable="true">
        %s
          </process>
        </definitions>
        """
        .formatted(elements);
  }

  private Response send(String path, String body) {
    return given().baseUri(rest().root()).contentType(ContentType.JSON).body(body).post(path);
  }

  /** The error format of the REST API, without internals of the engine. */
  private static ValidatableResponse refused(Response response, int status) {
    ValidatableResponse refused =
        response
            .then()
            .statusCode(status)
            .body("", hasKey("type"))
            .body("", hasKey("message"))
            .body("", hasKey("code"));
    assertThat(response.asString())
        .doesNotContain("dev.outwork")
        .doesNotContain("\tat ")
        .doesNotContain("select ")
        .doesNotContain("com.fasterxml");
    return refused;
  }
}
