package dev.outwork.it.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.outwork.it.page.Browser;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openqa.selenium.chrome.ChromeDriver;

/**
 * The contract of docs/rest-api.md, "CORS": pages of an origin that the operator has named, of an
 * engine with users.
 */
class CrossOriginIT {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  private static final String CALL =
      """
      const done = arguments[arguments.length - 1];
      const [address, method, password, body] = arguments;
      const headers = {'Authorization': 'Basic ' + btoa('mary:' + password), 'X-Trace': '1'};
      if (body) headers['Content-Type'] = 'application/json';
      // A browser that may send what it knows itself asks its user at a 401, and waits.
      const credentials = password === 'wrong' ? 'omit' : 'include';
      fetch(address, {method, headers, body, credentials})
        .then(answer => answer.text().then(text => done(
          [answer.status, text, answer.headers.get('WWW-Authenticate') || ''].join(' '))))
        .catch(failure => done(failure.name));
      """;

  private static OriginPage other;

  @BeforeAll
  static void openPage() throws IOException {
    other = OriginPage.open();
  }

  @AfterAll
  static void closePage() {
    other.close();
  }

  @Test
  void a_browser_lets_a_page_of_a_named_origin_call() throws IOException {
    ChromeDriver browser = browser();
    try {
      browser.get(OperatedServer.pageLetIn().origin());

      assertThat(call(browser, "GET", "/version", "s:cret", null))
          .isEqualTo("200 {\"version\":\"7.24.0\"} ");
      assertThat(call(browser, "POST", "/external-task/count", "s:cret", "{}"))
          .startsWith("200 {\"count\":");
      assertThat(call(browser, "POST", "/external-task/fetchAndLock", "s:cret", waitingFetch()))
          .isEqualTo("200 [] ");
      assertThat(call(browser, "PUT", "/job/nope/retries", "s:cret", "{\"retries\": 1}"))
          .startsWith("500 {\"type\":");
      assertThat(call(browser, "DELETE", "/process-instance/nope", "s:cret", "{}"))
          .startsWith("404 {\"type\":");
      assertThat(call(browser, "GET", "/version", "wrong", null))
          .startsWith("401 {\"type\":\"NotAuthorizedException\"")
          .endsWith("Basic realm=\"default\"");
    } finally {
      browser.quit();
    }
  }

  @Test
  void a_browser_keeps_answers_from_a_page_of_any_other_origin() throws IOException {
    ChromeDriver browser = browser();
    try {
      browser.get(other.origin());

      assertThat(call(browser, "GET", "/version", "s:cret", null)).isEqualTo("TypeError");
      assertThat(call(browser, "POST", "/external-task/count", "s:cret", "{}"))
          .isEqualTo("TypeError");
    } finally {
      browser.quit();
    }
  }

  @Test
  void the_question_of_a_browser_needs_no_login_and_asks_for_any_header() {
    preflight(OperatedServer.pageLetIn().origin())
        .statusCode(204)
        .body(emptyString())
        .header("Access-Control-Allow-Origin", OperatedServer.pageLetIn().origin())
        .header("Access-Control-Allow-Credentials", "true")
        .header("Access-Control-Allow-Methods", containsString("DELETE"))
        .header("Access-Control-Allow-Headers", "authorization,x-trace")
        .header("Access-Control-Max-Age", "600")
        .header("Vary", containsString("Origin"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://tasks.example.com.evil.example",
        "https://tasks.example.co",
        "http://tasks.example.com",
        "https://tasks.example.com:8443",
        "https://Tasks.example.com",
        "null",
        "*"
      })
  void other_origins_get_no_cors_headers(String origin) {
    withoutAWord(preflight(origin)).statusCode(401);
    withoutAWord(as("s:cret").header("Origin", origin).get("/version").then()).statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({
    "/version,          s:cret, 200",
    "/engine,           s:cret, 200",
    "/version,          wrong,  401",
    "/no-such-path,     s:cret, 404",
    "/deployment/nope,  s:cret, 404"
  })
  void every_answer_may_be_read_by_a_named_origin(String path, String password, int status) {
    as(password)
        .header("Origin", "https://tasks.example.com")
        .get(path)
        .then()
        .statusCode(status)
        .header("Access-Control-Allow-Origin", "https://tasks.example.com")
        .header("Access-Control-Allow-Credentials", "true")
        .header(
            "Access-Control-Expose-Headers",
            "Allow, Content-Disposition, Retry-After, WWW-Authenticate")
        .header("Vary", containsString("Origin"));
  }

  @Test
  void a_request_without_an_origin_is_answered_as_usual() {
    withoutAWord(as("s:cret").get("/version").then())
        .statusCode(200)
        .header("Vary", equalTo("Origin"));
  }

  @ParameterizedTest
  @CsvSource({
    "https://tasks.example.com, cross-site,  200",
    "https://other.example.com, cross-site,  403",
    "https://other.example.com, same-site,   403",
    "https://other.example.com, same-origin, 200",
    "null,                      cross-site,  403"
  })
  void a_change_by_a_page_of_any_other_origin_is_refused(String origin, String site, int status) {
    as("s:cret")
        .header("Origin", origin)
        .header("Sec-Fetch-Site", site)
        .body("{}")
        .post("/external-task/count")
        .then()
        .statusCode(status)
        .body("type", equalTo(status == 403 ? "NotAuthorizedException" : null));
    as("s:cret").header("Sec-Fetch-Site", site).get("/version").then().statusCode(200);
  }

  private static ValidatableResponse preflight(String origin) {
    return given()
        .baseUri(OperatedServer.root())
        .header("Origin", origin)
        .header("Access-Control-Request-Method", "POST")
        .header("Access-Control-Request-Headers", "authorization,x-trace")
        .options("/external-task/fetchAndLock")
        .then();
  }

  private static ValidatableResponse withoutAWord(ValidatableResponse answer) {
    return answer
        .header("Access-Control-Allow-Origin", nullValue())
        .header("Access-Control-Allow-Credentials", nullValue())
        .header("Access-Control-Allow-Methods", nullValue());
  }

  private static RequestSpecification as(String password) {
    return given()
        .baseUri(OperatedServer.root())
        .contentType(ContentType.JSON)
        .auth()
        .preemptive()
        .basic("mary", password);
  }

  private static String waitingFetch() {
    return """
        {"workerId": "page", "maxTasks": 1, "asyncResponseTimeout": 500,
         "topics": [{"topicName": "nothing", "lockDuration": 1000}]}
        """;
  }

  /** The answer that the page got: status, body and a header, or the refusal. */
  private static String call(
      ChromeDriver browser, String method, String path, String password, String body) {
    return (String)
        browser.executeAsyncScript(CALL, OperatedServer.root() + path, method, password, body);
  }

  private static ChromeDriver browser() throws IOException {
    Optional<ChromeDriver> found = Browser.open();
    assumeTrue(found.isPresent(), "Skipped: neither Chromium nor its driver is installed");
    found.get().manage().timeouts().scriptTimeout(LONGEST);
    return found.get();
  }
}
