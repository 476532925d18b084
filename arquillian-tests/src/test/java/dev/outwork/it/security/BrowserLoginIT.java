package dev.outwork.it.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.it.page.Browser;
import dev.outwork.it.server.LaunchedServer;
import dev.outwork.it.server.Node;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.chrome.ChromeDriver;

/** The contract of docs/security.md, "People in a browser": logins at a provider, no users. */
class BrowserLoginIT {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final String COOKIE = "outwork-session";

  /** What a form on any page could send, too. */
  private static final String DEPLOY =
      """
      const done = arguments[arguments.length - 1];
      const model = '<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" targetNamespace="http://test">'
          + '<process id="parcel" isExecutable="true"><startEvent id="start"/></process></definitions>';
      const form = new FormData();
      form.append('data', new File([model], 'parcel.bpmn'));
      fetch(arguments[0], {method: 'POST', mode: 'no-cors', credentials: 'include', body: form})
        .then(answer => done(answer.type), failure => done(failure.name));
      """;

  private static TokenProvider provider;
  private static OriginPage other;
  private static LaunchedServer server;
  private static String root;

  @BeforeAll
  static void start() {
    provider = TokenProvider.open();
    LoginPages.at(provider);
    other = OriginPage.open();
    int port = Node.freePort();
    server =
        LaunchedServer.start(
            "logins",
            port,
            Map.of(
                "OUTWORK_LOGIN_ISSUER",
                provider.issuer(),
                "OUTWORK_LOGIN_CLIENT_ID",
                LoginPages.CLIENT,
                "OUTWORK_LOGIN_CLIENT_SECRET",
                LoginPages.SECRET,
                "OUTWORK_LOGIN_ADDRESS",
                "http://localhost:%d/engine-rest".formatted(port),
                "OUTWORK_LOGIN_COOKIE_KEY",
                "32 characters that nobody guesses",
                "OUTWORK_DB_URL",
                "jdbc:h2:mem:logins;DB_CLOSE_DELAY=-1"));
    root = server.rest().root();
  }

  @AfterAll
  static void stop() {
    server.close();
    other.close();
    provider.close();
  }

  @Test
  void who_opens_a_page_of_the_console_logs_in_and_is_there() throws IOException {
    ChromeDriver browser = browser();
    try {
      browser.get(root + "/app/#/instances");
      logIn(browser);

      await()
          .atMost(LONGEST)
          .until(() -> browser.getCurrentUrl().equals(root + "/app/#/instances"));
      shows(browser, "[data-testid=user]", "mary");
      Cookie session = browser.manage().getCookieNamed(COOKIE);
      assertThat(session.isHttpOnly()).isTrue();
      assertThat(session.getSameSite()).isEqualTo("Lax");
      assertThat(session.getPath()).isEqualTo("/engine-rest");
      assertThat(session.getValue()).doesNotContain("mary");

      withSession(session)
          .get("/app/settings.json")
          .then()
          .statusCode(200)
          .body("user", equalTo("mary"));
      withSession(session)
          .get("/identity/groups?userId=mary")
          .then()
          .body("groups.id", equalTo(List.of("ops")));
      onlyOwnPagesChangeSomething(session);
      noOtherPageChangesSomething(browser, session);

      click(browser, "[data-testid=log-out]");
      shows(browser, "#bye", "Bye");
      browser.get(root + "/app/");
      shows(browser, "#mary", "I am mary");
    } finally {
      browser.quit();
    }
  }

  private static void onlyOwnPagesChangeSomething(Cookie session) {
    withSession(session)
        .contentType("application/json")
        .body("{}")
        .header("Origin", root.replace("/engine-rest", ""))
        .post("/external-task/count")
        .then()
        .statusCode(200);
    withSession(session)
        .contentType("application/json")
        .body("{}")
        .post("/external-task/count")
        .then()
        .statusCode(403)
        .body("type", equalTo("NotAuthorizedException"));
    withSession(session).header("Origin", other.origin()).get("/version").then().statusCode(403);
  }

  // Another port of the same host is the same site: the browser sends the cookie.
  private static void noOtherPageChangesSomething(ChromeDriver browser, Cookie session) {
    browser.manage().timeouts().scriptTimeout(LONGEST);
    browser.get(other.origin());
    assertThat(browser.executeAsyncScript(DEPLOY, root + "/deployment/create")).isEqualTo("opaque");
    assertThat(deployments(session)).isZero();

    browser.get(root + "/app/");
    assertThat(browser.executeAsyncScript(DEPLOY, root + "/deployment/create")).isEqualTo("basic");
    assertThat(deployments(session)).isOne();
  }

  private static int deployments(Cookie session) {
    return withSession(session)
        .get("/deployment/count")
        .then()
        .statusCode(200)
        .extract()
        .path("count");
  }

  @Test
  void who_opens_any_other_address_logs_in_first() throws IOException {
    ChromeDriver browser = browser();
    try {
      browser.get(root + "/version");
      logIn(browser);

      await().atMost(LONGEST).until(() -> browser.getCurrentUrl().equals(root + "/version"));
      assertThat(browser.getPageSource()).contains("7.24.0");
    } finally {
      browser.quit();
    }
  }

  @Test
  void a_program_without_a_login_is_refused() {
    given()
        .baseUri(root)
        .get("/version")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", "Session realm=\"default\"")
        .body("message", equalTo("A login in a browser is required"));
    given().baseUri(root).get("/engine").then().statusCode(200);
    given().baseUri(root).get("/app/").then().statusCode(200);
    given().baseUri(root).cookie(COOKIE, "a.b.c.d.e").get("/version").then().statusCode(401);
  }

  @Test
  void an_answer_of_a_login_that_nobody_began_logs_nobody_in() {
    given()
        .baseUri(root)
        .get("/login/callback?state=a&code=b")
        .then()
        .statusCode(403)
        .contentType(startsWith("text/html"))
        .header("Set-Cookie", nullValue());
  }

  private static void logIn(ChromeDriver browser) {
    click(browser, "#mary");
  }

  private static RequestSpecification withSession(Cookie session) {
    return given().baseUri(root).cookie(session.getName(), session.getValue());
  }

  private static void click(ChromeDriver browser, String selector) {
    await(selector)
        .atMost(LONGEST)
        .until(() -> !browser.findElements(By.cssSelector(selector)).isEmpty());
    browser.findElement(By.cssSelector(selector)).click();
  }

  private static void shows(ChromeDriver browser, String selector, String text) {
    await(selector)
        .atMost(LONGEST)
        .until(
            () ->
                browser.findElements(By.cssSelector(selector)).stream()
                    .anyMatch(element -> element.getText().contains(text)));
  }

  private static ChromeDriver browser() throws IOException {
    Optional<ChromeDriver> found = Browser.open();
    assumeTrue(found.isPresent(), "Skipped: neither Chromium nor its driver is installed");
    return found.get();
  }
}
