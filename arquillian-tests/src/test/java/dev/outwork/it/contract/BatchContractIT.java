package dev.outwork.it.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.restassured.response.Response;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    wire().deployVideo();
    instance = name("instance", wire().startVideo("for batches"));
    name("task", wire().get("/external-task?processInstanceId=" + instance).path("[0].id"));
    name("done", doneIn("/process-instance/delete", Map.of("processInstanceIds", one("gone"))));
    String failed =
        id(
            "/external-task/retries-async",
            Map.of("retries", 3, "externalTaskIds", one("no-such-task")));
    name("failed", failed);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> wire().get("/batch/" + failed + "/failures").path("size()").equals(1));
    String suspended =
        id(
            "/external-task/retries-async",
            Map.of("retries", 3, "externalTaskIds", one("no-such-task")));
    name("suspended", suspended);
    answers("PUT /batch/<suspended>/suspended", "{\"suspended\":true}", 204, null);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                                                       | body | status | the answer has
          GET /batch                                                      |      | 200    | "id":"<failed>"
          GET /batch?sortBy=tenantId&sortOrder=desc&maxResults=1          |      | 200    | "id":"<suspended>"
          GET /batch?batchId=<failed>                                     |      | 200    | [{"id":"<failed>","type":"set-external-task-retries","totalJobs":1,
          GET /batch?batchId=<done>                                       |      | 200    | []
          GET /batch?type=no-such-type                                    |      | 200    | []
          GET /batch?tenantIdIn=one                                       |      | 200    | []
          GET /batch?createdBy=somebody                                   |      | 200    | []
          GET /batch?batchId=<suspended>&suspended=true                   |      | 200    | "suspended":true
          GET /batch?batchId=<suspended>&suspended=false                  |      | 200    | []
          GET /batch/count?batchId=<failed>&withoutTenantId=true          |      | 200    | {"count":1}
          GET /batch/count?batchId=<failed>&startedBefore=2013-01-23T14:42:45.000%2B0200 | | 200 | {"count":0}
          GET /batch/count?batchId=<failed>&startedAfter=2013-01-23T14:42:45.000%2B0200  | | 200 | {"count":1}
          GET /batch/<failed>                                             |      | 200    | "invocationsPerBatchJob":1
          GET /batch/statistics?batchId=<failed>                          |      | 200    | "remainingJobs":1,"completedJobs":0,"failedJobs":1
          GET /batch/statistics?sortBy=startTime&sortOrder=desc&batchId=<failed> | | 200  | "failedJobs":1
          GET /batch/statistics?batchId=<suspended>&suspended=true        |      | 200    | "remainingJobs":1,"completedJobs":0,"failedJobs":
          GET /batch/statistics/count?batchId=<failed>&withFailures=true  |      | 200    | {"count":1}
          GET /batch/statistics/count?batchId=<failed>&withoutFailures=true |    | 200    | {"count":0}
          GET /batch/<failed>/failures                                    |      | 200    | "elementId":"no-such-task","message":"External task with id no-such-task does not exist"
          GET /batch/<failed>/failures?firstResult=1&maxResults=5         |      | 200    | []
          GET /batch/<failed>/failures/count                              |      | 200    | {"count":1}
          POST /batch/<failed>/retry                                      |      | 204    |
          PUT /batch/<suspended>/suspended                                | {"suspended":false} | 204 |
          DELETE /batch/<failed>                                          |      | 204    |
          DELETE /batch/<failed>?cascade=true                             |      | 204    |
          GET /history/batch?batchId=<done>                               |      | 200    | [{"id":"<done>","type":"instance-deletion","totalJobs":1,"batchJobsPerSeed":1,
          GET /history/batch?batchId=<done>&completed=true&type=instance-deletion | | 200 | "removalTime":null
          GET /history/batch?batchId=<done>&completed=false               |      | 200    | []
          GET /history/batch?batchId=<failed>&completed=false             |      | 200    | "endTime":null
          GET /history/batch?batchId=<done>&sortBy=endTime&sortOrder=asc  |      | 200    | "endTime":"
          GET /history/batch/count?batchId=<done>&withoutTenantId=true    |      | 200    | {"count":1}
          GET /history/batch/count?batchId=<done>&tenantIdIn=one          |      | 200    | {"count":0}
          GET /history/batch/<done>                                       |      | 200    | "executionStartTime":"
          DELETE /history/batch/<done>                                    |      | 204    |
          POST /external-task/retries-async   | {"retries":5,"externalTaskIds":["<task>"]}                       | 200 | "type":"set-external-task-retries"
          POST /external-task/retries-async   | {"retries":5,"processInstanceIds":["<instance>"]}                | 200 | "totalJobs":1
          POST /external-task/retries-async   | {"retries":5,"externalTaskQuery":{"externalTaskId":"<task>"}}    | 200 | "totalJobs":1
          POST /external-task/retries-async   | {"retries":5,"processInstanceQuery":{"processInstanceIds":["<instance>"]}} | 200 | "totalJobs":1
          POST /external-task/retries-async   | {"retries":5,"historicProcessInstanceQuery":{"processInstanceId":"<instance>"}} | 200 | "totalJobs":1
          POST /external-task/retries-async   | {"retries":5,"externalTaskIds":["<unknown>"]}                    | 200 | "totalJobs":1
          POST /process-instance/delete       | {"processInstanceIds":["<instance>"],"deleteReason":"x","skipCustomListeners":true} | 200 | "type":"instance-deletion"
          POST /process-instance/delete       | {"processInstanceQuery":{"processInstanceIds":["<instance>"]}}   | 200 | "totalJobs":1
          POST /process-instance/delete       | {"historicProcessInstanceQuery":{"processInstanceId":"<instance>"}} | 200 | "totalJobs":1
          POST /history/process-instance/delete | {"historicProcessInstanceIds":["<unknown>"],"failIfNotExists":false} | 200 | "type":"historic-instance-deletion"
          POST /history/process-instance/delete | {"historicProcessInstanceQuery":{"processInstanceId":"<instance>"}} | 200 | "totalJobs":1
          POST /history/cleanup               |      | 200    | "batchId":
          """)
  void answers_with(String request, String body, int status, String expected) {
    answers(request, body, status, expected);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          # request                           | body                                      | status | type                    | code | message
          GET /batch/<unknown>                |                                           | 404    | InvalidRequestException |      | Batch with id '<unknown>' does not exist
          GET /batch/<done>                   |                                           | 404    | InvalidRequestException |      | Batch with id '<done>' does not exist
          GET /batch/<unknown>/failures       |                                           | 404    | InvalidRequestException |      | Batch with id '<unknown>' does not exist
          GET /batch/<failed>/failures?firstResult=-1 |                                   | 400    | NotValidException       | 0    | Cannot page from -1
          POST /batch/<unknown>/retry         |                                           | 404    | InvalidRequestException |      | Batch with id '<unknown>' does not exist
          PUT /batch/<unknown>/suspended      | {"suspended":true}                        | 400    | InvalidRequestException |      | Unable to suspend batch with id '<unknown>'
          PUT /batch/<unknown>/suspended      | {"suspended":false}                       | 400    | InvalidRequestException |      | Unable to activate batch with id '<unknown>'
          DELETE /batch/<unknown>             |                                           | 400    | InvalidRequestException |      | Unable to delete batch with id '<unknown>'
          DELETE /batch/<done>                |                                           | 400    | InvalidRequestException |      | Unable to delete batch with id '<done>'
          GET /batch?sortBy=batchId           |                                           | 400    | InvalidRequestException |      | Only a single sorting parameter specified
          GET /batch/statistics?sortBy=nonsense&sortOrder=asc |                           | 400    | InvalidRequestException |      | Cannot set query parameter 'sortBy'
          GET /history/batch/<unknown>        |                                           | 404    | InvalidRequestException |      | Historic batch with id '<unknown>' does not exist
          DELETE /history/batch/<unknown>     |                                           | 404    | InvalidRequestException |      | Historic batch with id '<unknown>' does not exist
          DELETE /history/batch/<failed>      |                                           | 400    | BadUserRequestException | 0    | has not ended
          POST /external-task/retries-async   | {"externalTaskIds":["<task>"]}            | 400    | InvalidRequestException |      | retries
          POST /external-task/retries-async   | {"retries":5}                             | 400    | InvalidRequestException |      | externalTaskIds is empty
          POST /external-task/retries-async   | {"retries":5,"externalTaskIds":["<task>",null]} | 400 | InvalidRequestException |   | External task id cannot be null: externalTaskIds contains null value
          POST /external-task/retries-async   | {"retries":-1,"externalTaskIds":["<task>"]} | 400  | InvalidRequestException |      | cannot be negative
          POST /process-instance/delete       | {}                                        | 400    | InvalidRequestException |      | processInstanceIds is empty
          POST /process-instance/delete       | {"processInstanceIds":[null]}             | 400    | InvalidRequestException |      | contains null
          POST /history/process-instance/delete | {}                                      | 400    | InvalidRequestException |      | historicProcessInstanceIds is empty
          """)
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
    assertThat(wire().get("/history/batch/" + batch).<String>path("endTime")).isNotNull();
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
        .until(() -> wire().get("/batch/" + id).statusCode() == 404);
    return id;
  }

  private String id(String path, Map<String, ?> body) {
    Response answer = wire().post(path, body);
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    return answer.path("id");
  }
}
