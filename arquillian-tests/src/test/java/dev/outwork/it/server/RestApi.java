package dev.outwork.it.server;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;

/**
 * An engine as its callers see it: HTTP and JSON.
 *
 * @param root of the API, without a slash at the end
 */
public record RestApi(String root) {
  public RestApi {
    root = root.endsWith("/") ? root.substring(0, root.length() - 1) : root;
  }

  /** A request with JSON. */
  public RequestSpecification request() {
    return given().baseUri(root).contentType(ContentType.JSON);
  }

  public Response get(String path, Object... parameters) {
    return request().get(path, parameters);
  }

  public Response post(String path, Object body) {
    return request().body(body).post(path);
  }

  public ValidatableResponse deploy(String fileName, byte[] content) {
    return given()
        .baseUri(root)
        .multiPart("deployment-name", fileName)
        .multiPart("data", fileName, content, "application/octet-stream")
        .post("/deployment/create")
        .then();
  }

  /** Deploys the process of the example page: start, transcodeVideo, uploadVideo, end. */
  public void deployVideo() {
    byte[] model = get("/pages/video/video.bpmn").then().statusCode(200).extract().asByteArray();
    deploy("video.bpmn", model).statusCode(200);
  }

  /** Starts the video process. */
  public String startVideo(String video) {
    return start("video", Map.of("video", string(video)));
  }

  /** Starts the latest version of a key and returns the id of the instance. */
  public String start(String key, Map<String, ?> variables) {
    return post("/process-definition/key/" + key + "/start", Map.of("variables", variables))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  /** Fetches from one topic at once. */
  public List<Map<String, Object>> fetch(String workerId, String topic, int most) {
    return post(
            "/external-task/fetchAndLock",
            Map.of(
                "workerId",
                workerId,
                "maxTasks",
                most,
                "topics",
                List.of(Map.of("topicName", topic, "lockDuration", 60_000))))
        .then()
        .statusCode(200)
        .extract()
        .path("$");
  }

  public Response complete(String taskId, String workerId, Map<String, ?> variables) {
    return post(
        "/external-task/" + taskId + "/complete",
        Map.of("workerId", workerId, "variables", variables));
  }

  /** The state of an instance, from history. */
  public String stateOf(String processInstanceId) {
    return get("/history/process-instance/" + processInstanceId)
        .then()
        .statusCode(200)
        .extract()
        .path("state");
  }

  /** How many instances of a key have run to their end. */
  public int completed(String key) {
    return get("/history/process-instance/count?completed=true&processDefinitionKey=" + key)
        .then()
        .statusCode(200)
        .extract()
        .path("count");
  }

  /** How many of these instances have run to their end. */
  public int completed(List<String> processInstanceIds) {
    return post(
            "/history/process-instance/count",
            Map.of("processInstanceIds", processInstanceIds, "completed", true))
        .then()
        .statusCode(200)
        .extract()
        .path("count");
  }

  public int openTasks() {
    return get("/external-task/count").then().statusCode(200).extract().path("count");
  }

  /** A value of type String, as a variable is sent. */
  public static Map<String, Object> string(String value) {
    return Map.of("value", value, "type", "String");
  }
}
