package dev.outwork.it.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.nullValue;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What consoles ask about their user, and the record of what that user does. */
class IdentityIT {
  private static final String CHECK =
      "/authorization/check?permissionName=READ&resourceName=x&resourceType=6&resourceId=*";

  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="recorded" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="start"/>
          <sequenceFlow id="on" sourceRef="start" targetRef="wait"/>
          <userTask id="wait"/>
        </process>
      </definitions>
      """;

  @ParameterizedTest
  @CsvSource({
    "/user,                             courier-7",
    "/user?id=courier-7,                courier-7",
    "/user?id=mary,",
    "/user?firstName=Any,",
    "/user?memberOfGroup=couriers,      courier-7",
    "/group,                            couriers",
    "/group?member=courier-7,           couriers",
    "/group?member=mary,",
    "/tenant?userMember=courier-7,",
  })
  void a_caller_sees_itself_and_nobody_else(String path, String only) {
    List<String> ids = only == null ? List.of() : List.of(only);

    call().get(path).then().statusCode(200).body("id", equalTo(ids));
    call()
        .get(path.contains("?") ? path.replace("?", "/count?") : path + "/count")
        .then()
        .statusCode(200)
        .body("count", equalTo(ids.size()));
  }

  @Test
  void a_group_of_the_caller_exists_and_no_other() {
    call().get("/group/couriers").then().statusCode(200).body("name", equalTo("couriers"));
    call()
        .get("/group/others")
        .then()
        .statusCode(404)
        .body("message", equalTo("Group with id others does not exist"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "POST /user/create",
        "DELETE /user/mary",
        "PUT /user/mary/profile",
        "PUT /user/mary/credentials",
        "POST /user/mary/unlock",
        "POST /group/create",
        "PUT /group/couriers",
        "DELETE /group/couriers",
        "PUT /group/couriers/members/mary",
        "DELETE /group/couriers/members/mary",
        "POST /tenant/create",
        "PUT /tenant/acme",
        "DELETE /tenant/acme",
        "PUT /tenant/acme/user-members/mary",
        "DELETE /tenant/acme/user-members/mary",
        "PUT /tenant/acme/group-members/couriers",
        "DELETE /tenant/acme/group-members/couriers",
        "POST /authorization/create",
        "PUT /authorization/any",
        "DELETE /authorization/any"
      })
  void users_groups_and_permissions_cannot_be_written(String request) {
    String[] methodAndPath = request.split(" ");

    call()
        .contentType(ContentType.JSON)
        .body("{\"id\":\"x\",\"profile\":{\"id\":\"x\"},\"credentials\":{\"password\":\"x\"}}")
        .request(methodAndPath[0], methodAndPath[1])
        .then()
        .statusCode(403)
        .body("type", equalTo("InvalidRequestException"))
        .body("message", containsString("Identity service implementation is read-only"));
  }

  @Test
  void a_console_asks_what_its_user_may() {
    call().get(CHECK).then().statusCode(200).body("authorized", equalTo(true));
    call()
        .get(CHECK + "&userId=mary")
        .then()
        .statusCode(403)
        .body("message", equalTo("You must have READ permission for Authorization resource."));
    call()
        .get("/authorization/check?permissionName=READ")
        .then()
        .statusCode(400)
        .body("message", equalTo("Query parameter 'resourceName' cannot be null"));
    call()
        .get(CHECK.replace("READ", "FLY"))
        .then()
        .statusCode(400)
        .body("message", containsString("The permission 'FLY' is not valid"));
  }

  @Test
  void what_a_user_does_is_in_the_operation_log() {
    call()
        .multiPart("data", "recorded.bpmn", MODEL.getBytes(StandardCharsets.UTF_8))
        .post("/deployment/create")
        .then()
        .statusCode(200);
    String id =
        call()
            .contentType(ContentType.JSON)
            .body("{}")
            .post("/process-definition/key/recorded/start")
            .path("id");
    call()
        .contentType(ContentType.JSON)
        .body("{\"suspended\":true}")
        .put("/process-instance/" + id + "/suspended")
        .then()
        .statusCode(204);

    String ofInstance = "processInstanceId=" + id + "&sortBy=timestamp&sortOrder=asc";
    String operationId =
        call()
            .get("/history/user-operation?" + ofInstance)
            .then()
            .statusCode(200)
            .body("operationType", equalTo(List.of("Create", "Suspend")))
            .body("userId", everyItem(equalTo("courier-7")))
            .body("processDefinitionKey", everyItem(equalTo("recorded")))
            .body("[1].property", equalTo("suspensionState"))
            .body("[1].orgValue", nullValue())
            .body("[1].newValue", equalTo("suspended"))
            .extract()
            .path("[1].operationId");
    call()
        .contentType(ContentType.JSON)
        .body("{\"annotation\":\"asked by phone\"}")
        .put("/history/user-operation/" + operationId + "/set-annotation")
        .then()
        .statusCode(204);
    call()
        .get("/history/user-operation?operationType=Suspend&" + ofInstance)
        .then()
        .body("annotation", equalTo(List.of("asked by phone")));
    call()
        .put("/history/user-operation/" + operationId + "/clear-annotation")
        .then()
        .statusCode(204);
    call().put("/history/user-operation/none/clear-annotation").then().statusCode(400);
    call().get("/history/user-operation/count?" + ofInstance).then().body("count", equalTo(2));
  }

  /** Who holds a cookie lets each page that it visits act for it. */
  @ParameterizedTest
  @ValueSource(strings = {"/version", "/app/", "/openapi.json", "/task", "/no-such-path"})
  void no_answer_sets_a_cookie(String path) {
    assertThat(call().get(path).headers().getValues("Set-Cookie")).isEmpty();
  }

  private static RequestSpecification call() {
    return given()
        .baseUri(OperatedServer.root())
        .header("Authorization", "Bearer " + OperatedServer.provider().token());
  }
}
