package dev.outwork.it.page;

import static dev.outwork.it.page.Console.address;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Steering by the console: what is planned is shown first, and what was done is seen over REST. */
class ConsoleSteeringIT extends InConsole {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String ELEMENT = "select[name=element] option[value=%s]";

  /** start --> charge (external, with a timer) --> approve (user task) --> end */
  private void deploy(String key) {
    byte[] model =
        Console.read("/processes/shop-order.bpmn")
            .replace("shop-order", key)
            .replace("charge-card", key)
            .getBytes(StandardCharsets.UTF_8);
    rest().deploy(key + ".bpmn", model).statusCode(200);
  }

  private String start(String key, String businessKey) {
    return rest()
        .post("/process-definition/key/" + key + "/start", Map.of("businessKey", businessKey))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private List<String> activitiesOf(String instance) {
    return rest()
        .get("/process-instance/" + instance + "/activity-instances")
        .path("childActivityInstances.activityId");
  }

  @Test
  void an_instance_is_modified_by_a_plan_that_is_shown_before_it_is_sent() {
    deploy("steer-modify");
    String id = start("steer-modify", "modified");
    console.open("instance/" + id);
    console.waitFor("bpmn-diagram[data-state=drawn]");
    console.click("[data-element-id=charge]");
    console.shows(".chosen", "Charge card");
    console.click("[data-testid=cancel-here]");
    console.waitFor(".badge.cancel");

    console.click(ELEMENT.formatted("done"));
    console.click("[data-testid=startAfterActivity]");
    console.click("[data-testid=review]");
    console.confirm();
    console.shows("dialog [role=alert]", "done");
    console.wasRefusedWith(400);
    assertThat(activitiesOf(id)).containsExactly("charge");
    console.click("dialog .buttons button");

    console.click("button[aria-label='Leave out: Start after Order done']");
    console.click(ELEMENT.formatted("approve"));
    console.click("[data-testid=startBeforeActivity]");
    console.waitFor(".badge.start");
    console.isAccessible();
    console.click("[data-testid=review]");
    console.shows("dialog pre", "\"startBeforeActivity\"");
    console.isAccessible();
    console.confirm();
    console.shows(".waits", "Approve order");
    assertThat(activitiesOf(id)).containsExactly("approve");
  }

  @Test
  void a_process_shows_how_long_its_activities_take() {
    deploy("steer-heat");
    String id = start("steer-heat", "ended");
    String charge = (String) rest().fetch("steerer", "steer-heat", 1).get(0).get("id");
    rest().complete(charge, "steerer", Map.of()).then().statusCode(204);
    String approve = rest().get("/task?processInstanceId=" + id).path("[0].id");
    rest().post("/task/" + approve + "/complete", Map.of()).then().statusCode(204);
    String definition = rest().get("/process-definition/key/steer-heat").path("id");

    console.open(address("process", definition) + "?view=durations");
    console.waitFor(".badge.heat");
    console.shows("div.heat", "in the one instance that has ended");
    console.click("process-page details summary");
    console.shows("[aria-label=Durations]", "Charge card");
    console.isAccessible();

    browser.get(rest().root() + "/app/#/" + address("process", definition) + "?view=nonsense");
    console.shows("main [role=alert]", "The diagram has no view 'nonsense'");
  }

  @Test
  void tasks_are_found_by_age_and_what_is_done_with_all_of_them_is_undone() {
    deploy("steer-bulk");
    IntStream.rangeClosed(1, 3).forEach(i -> start("steer-bulk", "bulk-" + i));

    console.open("topic/steer-bulk?older=1%20h");
    console.shows("[data-testid=found]", "0 tasks");
    console.open("topic/steer-bulk?younger=1%20h&businessKey=bulk");
    console.shows("[data-testid=found]", "3 tasks");
    console.isAccessible();

    console.click("[data-testid=bulk-priority]");
    console.confirm();
    console.shows("[data-testid=was]", "before, 3 tasks had 0");
    console.isAccessible();
    assertThat(prioritiesOf("steer-bulk")).containsOnly(50);
    putOfFirstTask("steer-bulk", "priority", 7);
    console.click("[data-testid=undo]");
    console.confirm();
    console.waitUntilGone("[data-testid=was]");
    console.shows("app-messages", "2 tasks as before, 1 left alone");
    assertThat(prioritiesOf("steer-bulk")).containsExactlyInAnyOrder(0, 0, 7);

    console.click("[data-testid=bulk-suspend]");
    console.shows("dialog h2", "Suspend 3 instances");
    console.confirm();
    console.shows("[data-testid=was]", "3 instances suspended");
    assertThat(suspendedOf("steer-bulk")).isEqualTo(3);
    console.click("[data-testid=undo]");
    console.confirm();
    console.waitUntilGone("[data-testid=was]");
    assertThat(suspendedOf("steer-bulk")).isZero();
  }

  @Test
  void retries_of_all_tasks_that_are_found_are_set_by_a_batch_and_undone() {
    deploy("steer-retries");
    IntStream.rangeClosed(1, 3).forEach(i -> start("steer-retries", "retries-" + i));
    console.open("topic/steer-retries");

    setRetriesOfAll(0);
    console.shows("batch-progress", "Done: 3 tasks");
    console.shows("[data-testid=was]", "3 tasks had no limit");
    assertThat(retriesOf("steer-retries")).containsExactly(0, 0, 0);

    setRetriesOfAll(4);
    console.shows("[data-testid=was]", "3 tasks had 0");
    console.waitFor("[data-testid=undo]");
    assertThat(retriesOf("steer-retries")).containsExactly(4, 4, 4);
    putOfFirstTask("steer-retries", "retries", 9);
    console.click("[data-testid=undo]");
    console.isAccessible();
    console.confirm();
    console.shows("app-messages", "2 tasks being set as before, 1 left alone");
    await()
        .atMost(LONGEST)
        .untilAsserted(
            () -> assertThat(retriesOf("steer-retries")).containsExactlyInAnyOrder(0, 0, 9));
  }

  @Test
  void what_is_cancelled_while_the_tasks_are_read_creates_no_batch() {
    deploy("steer-cancel");
    start("steer-cancel", "cancelled");
    console.open("topic/steer-cancel");
    console.evaluate(
        """
        const real = window.fetch;
        window.fetch = async (address, options) => {
          if (String(address).includes('maxResults=500')) {
            window.fetch = real;
            await new Promise((readOn) => { window.readOn = readOn; });
          }
          return real(address, options);
        };
        """);
    int batches = count("/history/batch/count");

    setRetriesOfAll(5);
    await()
        .atMost(LONGEST)
        .until(() -> console.evaluate("return Boolean(window.readOn)").equals(true));
    console.click("dialog .buttons button");
    console.waitUntilGone("dialog");
    console.evaluate("window.readOn()");

    console.shows("app-messages", "Cancelled: nothing more was sent");
    assertThat(count("/history/batch/count")).isEqualTo(batches);
  }

  private void setRetriesOfAll(int retries) {
    console.click("[data-testid=bulk-retries]:enabled");
    console.fill("dialog input[name=retries]", String.valueOf(retries));
    console.confirm();
  }

  /** As somebody else does it. */
  private void putOfFirstTask(String topic, String property, int value) {
    String id = rest().get("/external-task?topicName=" + topic).path("[0].id");
    rest()
        .request()
        .body(Map.of(property, value))
        .put("/external-task/" + id + "/" + property)
        .then()
        .statusCode(204);
  }

  private List<Integer> retriesOf(String topic) {
    return rest().get("/external-task?topicName=" + topic).path("retries");
  }

  @Test
  void retries_of_all_jobs_that_are_found_are_set_by_a_batch() {
    deploy("steer-jobs");
    start("steer-jobs", "first");
    start("steer-jobs", "second");

    console.open("jobs?definition=steer-jobs");
    console.shows("[data-testid=found]", "2 jobs");
    console.click("[data-testid=bulk-retries]");
    console.fill("dialog input[name=retries]", "9");
    console.shows("dialog pre", "/job/retries");
    console.confirm();

    console.shows("tbody", "Retries of jobs");
    console.shows("tbody", "ended");
    assertThat(rest().get("/job?processDefinitionKey=steer-jobs").<List<Integer>>path("retries"))
        .containsExactly(9, 9);
  }

  private List<Integer> prioritiesOf(String topic) {
    return rest().get("/external-task?topicName=" + topic).path("priority");
  }

  private int suspendedOf(String key) {
    return count("/process-instance/count?suspended=true&processDefinitionKey=" + key);
  }

  @Test
  void what_the_address_asks_for_in_vain_is_told_and_can_be_mended() {
    deploy("steer-vain");
    start("steer-vain", "vain");

    browser.get(rest().root() + "/app/#/topic/steer-vain?state=nonsense&colour=red");
    console.shows("main [role=alert]", "There is no state 'nonsense' here");
    console.shows(".notice", "colour is no filter of this page");
    console.isAccessible();
    console.click("a[href*='state=waiting']");
    console.shows("[data-testid=found]", "1 task");

    browser.get(rest().root() + "/app/#/instances?variables=nonsense&businessKey=vain");
    console.shows("main [role=alert]", "'nonsense' is not a condition");
    console.waitFor("[data-testid=retry]");
    console.fill("input[name=variables]", "\n");
    console.shows("[data-testid=found]", "1 instance");
    console.waitUntilGone("main [role=alert]");
  }

  @Test
  void a_view_is_kept_under_a_name() {
    console.open("tasks?group=sales&sortBy=priority&sortOrder=desc");
    console.click("[data-testid=save-view]");
    console.fill("dialog input[name=name]", " ");
    console.confirm();
    console.shows("dialog [role=alert]", "A view needs a name");
    console.fill("dialog input[name=name]", "Ours");
    console.confirm();
    console.shows(".view", "Ours");

    console.open("tasks");
    console.isAccessible();
    console.click(".view a");
    console.waitFor(".view a[aria-current]");
    assertThat(browser.getCurrentUrl()).contains("group=sales", "sortBy=priority");
    console.click(".view button");
    console.waitUntilGone(".view");
  }

  @Test
  void forms_start_a_process_and_complete_its_tasks() {
    var form = given().baseUri(rest().root()).multiPart("deployment-name", "hire");
    Stream.of("hire.bpmn", "sign.form", "hand-over.html")
        .forEach(
            file ->
                form.multiPart(
                    file,
                    file,
                    Console.read("/processes/" + file).getBytes(StandardCharsets.UTF_8),
                    "application/octet-stream"));
    form.post("/deployment/create").then().statusCode(200);

    console.open("processes?key=hire");
    console.click("[data-testid=start-hire]");
    console.fill("dialog input[name='form number']", "wish-7");
    console.fill("dialog input[name='form days']", "0");
    console.isAccessible();
    console.confirm();
    console.shows("dialog [role=alert]", "validation of min(1) failed");
    console.wasRefusedWith(400);
    console.fill("dialog input[name='form days']", "5");
    console.confirm();
    console.shows("h1", "wish-7");

    console.open("tasks?definition=hire");
    console.click("[data-testid=complete]");
    console.fill("dialog input[name='form skipper']", "Ann");
    assertThat(console.evaluate("return document.querySelector('[name=\"form days\"]').value"))
        .isEqualTo("5");
    console.click("dialog option[value=sloop]");
    console.fill("dialog input[name='form from']", "24/12/2030");
    console.isAccessible();
    console.confirm();
    console.shows("tbody", "Sign the contract");

    console.click("[data-testid=complete]");
    console.shows("dialog", "Not shown here, and not sent: Extras, Harbour");
    console.fill("dialog input[name='form name']", "Ann");
    console.fill("dialog input[name='form deposit']", "12.5");
    console.click("dialog option[value=card]");
    console.confirm();
    console.shows("tbody", "Hand the boat over");

    console.click("[data-testid=complete]");
    console.shows("dialog", "Not shown here, and not sent: Paper, fuel");
    console.isAccessible();
    console.confirm();
    console.shows("tbody", "Give the boat back");

    console.click("[data-testid=complete]");
    console.shows("dialog", "Its form 'camunda-forms:deployment:nowhere.form' cannot be shown");
    console.wasRefusedWith(404);
    console.confirm();
    console.shows("main", "The filter finds no open task");
    assertThat(
            rest()
                .get("/history/variable-instance?processDefinitionKey=hire&variableName=days")
                .<List<String>>path("type"))
        .containsExactly("Long");
    Map<String, Object> values =
        rest()
            .get("/history/variable-instance?processDefinitionKey=hire")
            .path("collectEntries { [it.name, it.value] }");
    assertThat(values)
        .containsEntry("skipper", "Ann")
        .containsEntry("days", 5)
        .containsEntry("insured", true)
        .containsEntry("boat", "sloop")
        .containsEntry("deposit", 12.5f)
        .containsEntry("agreed", false)
        .containsEntry("payment", "card")
        .containsKey("from")
        .containsEntry("berth", "buoy")
        .containsEntry("remark", "Wind of force 3")
        .doesNotContainKeys("number", "extras", "harbour", "paper", "fuel");
  }
}
