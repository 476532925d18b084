package dev.outwork.it.page;

import static dev.outwork.it.page.Console.address;
import static dev.outwork.it.server.RestApi.string;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The console: each page is loaded, used, and what it did is seen over REST. */
class ConsoleIT extends InConsole {
  private static final String MARKUP = "<img src=x onerror=\"window.hacked = 1\">";
  private static final String SCRIPT = "<script>window.hacked = 1</script>";

  /** start --> charge (external, with a timer) --> approve (user task) --> end */
  private String order(String businessKey, int amount) {
    if (rest().get("/process-definition?key=shop-order").path("$").equals(List.of())) {
      byte[] model = Console.read("/processes/shop-order.bpmn").getBytes(StandardCharsets.UTF_8);
      rest().deploy("shop-order.bpmn", model).statusCode(200);
    }
    return rest()
        .post(
            "/process-definition/key/shop-order/start",
            Map.of(
                "businessKey",
                businessKey,
                "variables",
                Map.of("amount", Map.of("value", amount), "customer", string("ACME"))))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  /** Locks the task of an instance for a worker. */
  private String lock(String instance, String worker) {
    String task = rest().get("/external-task?processInstanceId=" + instance).path("[0].id");
    rest()
        .post(
            "/external-task/" + task + "/lock", Map.of("workerId", worker, "lockDuration", 600_000))
        .then()
        .statusCode(204);
    return task;
  }

  private void complete(String instance, String worker) {
    rest().complete(lock(instance, worker), worker, Map.of()).then().statusCode(204);
  }

  private void fail(String instance, String worker, String message, String details) {
    rest()
        .post(
            "/external-task/" + lock(instance, worker) + "/failure",
            Map.of(
                "workerId", worker, "errorMessage", message, "errorDetails", details, "retries", 0))
        .then()
        .statusCode(204);
  }

  @Test
  void the_root_leads_to_the_console_whose_board_leads_to_topics_and_workers() {
    order("order-1", 10);
    rest()
        .post(
            "/external-task/fetchAndLock",
            Map.of(
                "workerId",
                "pay-1",
                "maxTasks",
                1,
                "topics",
                List.of(
                    Map.of(
                        "topicName",
                        "charge-card",
                        "businessKey",
                        "order-1",
                        "lockDuration",
                        600_000))))
        .then()
        .statusCode(200);
    browser.get(rest().root() + "/");
    console.waitFor("a[href='video/index.html']");
    console.isAccessible();
    console.click("a[href='../app/']");

    console.shows("[data-testid=topic]", "charge-card");
    console.isAccessible();
    console.click("[data-testid=topic] h2 a");
    console.shows("h1", "charge-card");
    console.shows("tbody", "order-1");
    console.click("td[data-name=State] a");
    console.shows("h1", "pay-1");
    console.shows("tbody", "order-1");
    console.isAccessible();

    console.open("workers");
    console.shows("tbody", "pay-1");
    console.isAccessible();
    console.fill("[data-testid=look-up]", "order-1\n");
    console.shows("h1", "order-1");
    console.waitFor("instance-page");

    console.click("[data-testid=pause]");
    console.shows("live-switch", "Paused");
    console.click("[data-testid=pause]");
    console.shows("live-switch", "Live");
  }

  @Test
  void topics_are_found_by_a_part_of_their_name() {
    order("named-1", 10);

    console.open("?topic=CHARGE");
    console.shows("[data-testid=topic]", "charge-card");
    console.isAccessible();
    console.fill("input[name=topic]", "nowhere");

    console.shows("main", "has 'nowhere' in its name");
    console.waitUntilGone("[data-testid=topic]");
  }

  @Test
  void the_states_of_a_topic_find_as_many_tasks_as_its_numbers_count() {
    String instance = order("aside-1", 10);
    lock(instance, "pay-9");
    rest()
        .request()
        .body(Map.of("suspended", true))
        .put("/process-instance/" + instance + "/suspended")
        .then()
        .statusCode(204);

    console.open("topic/charge-card?state=suspended&businessKey=aside");
    console.shows("[data-testid=found]", "1 task");
    console.click("a[href*='state=locked']");
    console.waitFor("a[href*='state=locked'][aria-current]");

    console.shows("[data-testid=found]", "0 tasks");
    console.open("worker/pay-9");
    console.shows("main", "In hand: 0 tasks");
  }

  @Test
  void the_link_to_the_content_keeps_the_page_and_its_filter() {
    order("skip-1", 10);
    order("skip-2", 20);
    console.open("instances?businessKey=skip");
    console.shows("[data-testid=found]", "2 instances");

    console.evaluate("document.querySelector('.skip').click()");
    console.fill("input[name=variables]", "amount>=20\n");

    console.shows("[data-testid=found]", "1 instance");
    assertThat(console.evaluate("return location.hash"))
        .asString()
        .startsWith("#/instances?businessKey=skip");
  }

  @Test
  void what_the_filter_of_a_topic_finds_is_repaired_in_one_go_with_its_number() {
    List<String> ids =
        IntStream.rangeClosed(1, 5).mapToObj(i -> order("bulk-" + i, 100 * i)).toList();
    ids.forEach(id -> fail(id, "pay-2", "declined", "at shop.Issuer"));
    String ours = "processInstanceIdIn=" + String.join(",", ids);

    console.open("topic/charge-card?state=exhausted&businessKey=bulk");
    console.shows("[data-testid=found]", "5 tasks");
    console.isAccessible();
    console.fill("input[name=variables]", "amount > 100, customer = ACME, amount <= 400\n");
    console.shows("[data-testid=found]", "3 tasks");
    console.click("[data-testid=bulk-retries]");
    console.shows("dialog h2", "3 tasks");
    console.shows("dialog pre", "\"noRetriesLeft\": true");
    console.isAccessible();
    console.fill("dialog input[name=retries]", "4");
    console.confirm();

    console.shows("batch-progress", "Done: 3 tasks");
    assertThat(count("/external-task/count?noRetriesLeft=true&" + ours)).isEqualTo(2);
    assertThat(rest().get("/external-task?withRetriesLeft=true&" + ours).path("retries").toString())
        .isEqualTo("[4, 4, 4]");

    ids.subList(1, 4).forEach(id -> lock(id, "pay-3"));
    console.open("topic/charge-card?state=locked&businessKey=bulk");
    console.shows("[data-testid=found]", "3 tasks");
    console.click("[data-testid=bulk-unlock]");
    console.confirm();
    console.shows("app-messages", "3 tasks: done");
    assertThat(count("/external-task/count?locked=true&" + ours)).isZero();
  }

  @Test
  void an_instance_is_understood_repaired_and_cancelled() {
    String id = order("one", 10);
    fail(id, "pay-4", "declined", "at shop.Issuer.ask(Issuer.java:88)");

    console.open("instance/" + id);
    console.waitFor("bpmn-diagram[data-state=drawn]");
    console.shows(".waits", "Waits for somebody to give its task retries again: declined");
    assertThat(console.evaluate(MARK_IS_UNCOVERED)).isEqualTo(true);
    console.isAccessible();

    console.open("instance/" + id + "?tab=variables");
    console.shows("tbody", "customer");
    console.isAccessible();
    console.click("[data-testid=edit-amount]");
    console.fill("dialog textarea", "a lot");
    console.confirm();
    console.shows("dialog [role=alert]", "'a lot' is not a whole number");
    console.fill("dialog textarea", "12");
    console.confirm();
    console.waitUntilGone("dialog");
    assertThat((Integer) rest().get("/process-instance/" + id + "/variables/amount").path("value"))
        .isEqualTo(12);

    console.open("instance/" + id + "?tab=incidents");
    console.click("stack-trace summary");
    console.shows("stack-trace pre", "Issuer.java:88");
    console.isAccessible();
    console.click("[data-testid=repair]");
    console.confirm();
    console.shows("main", "It has no open incident");
    assertThat(count("/incident/count?processInstanceId=" + id)).isZero();

    complete(id, "pay-4");
    console.open("instance/" + id + "?tab=tasks");
    console.click("[data-testid=claim]");
    console.fill("dialog input[name=user]", "mary");
    console.confirm();
    console.shows("tbody", "mary");
    console.isAccessible();

    console.open("instance/" + id + "?tab=course");
    console.shows(".course", "completed by pay-4");
    console.click("lock-story summary");
    console.shows("lock-story", "locked by pay-4");
    console.isAccessible();
    console.click("[data-testid=cancel]");
    console.shows("dialog pre", "curl -X DELETE '" + rest().root() + "/process-instance/" + id);
    console.confirm();
    console.shows(".head", "cancelled");
    assertThat(rest().stateOf(id)).isEqualTo("EXTERNALLY_TERMINATED");

    console.open("instances?state=ended");
    console.shows("tbody", "one");
    console.isAccessible();
  }

  @Test
  void a_job_runs_now_a_task_is_completed_and_a_refusal_keeps_its_dialog_open() {
    String late = order("late", 10);
    console.open("instance/" + late + "?tab=jobs");
    console.isAccessible();
    console.click("[data-testid=run-job]");
    console.confirm();
    console.shows(".head", "completed");
    assertThat(rest().stateOf(late)).isEqualTo("COMPLETED");

    String paid = order("paid", 10);
    complete(paid, "pay-5");
    console.open("instance/" + paid + "?tab=tasks");
    console.click("[data-testid=complete]");
    console.fill("dialog textarea", "approved");
    console.confirm();
    console.shows("dialog [role=alert]", "'approved' is not a variable");
    console.fill("dialog textarea", "approved = true");
    console.confirm();
    console.shows(".head", "completed");

    // Nothing of the instance before is under the name of one that does not exist.
    browser.get(rest().root() + "/app/#/instance/unknown");
    console.shows("main [role=alert]", "There is no instance with the id 'unknown'");
    assertThat(console.textOf("main")).doesNotContain("paid");
  }

  @Test
  void a_browser_asks_for_a_file_again_and_gets_it_only_if_it_has_changed() {
    Response script = rest().get("/app/main.js");
    assertThat(script.contentType()).startsWith("text/javascript");
    assertThat(script.header("Cache-Control")).isEqualTo("no-cache");
    assertThat(script.header("Content-Security-Policy")).doesNotContain("unsafe");

    Response again =
        rest().request().header("If-None-Match", script.header("ETag")).get("/app/main.js");

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body().asByteArray()).isEmpty();
  }

