package dev.outwork.it.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.it.server.EngineArchive;
import dev.outwork.it.server.RestApi;
import dev.outwork.it.server.ServerUnderTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * Each page of the console on the EAR, on Payara Server and on WildFly: loaded, used, its effect
 * seen over REST. {@link ConsoleIT} and its neighbours try all that the pages do, on the WAR.
 */
@ExtendWith(ArquillianExtension.class)
public class EveryPageOnEar {
  private static final String KEY = "shop-order";
  private static final String WORKER = "pay-1";

  private ChromeDriver browser;
  private Console console;

  @Deployment(testable = false)
  static Archive<?> engine() {
    return EngineArchive.ear();
  }

  @BeforeEach
  void openBrowser() throws IOException {
    Optional<ChromeDriver> found = Browser.open();
    assumeTrue(found.isPresent(), "Skipped: neither Chromium nor its driver is installed");
    browser = found.get();
    console = new Console(browser, rest());
  }

  @AfterEach
  void closeBrowser() throws IOException {
    if (browser != null) {
      console.picture("console-on-ear");
      browser.quit();
    }
  }

  @Test
  void each_page_is_loaded_and_used() {
    assertThat(rest().get("/health/ready").path("status").toString()).isEqualTo("UP");
    assertThat(rest().get("/app/").header("Content-Security-Policy"))
        .contains("require-trusted-types-for")
        .doesNotContain("unsafe");
    byte[] model = Console.read("/processes/shop-order.bpmn").getBytes(StandardCharsets.UTF_8);
    rest().deploy("shop-order.bpmn", model).statusCode(200);
    String failed = start("failed");
    String task = lock(failed);
    rest()
        .post(
            "/external-task/" + task + "/failure",
            Map.of("workerId", WORKER, "errorMessage", "declined", "retries", 0))
        .then()
        .statusCode(204);
    String signed = start("signed");
    rest().complete(lock(signed), WORKER, Map.of()).then().statusCode(204);
    String late = start("late");
    String locked = start("locked");
    lock(locked);

    shows("", "[data-testid=topic]", "charge-card");
    shows("topic/charge-card?state=locked", "tbody", "locked");
    shows("worker/" + WORKER, "tbody", "locked");
    does("tbody button", "app-messages", "The task is unlocked");
    assertThat(count("/external-task/count?locked=true")).isZero();

    shows("incidents", "tbody", "declined");
    does("[data-testid=repair]", "main", "The filter finds no open incident");
    assertThat(count("/incident/count")).isZero();

    shows("tasks", "tbody", "signed");
    console.click("[data-testid=claim]");
    console.fill("dialog input[name=user]", "mary");
    console.confirm();
    console.shows("tbody", "mary");
    assertThat(count("/task/count?assignee=mary")).isEqualTo(1);

    shows("jobs?businessKey=late", "tbody", "late");
    does("[data-testid=run-job]", "main", "The filter finds no job");
    assertThat(rest().stateOf(late)).isEqualTo("COMPLETED");

    String definition = rest().get("/process-definition/key/" + KEY).path("id");
    shows("process/" + definition, "[data-testid=found]", "3 instances");
    console.waitFor("bpmn-diagram[data-state=drawn]");
    does("[data-testid=suspend]", ".head", "suspended");
    assertThat(count("/process-definition/count?suspended=true")).isEqualTo(1);

    shows("instance/" + locked, "h1", "locked");
    console.waitFor("bpmn-diagram[data-state=drawn]");
    does("[data-testid=cancel]", ".head", "cancelled");
    assertThat(rest().stateOf(locked)).isEqualTo("EXTERNALLY_TERMINATED");

    shows("instance/" + failed + "?tab=variables", "tbody", "amount");
    shows("instance/" + failed + "?tab=course", ".course", "declined");
    shows("workers", "main", "Workers");
    shows("processes?state=suspended", "tbody", KEY);
    shows("deploy", "tbody", "shop-order.bpmn");
    shows("instances", "tbody", "failed");
    shows("batches", "main", "The filter finds no batch");
    shows("history", "tbody", "late");
    console.hasNoErrors();
  }

  private void shows(String address, String selector, String text) {
    console.open(address);
    console.shows(selector, text);
    console.isAccessible();
  }

  private void does(String button, String selector, String text) {
    console.click(button);
    console.confirm();
    console.shows(selector, text);
  }

  private static String start(String businessKey) {
    return rest()
        .post(
            "/process-definition/key/" + KEY + "/start",
            Map.of("businessKey", businessKey, "variables", Map.of("amount", Map.of("value", 10))))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private static String lock(String instance) {
    List<String> tasks = rest().get("/external-task?processInstanceId=" + instance).path("id");
    rest()
        .post(
            "/external-task/" + tasks.get(0) + "/lock",
            Map.of("workerId", WORKER, "lockDuration", 600_000))
        .then()
        .statusCode(204);
    return tasks.get(0);
  }

  private static int count(String path) {
    return rest().get(path).then().statusCode(200).extract().path("count");
  }

  private static RestApi rest() {
    return ServerUnderTest.rest();
  }
}
