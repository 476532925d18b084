package dev.outwork.it.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.it.page.Browser;
import dev.outwork.it.page.Console;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.chrome.ChromeDriver;

/** The console does not offer what the engine would refuse. */
class ConsoleRightsIT {
  private static final String PASSWORD = "s:cret";
  private static final String KEY = "shop-order";
  private static final List<String> CHANGES =
      List.of(
          "[data-testid=start-shop-order]",
          "a[href='#/deploy']",
          "[data-testid=start]",
          "[data-testid=suspend]",
          "[data-testid=modify]",
          "[data-testid=cancel]",
          "[data-testid=edit-amount]",
          "[data-testid=run-job]",
          "[data-testid=bulk-retries]");

  /** A page, and what it shows once it is loaded. */
  private record Shown(String address, String selector, String text) {}

  private ChromeDriver browser;
  private Console console;

  @BeforeEach
  void openBrowser() throws IOException {
    Optional<ChromeDriver> found = Browser.open();
    assumeTrue(found.isPresent(), "Skipped: neither Chromium nor its driver is installed");
    browser = found.get();
    console = new Console(browser, OperatedServer.get().rest());
  }

  @AfterEach
  void closeBrowser() {
    if (browser != null) {
      browser.quit();
    }
  }

  @Test
  void who_may_only_read_is_offered_nothing_else_and_whoever_may_do_all_is_offered_all() {
    String instance = start();
    List<Shown> pages =
        List.of(
            new Shown("processes?key=" + KEY, "tbody", KEY),
            new Shown(
                "process/" + as("mary").get("/process-definition/key/" + KEY).path("id"),
                "[data-testid=found]",
                "1 instance"),
            new Shown("instance/" + instance + "?tab=jobs", "[aria-label=Jobs]", "Retries"),
            new Shown("instance/" + instance + "?tab=variables", "tbody", "amount"),
            new Shown("topic/charge-card", "[data-testid=found]", "1 task"));

    logIn("auditor");
    for (Shown page : pages) {
      assertThat(offeredOn(page)).as(page.address()).isEmpty();
    }
    console.isAccessible();
    as("auditor").delete("/process-instance/" + instance).then().statusCode(403);

    logIn("mary");
    for (Shown page : pages) {
      assertThat(offeredOn(page)).as(page.address()).isNotEmpty();
    }
    console.hasNoErrors();
    as("mary").delete("/process-instance/" + instance).then().statusCode(204);
  }

  private List<String> offeredOn(Shown page) {
    console.open(page.address());
    console.shows(page.selector(), page.text());
    return CHANGES.stream()
        .filter(change -> !browser.findElements(By.cssSelector(change)).isEmpty())
        .toList();
  }

  /** Sends a name and a password with each request, and forgets what was learned for another. */
  private void logIn(String user) {
    byte[] login = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
    browser.executeCdpCommand("Network.enable", Map.of());
    browser.executeCdpCommand(
        "Network.setExtraHTTPHeaders",
        Map.of(
            "headers",
            Map.of("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))));
    browser.get("about:blank");
  }

  /** start --> charge (external, with a timer) --> approve (user task) --> end */
  private static String start() {
    byte[] model = Console.read("/processes/shop-order.bpmn").getBytes(StandardCharsets.UTF_8);
    given()
        .baseUri(OperatedServer.root())
        .auth()
        .preemptive()
        .basic("mary", PASSWORD)
        .multiPart("data", "shop-order.bpmn", model, "application/octet-stream")
        .post("/deployment/create")
        .then()
        .statusCode(200);
    return as("mary")
        .body(Map.of("variables", Map.of("amount", Map.of("value", 10))))
        .post("/process-definition/key/" + KEY + "/start")
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private static RequestSpecification as(String user) {
    return given()
        .baseUri(OperatedServer.root())
        .contentType(ContentType.JSON)
        .auth()
        .preemptive()
        .basic(user, PASSWORD);
  }
}