  @Test
  void what_strangers_have_named_is_text() {
    rest().deploy("hostile.bpmn", hostile().getBytes(StandardCharsets.UTF_8)).statusCode(200);
    String id =
        rest()
            .post(
                "/process-definition/key/hostile/start",
                Map.of("businessKey", SCRIPT, "variables", Map.of(MARKUP, string(MARKUP))))
            .then()
            .statusCode(200)
            .extract()
            .path("id");
    rest().fetch(MARKUP, MARKUP, 1);
    fail(id, MARKUP, MARKUP, SCRIPT);

    for (String page :
        List.of(
            "",
            address("topic", MARKUP),
            "workers",
            address("worker", MARKUP),
            "instances",
            "processes",
            "incidents?message=window",
            "instance/" + id,
            "instance/" + id + "?tab=variables",
            "instance/" + id + "?tab=incidents",
            "instance/" + id + "?tab=course",
            address("find", MARKUP + "?"))) {
      console.open(page);
      console.showsOneOf("main", MARKUP, SCRIPT);
      assertThat(
              console.evaluate("return document.querySelectorAll('main img, main script').length"))
          .as(page)
          .isEqualTo(0L);
    }
    assertThat(console.evaluate("return String(window.hacked)")).isEqualTo("undefined");
    assertThat(console.evaluate(MARKUP_IS_REFUSED)).isEqualTo(true);
  }

  /** A browser with trusted types refuses what the console never does. */
  private static final String MARKUP_IS_REFUSED =
      """
      try {
        document.createElement('div').innerHTML = '<b>x</b>';
        return false;
      } catch (refused) {
        return refused instanceof TypeError;
      }
      """;

  private static final String MARK_IS_UNCOVERED =
      """
      const mark = document.querySelector('.bjs-powered-by');
      mark.scrollIntoView({ block: 'center' });
      const { left, top, width, height } = mark.getBoundingClientRect();
      return width > 40 && height > 10 && mark.contains(document.elementFromPoint(left + width / 2, top + height / 2));
      """;

  private static String hostile() {
    String text = MARKUP.replace("<", "&lt;").replace("\"", "&quot;");
    return """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
          <process id="hostile" name="%1$s" isExecutable="true" camunda:historyTimeToLive="P1D">
            <startEvent id="start"/>
            <sequenceFlow id="in" sourceRef="start" targetRef="work"/>
            <serviceTask id="work" name="%1$s" camunda:type="external" camunda:topic="%1$s"/>
          </process>
        </definitions>
        """
        .formatted(text);
  }
}
