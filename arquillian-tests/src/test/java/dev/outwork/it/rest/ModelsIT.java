package dev.outwork.it.rest;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.outwork.it.server.OnServer;
import dev.outwork.it.server.Project;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Models as teams have them, over HTTP: as a modeler has written them, and what they would meet.
 */
class ModelsIT extends OnServer {
  private static final DateTimeFormatter REST =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSZ");
  private static final byte[] REFUSED =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="refused" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="charge"/>
          <serviceTask id="charge" camunda:class="com.acme.Charge" camunda:resultVariable="r"/>
          <task id="alone"/>
        </process>
      </definitions>
      """
          .getBytes(StandardCharsets.UTF_8);

  private static byte[] payment() throws IOException {
    try (InputStream model = ModelsIT.class.getResourceAsStream("/processes/payment.bpmn")) {
      return model.readAllBytes();
    }
  }

  private String paid(int amount) throws IOException {
    rest().deploy("payment.bpmn", payment()).statusCode(200);
    String instance = rest().start("payment-retrieval", Map.of("amount", Map.of("value", amount)));
    Object task = rest().fetch("worker", "charge-card", 1).get(0).get("id");
    rest().complete(task.toString(), "worker", Map.of()).then().statusCode(204);
    return instance;
  }

  @Test
  void a_flow_without_a_condition_leads_to_a_message_that_nobody_sends() throws IOException {
    String instance = paid(5);

    assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED");
    rest()
        .get("/history/activity-instance?activityId=Event_receipt&processInstanceId=" + instance)
        .then()
        .body("activityType", hasItem("endEvent"));
    rest()
        .get("/history/variable-instance?variableName=starter&processInstanceId=" + instance)
        .then()
        .body("", hasSize(1))
        .body("[0].value", nullValue());
  }

  @Test
  void a_duration_that_repeats_is_due_once() throws IOException {
    String instance = paid(5000);
    String job =
        rest()
            .get("/job?processInstanceId=" + instance)
            .then()
            .body("", hasSize(1))
            .extract()
            .path("[0].id");

    rest().post("/job/" + job + "/execute", Map.of()).then().statusCode(204);

    assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_cron_timer_is_seen_and_moved_at_its_job() throws IOException {
    rest().deploy("payment.bpmn", payment()).statusCode(200);
    String jobs = "/job?processDefinitionKey=payment-report";
    JsonPath job = rest().get(jobs).then().body("", hasSize(1)).extract().jsonPath();
    OffsetDateTime due = OffsetDateTime.parse(job.getString("[0].dueDate"), REST);
    assertThat(due.withOffsetSameInstant(ZoneOffset.UTC).toLocalTime())
        .isEqualTo(LocalTime.of(3, 30));
    assertThat(due.withOffsetSameInstant(ZoneOffset.UTC).getDayOfWeek())
        .isLessThan(DayOfWeek.SATURDAY);

    String id = job.getString("[0].id");
    rest()
        .request()
        .body(Map.of("duedate", "2100-01-01T00:00:00.000+0000"))
        .put("/job/" + id + "/duedate")
        .then()
        .statusCode(204);
    rest().get("/job/" + id).then().body("dueDate", containsString("2100-01-01"));
    rest().post("/job/" + id + "/execute", Map.of()).then().statusCode(204);

    rest()
        .get("/task?processDefinitionKey=payment-report")
        .then()
        .body("taskDefinitionKey", hasItem("Task_report"));
    OffsetDateTime next =
        OffsetDateTime.parse(
            rest().get(jobs).then().body("", hasSize(1)).extract().<String>path("[0].dueDate"),
            REST);
    assertThat(next).isAfter(due).isBefore(due.plusDays(4));
  }

  @Test
  void a_process_is_found_by_who_should_start_it() throws IOException {
    rest().deploy("payment.bpmn", payment()).statusCode(200);

    String latest = "/process-definition?latestVersion=true&key=payment-retrieval&startableBy=";
    rest().get(latest + "mary").then().body("", hasSize(1));
    rest().get(latest + "joe").then().body("", hasSize(0));
  }

  @Test
  void a_check_tells_of_all_files_and_deploys_nothing() throws IOException {
    String count = "/deployment/count";
    int before = rest().get(count).then().extract().path("count");

    given()
        .baseUri(rest().root())
        .multiPart("a", "payment.bpmn", payment())
        .multiPart("b", "refused.bpmn", REFUSED)
        .multiPart("c", "readme.txt", new byte[] {1})
        .post("/deployment/check")
        .then()
        .statusCode(200)
        .body("deployable", equalTo(false))
        .body("details.keySet()", hasItems("payment.bpmn", "refused.bpmn"))
        .body("details.size()", equalTo(2))
        .body("details.'payment.bpmn'.errors", hasSize(0))
        .body(
            "details.'payment.bpmn'.processDefinitionKeys",
            equalTo(List.of("payment-retrieval", "payment-report")))
        .body("details.'payment.bpmn'.topics", hasSize(1))
        .body("details.'payment.bpmn'.topics[0].topicName", equalTo("charge-card"))
        .body("details.'payment.bpmn'.topics[0].activityId", equalTo("Task_charge"))
        .body(
            "details.'payment.bpmn'.warnings.message",
            hasItems(
                containsString("is taken when it is reached"),
                containsString("has no implementation for its message"),
                containsString("camunda:modelerTemplateIcon, which is ignored")))
        .body("details.'refused.bpmn'.errors", hasSize(1))
        .body("details.'refused.bpmn'.errors[0].mainElementId", equalTo("charge"))
        .body("details.'refused.bpmn'.errors[0].line", equalTo(5))
        .body("details.'refused.bpmn'.warnings.mainElementId", hasItem("alone"))
        .body("details.'refused.bpmn'.topics", hasSize(0));

    rest().get(count).then().body("count", equalTo(before));
  }

  @Test
  void the_script_tells_of_a_folder(@TempDir Path folder) throws Exception {
    Files.write(Files.createDirectory(folder.resolve("a b")).resolve("payment.bpmn"), payment());
    Files.write(folder.resolve("refused.bpmn"), REFUSED);
    Path script = Project.file("server-config/check-models");

    Process process =
        new ProcessBuilder("bash", script.toString(), folder.toString(), rest().root())
            .redirectErrorStream(true)
            .start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(output).isEqualTo(1);
    assertThat(output)
        .contains("refused.bpmn:5: error: Service task 'charge' has the attribute camunda:class")
        .contains("a b/payment.bpmn: topic charge-card: Task_charge of payment-retrieval")
        .endsWith("1 models would be taken, 1 refused\n");
  }
}
