package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The contract of docs/rest-api.md, "Batches", and what is done by batches: {@code retries},
 * deletion of instances and of history.
 */
class BatchContractIT extends Contract {
  private static final String KEYS_OF_A_BATCH =
      """
      "totalJobs":1,"jobsCreated":1,"batchJobsPerSeed":1,"invocationsPerBatchJob":1,\
      "seedJobDefinitionId":null,"monitorJobDefinitionId":null,"batchJobDefinitionId":null,\
      "suspended":false,"tenantId":null,"createUserId":null,"startTime":\
      """;

  private String instance;

  /** A batch whose one element has failed, one that is suspended, and one that has ended. */
  @BeforeEach
  void batches() {
    rest().deployVideo();
    instance = name("instance", rest().startVideo("for batches"));
    name("task", rest().get("/external-task?processInstanceId=" + instance).path("[0].id"));
    name("done", doneIn("/process-instance/delete", Map.of("processInstanceIds", one("gone"))));
    String failed =
        id(
            "/external-task/retries-async",
            Map.of("retries", 3, "externalTaskIds", one("no-such-task")));
    name("failed", failed);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> rest().get("/batch/" + failed + "/failures").path("size()").equals(1));
    String suspended =
        id(
            "/external-task/retries-async",
            Map.of("retries", 3, "externalTaskIds", one("no-such-task")));
    name("suspended", suspended);
    answers("PUT /batch/<suspended>/suspended", "{\"suspended\":true}", 204, null);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/batch/answers-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvFileSource(
      resources = "/contract/batch/refuses-with.csv",
      delimiter = '|',
      quoteCharacter = '`')
  void refuses_with(
      String request, String body, int status, String type, Integer code, String message) {
    refuses(request, body, status, type, code, message);
  }

  @Test
  void a_batch_has_every_key_of_the_reference() {
    answers(
        "POST /external-task/retries-async",
        "{\"retries\":5,\"externalTaskIds\":[\"<task>\"]}",
        200,
        KEYS_OF_A_BATCH);
  }

  @Test
  void retries_are_set_soon_after_the_answer() {
    String batch =
        doneIn(
            "/external-task/retries-async",
            Map.of("retries", 5, "processInstanceIds", one(instance)));

    answers("GET /external-task/<task>", null, 200, "\"retries\":5");
    assertThat(rest().get("/history/batch/" + batch).<String>path("endTime")).isNotNull();
  }

  @Test
  void instances_are_deleted_soon_after_the_answer() {
    doneIn(
        "/process-instance/delete",
        Map.of("processInstanceIds", one(instance), "deleteReason", "cleaning"));

    answers("GET /process-instance/<instance>", null, 404, null);
    answers("GET /history/process-instance/<instance>", null, 200, "\"deleteReason\":\"cleaning\"");
    doneIn("/history/process-instance/delete", Map.of("historicProcessInstanceIds", one(instance)));
    answers("GET /history/process-instance/<instance>", null, 404, null);
  }

  private static String[] one(String id) {
    return new String[] {id};
  }

  /** Creates a batch and waits for its end. */
  private String doneIn(String path, Map<String, ?> body) {
    String id = id(path, body);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> rest().get("/batch/" + id).statusCode() == 404);
    return id;
  }

  private String id(String path, Map<String, ?> body) {
    Response answer = rest().post(path, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.path("id");
  }
}
