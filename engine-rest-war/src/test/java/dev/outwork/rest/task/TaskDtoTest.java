package dev.outwork.rest.task;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.outwork.api.task.DelegationState;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskDetails;
import dev.outwork.rest.format.Json;
import dev.outwork.rest.format.RestDate;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** A task in the REST API (docs/rest-api.md, "User tasks"). */
class TaskDtoTest {
  private static final Instant CREATED = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void every_field_is_written_and_nothing_is_left_out() throws JsonProcessingException {
    TaskDetails details =
        new TaskDetails(
            "Sign it",
            "in ink",
            "mary",
            "paul",
            DelegationState.PENDING,
            CREATED.plusSeconds(1),
            CREATED.plusSeconds(2),
            70);

    JsonNode json =
        json(
            new Task(
                "t",
                details,
                "sign",
                "e",
                "i",
                "d",
                CREATED,
                CREATED.plusSeconds(3),
                true,
                "f",
                "north"));

    assertThat(json)
        .isEqualTo(
            Json.MAPPER.readTree(
                """
                {"id": "t", "name": "Sign it", "assignee": "mary", "created": "%s", "due": "%s",
                 "followUp": "%s", "lastUpdated": "%s", "delegationState": "PENDING",
                 "description": "in ink", "executionId": "e", "owner": "paul",
                 "parentTaskId": null, "priority": 70, "processDefinitionId": "d",
                 "processInstanceId": "i", "taskDefinitionKey": "sign", "caseExecutionId": null,
                 "caseInstanceId": null, "caseDefinitionId": null, "suspended": true,
                 "formKey": "f", "camundaFormRef": null, "tenantId": "north",
                 "taskState": "Updated"}
                """
                    .formatted(inJson(0), inJson(1), inJson(2), inJson(3))));
  }

  @Test
  void a_task_that_was_never_changed_says_so() throws JsonProcessingException {
    TaskDetails details = new TaskDetails(null, null, null, null, null, null, null, 50);

    JsonNode json =
        json(new Task("t", details, "sign", "e", "i", "d", CREATED, null, false, null, null));

    assertThat(json.get("taskState").textValue()).isEqualTo("Created");
    assertThat(json.get("lastUpdated").isNull()).isTrue();
    assertThat(json.get("delegationState").isNull()).isTrue();
  }

  private static String inJson(int seconds) {
    return RestDate.format(CREATED.plusSeconds(seconds));
  }

  private static JsonNode json(Task task) throws JsonProcessingException {
    return Json.MAPPER.readTree(Json.MAPPER.writeValueAsString(TaskDto.of(task)));
  }
}
