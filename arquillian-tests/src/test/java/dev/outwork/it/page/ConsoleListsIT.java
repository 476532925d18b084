package dev.outwork.it.page;

import static dev.outwork.it.page.Console.address;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;

/** The lists of the console: each is searched and used, and what it did is seen over REST. */
class ConsoleListsIT extends InConsole {
  private static final String FILES = "[data-testid=files]";

  /** start --> charge (external, with a timer) --> approve (user task) --> end */
  private static String model(String key) {
    return Console.read("/processes/shop-order.bpmn")
        .replace("shop-order", key)
        .replace("charge-card", key);
  }

  private void deploy(String key) {
    rest().deploy(key + ".bpmn", model(key).getBytes(StandardCharsets.UTF_8)).statusCode(200);
  }

  private String start(String key, String businessKey) {
    return rest()
        .post("/process-definition/key/" + key + "/start", Map.of("businessKey", businessKey))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private String definition(String key) {
    return rest().get("/process-definition/key/" + key).path("id");
  }

  private void choose(Path file) {
    console.waitFor(FILES);
    browser.findElement(By.cssSelector(FILES)).sendKeys(file.toString());
  }

  @Test
  void a_model_is_deployed_once_its_problems_are_mended_and_starts_with_typed_variables(
      @TempDir Path directory) throws IOException {
    Path broken = directory.resolve("broken.bpmn");
    Files.writeString(broken, model("lists-new").replace("P2D", "soon"));
    Path mended = directory.resolve("mended.bpmn");
    Files.writeString(mended, model("lists-new"));

    console.open("deploy");
    choose(broken);
    console.shows(".problems", "'soon' is not an ISO 8601 duration");
    console.waitFor("bpmn-diagram .badge.incidents");
    console.waitFor("[data-testid=deploy][disabled]");
    console.isAccessible();
    console.click(".problems button");
    console.waitFor(".djs-element.is-selected[data-element-id=late]");

    console.click("[data-testid=clear]");
    console.waitUntilGone(".checked");
    choose(mended);
    console.shows("[data-testid=verdict]", "Can be deployed: lists-new");
    assertThat(count("/process-definition/count?key=lists-new")).isZero();
    console.click("[data-testid=deploy]:not([disabled])");
    console.confirm();
    console.shows("tbody", "lists-new");
    assertThat(count("/process-definition/count?key=lists-new")).isEqualTo(1);
    console.isAccessible();

    console.click("[data-testid=start-lists-new]");
    console.fill("dialog [name=businessKey]", "typed");
    console.click("[data-testid=add-variable]");
    console.fill("dialog [name=variable-name]", "amount");
    console.click("dialog [name=variable-type] option[value=Long]");
    console.fill("dialog [name=variable-value]", "9007199254740993");
    console.isAccessible();
    console.confirm();
    console.waitFor("instance-page[data-state=loaded]");
    console.shows("h1", "typed");
    String id = rest().get("/process-instance?businessKey=typed").path("[0].id");
    assertThat(rest().get("/process-instance/" + id + "/variables").asString())
        .contains("\"type\":\"Long\"", "9007199254740993");
  }

  @Test
  void a_process_shows_where_its_instances_are_in_parts_with_their_total() {
    deploy("lists-many");
    IntStream.rangeClosed(1, 52).forEach(i -> start("lists-many", "many-" + i));
    String id = definition("lists-many");

    console.open(address("process", id));
    console.waitFor("bpmn-diagram[data-state=drawn]");
    console.shows("[data-testid=found]", "52 instances");
    assertThat(console.evaluate("return document.querySelector('.badge.tokens').textContent"))
        .isEqualTo("52");
    console.isAccessible();
    console.click(".pager a");
    console.shows(".pager", "51–52 of 52");
    console.shows("tbody", "many-1");

    console.fill("input[name=businessKey]", "many-5\n");
    console.shows("[data-testid=found]", "4 instances");
    console.fill("input[name=activity]", "approve\n");
    console.shows("[data-testid=found]", "0 instances");
    assertThat(browser.getCurrentUrl()).contains("businessKey=many-5", "activity=approve");

    console.click("[data-testid=suspend]");
    console.click("dialog input[name=instances]");
    console.confirm();
    console.shows(".head", "suspended");
    assertThat(count("/process-instance/count?suspended=true&processDefinitionId=" + id))
        .isEqualTo(52);
    console.open("processes?key=lists-many");
    console.shows("tbody", "52");
    console.isAccessible();
  }

  @Test
  void incidents_jobs_and_tasks_are_found_and_dealt_with() {
    deploy("lists-each");
    List<String> ids = List.of(start("lists-each", "each-1"), start("lists-each", "each-2"));
    for (Map<String, Object> task : rest().fetch("lister", "lists-each", 2)) {
      rest()
          .post(
              "/external-task/" + task.get("id") + "/failure",
              Map.of(
                  "workerId",
                  "lister",
                  "errorMessage",
                  "declined " + task.get("businessKey"),
                  "errorDetails",
                  "at shop.Issuer",
                  "retries",
                  0))
          .then()
          .statusCode(204);
    }

    console.open("incidents?definition=lists-each");
    console.shows("[data-testid=found]", "2 open incidents");
    console.isAccessible();
    console.fill("input[name=message]", "declined each-2\n");
    console.shows("[data-testid=found]", "1 open incident");
    console.shows("tbody", "each-2");
    console.click("[data-testid=repair]");
    console.confirm();
    console.shows("main", "The filter finds no open incident");
    assertThat(count("/incident/count?processDefinitionKeyIn=lists-each")).isEqualTo(1);

    console.open("jobs?definition=lists-each");
    console.shows("[data-testid=found]", "2 jobs");
    console.isAccessible();
    console.fill("input[name=businessKey]", "each-1\n");
    console.shows("[data-testid=found]", "1 job");
    console.click("[data-testid=run-job]");
    console.confirm();
    console.shows("main", "The filter finds no job");
    assertThat(rest().stateOf(ids.get(0))).isEqualTo("COMPLETED");

    String task = (String) rest().fetch("lister", "lists-each", 1).get(0).get("id");
    rest().complete(task, "lister", Map.of()).then().statusCode(204);
    console.open("tasks?definition=lists-each&group=sales");
    console.shows("[data-testid=found]", "1 open task");
    console.isAccessible();
    console.click("[data-testid=claim]");
    console.fill("dialog input[name=user]", "mary");
    console.confirm();
    console.shows("main", "The filter finds no open task");
    console.open("tasks?definition=lists-each&assignee=mary");
    console.shows("tbody", "each-2");
    console.click("[data-testid=complete]");
    console.confirm();
    console.shows("main", "The filter finds no open task");
    assertThat(rest().stateOf(ids.get(1))).isEqualTo("COMPLETED");

    console.open("history?definition=lists-each&startedAfter=2020-01-01T00:00:00.000Z");
    console.shows("[data-testid=found]", "2 ended instances");
    console.isAccessible();
    console.open("history?definition=lists-each&endedBefore=2020-01-01T00:00:00.000Z");
    console.shows("main", "The filter finds no ended instance");
  }

  @Test
  void a_batch_shows_what_has_failed_in_it_and_is_suspended_and_deleted() {
    String id =
        rest()
            .post(
                "/external-task/retries-async",
                Map.of("retries", 1, "externalTaskIds", List.of("no-such-task")))
            .then()
            .statusCode(200)
            .extract()
            .path("id");

    console.open("batches?batchId=" + id);
    console.shows("tbody", "waits for a retry");
    console.shows("[aria-label=Failures]", "External task with id no-such-task does not exist");
    console.isAccessible();
    console.click("[data-testid=suspend-batch]");
    console.confirm();
    console.shows("tbody", "suspended");
    assertThat((Boolean) rest().get("/batch/" + id).path("suspended")).isTrue();
    console.click("[data-testid=delete-batch]");
    console.shows("dialog pre", "curl -X DELETE '" + rest().root() + "/batch/" + id);
    console.confirm();
    console.waitUntilGone("[data-testid=delete-batch]");
    assertThat(count("/batch/count?batchId=" + id)).isZero();
  }
}
