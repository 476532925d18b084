package dev.outwork.it.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.restassured.builder.RequestSpecBuilder;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.backoff.ErrorAwareBackoffStrategy;
import org.camunda.bpm.client.exception.ExternalTaskClientException;
import org.camunda.bpm.client.exception.RestException;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;
import org.camunda.bpm.client.task.ExternalTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of docs/rest-api.md, "Authentication and tenants", with one user, {@code mary},
 * whose password is {@code s:cret}.
 */
class AuthenticationIT {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "/engine,                          none,         200",
    "/health/live,                     none,         200",
    "/health/ready,                    none,         200",
    "/health/started/,                 none,         200",
    "/engine/default/health/live,      none,         200",
    "/engine/default/engine/default/health/live, none, 401",
    "/health,                          none,         401",
    "/metrics/prometheus,              none,         401",
    "/topic,                           none,         401",
    "/user/mary/profile,               none,         401",
    "/version,                         none,         401",
    "/version,                         mary:s:cret,  200",
    "/version,                         mary:secret,  401",
    "/version,                         mary:,        401",
    "/version,                         john:s:cret,  401",
    "/version,                         mary,         401",
    "/engine/default/version,          none,         401",
    "/engine/default/version,          mary:s:cret,  200",
    "/engine/other/version,            mary:s:cret,  404",
    "/engine/other/version,            none,         404",
    "/no-such-path,                    none,         401",
    "/no-such-path,                    mary:s:cret,  404",
    "/pages/video/index.html,          none,         401",
    "/pages/video/index.html,          mary:s:cret,  200"
  })
  void callers_have_to_authenticate(String path, String nameAndPassword, int status) {
    RequestSpecification request = as(nameAndPassword);

    assertThat(request.get(path).statusCode()).isEqualTo(status);
  }

  /** What is open to all must not be a way to the rest. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health/live/../../version",
        "/health/live/..;/..;/version",
        "/health/live/%2e%2e/%2e%2e/version",
        "/health%2Flive/../version",
        "/engine/../version",
        "/engine/;/../version",
        "/engine;x=1/default/version",
        "/engine/default;x=1/version",
        "/engine%2Fdefault/version",
        "/engine/default/engine/default/version",
        "/identity/verify/../../version",
        "//version",
        "/version;x=1",
        "/version/",
        "/%76ersion"
      })
  void no_way_of_writing_a_path_opens_what_is_closed(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(OperatedServer.root() + path)).build();

    HttpResponse<String> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).as(answer.body()).isIn(400, 401, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"})
  void no_header_changes_the_method(String header) {
    as("mary:s:cret").header(header, "DELETE").get("/version").then().statusCode(200);
  }

  @Test
  void a_refusal_is_answered_in_the_format_of_the_rest_api_and_changes_nothing() {
    as("mary:wrong")
        .contentType(ContentType.JSON)
        .body("{\"name\": \"s\"}")
        .post("/signal")
        .then()
        .statusCode(401)
        .header("WWW-Authenticate", equalTo("Basic realm=\"default\""))
        .contentType(equalTo("application/json"))
        .body("type", equalTo("NotAuthorizedException"))
        .body("", hasKey("message"))
        .body("", hasKey("code"));
  }

  /** Consoles log in like this, so it is open. */
  @ParameterizedTest
  @CsvSource({
    "/identity/verify,                mary, s:cret, true",
    "/engine/default/identity/verify, mary, s:cret, true",
    "/identity/verify,                mary, secret, false",
    "/identity/verify,                mary, '',     false",
    "/identity/verify,                john, s:cret, false"
  })
  void a_name_and_a_password_are_verified(
      String path, String name, String password, boolean isKnown) {
    as("none")
        .contentType(ContentType.JSON)
        .body(Map.of("username", name, "password", password))
        .post(path)
        .then()
        .statusCode(200)
        .body("authenticatedUser", equalTo(name))
        .body("authenticated", equalTo(isKnown));
  }

  @Test
  void who_guesses_has_to_wait_and_nobody_else() {
    as("mary:s:cret").get("/version").then().statusCode(200);
    int guesses = 0;
    int status = 401;
    while (status == 401 && guesses < 15) {
      guesses++;
      status = as("ghost:guess-" + guesses).get("/version").statusCode();
    }

    assertThat(status).isEqualTo(429);
    assertThat(guesses).isGreaterThan(5);
    as("ghost:another")
        .get("/version")
        .then()
        .statusCode(429)
        .header("Retry-After", matchesPattern("[0-9]{1,2}"))
        .contentType(equalTo("application/json"))
        .body("type", equalTo("NotAuthorizedException"))
        .body("message", startsWith("Too many logins with this name"));
    as("none")
        .contentType(ContentType.JSON)
        .body(Map.of("username", "ghost", "password", "another"))
        .post("/identity/verify")
        .then()
        .statusCode(429);
    as("mary:s:cret").get("/version").then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"Basic", "Basic !!!", "Bearer abc", "basic", "''"})
  void a_header_that_is_no_name_and_password_opens_nothing(String header) {
    given()
        .spec(specification())
        .header("Authorization", header)
        .get("/version")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/openapi", "/metrics", "/health", "/health/live", "/health/ready"})
  void the_server_itself_tells_nobody_about_the_engine(String path) {
    String server = OperatedServer.root().replace("/engine-rest", "");

    assertThat(given().get(server + path).statusCode()).isIn(403, 404);
  }

  @Test
  void no_port_is_open_but_that_of_the_api_even_after_a_batch() {
    String instance = deployAndStartVideo();
    as("mary:s:cret")
        .contentType(ContentType.JSON)
        .body(Map.of("processInstanceIds", List.of(instance)))
        .post("/process-instance/delete")
        .then()
        .statusCode(200);

    await()
        .atMost(LONGEST_RUN)
        .untilAsserted(
            () ->
                as("mary:s:cret")
                    .get("/history/batch/count?completed=true")
                    .then()
                    .body("count", equalTo(1)));
    Set<Integer> ports = OperatedServer.get().listeningPorts();
    assumeFalse(ports.isEmpty(), "Skipped: this system does not tell who listens");
    assertThat(ports).containsExactly(URI.create(OperatedServer.root()).getPort());
  }

  @Test
  void the_user_who_starts_an_instance_is_its_initiator() {
    String model =
        """
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
          <process id="begun" isExecutable="true">
            <startEvent id="start" camunda:initiator="starter"/>
            <sequenceFlow id="in" sourceRef="start" targetRef="talk"/>
            <userTask id="talk" camunda:assignee="${starter}"/>
          </process>
        </definitions>
        """;
    as("mary:s:cret")
        .multiPart("data", "begun.bpmn", model.getBytes(StandardCharsets.UTF_8))
        .post("/deployment/create")
        .then()
        .statusCode(200);

    as("mary:s:cret")
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/process-definition/key/begun/start")
        .then()
        .statusCode(200);

    as("mary:s:cret")
        .get("/task?processDefinitionKey=begun")
        .then()
        .body("[0].assignee", equalTo("mary"));
  }

  @Test
  void the_published_client_works_with_its_interceptor() {
    deployAndStartVideo();
    AtomicInteger handled = new AtomicInteger();
    ExternalTaskClient client =
        ExternalTaskClient.create()
            .baseUrl(OperatedServer.root())
            .addInterceptor(new BasicAuthProvider("mary", "s:cret"))
            .disableBackoffStrategy()
            .asyncResponseTimeout(5_000)
            .build();
    client
        .subscribe("transcodeVideo")
        .handler(
            (task, service) -> {
              service.complete(task);
              handled.incrementAndGet();
            })
        .open();

    await().atMost(LONGEST_RUN).untilAsserted(() -> assertThat(handled).hasValue(1));
    client.stop();
  }

  @Test
  void the_published_client_learns_that_it_is_not_let_in() {
    Failures failures = new Failures();
    ExternalTaskClient client =
        ExternalTaskClient.create()
            .baseUrl(OperatedServer.root())
            .addInterceptor(new BasicAuthProvider("mary", "wrong"))
            .backoffStrategy(failures)
            .build();
    client.subscribe("transcodeVideo").handler((task, service) -> {}).open();

    await().atMost(LONGEST_RUN).untilAsserted(() -> assertThat(failures.status).hasValue(401));
    client.stop();
  }

  /** Keeps the status of what went wrong. */
  private static final class Failures implements ErrorAwareBackoffStrategy {
    private final AtomicInteger status = new AtomicInteger();

    @Override
    public void reconfigure(List<ExternalTask> tasks, ExternalTaskClientException failure) {
      if (failure instanceof RestException answered) {
        status.set(answered.getHttpStatusCode());
      }
    }

    @Override
    public long calculateBackoffTime() {
      return 50;
    }
  }

  private static String deployAndStartVideo() {
    byte[] model = as("mary:s:cret").get("/pages/video/video.bpmn").asByteArray();
    as("mary:s:cret")
        .multiPart("data", "video.bpmn", model, "application/octet-stream")
        .post("/deployment/create")
        .then()
        .statusCode(200);
    return as("mary:s:cret")
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/process-definition/key/video/start")
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private static RequestSpecification as(String nameAndPassword) {
    RequestSpecification request = given().spec(specification());
    if (nameAndPassword.equals("none")) {
      return request;
    }
    String encoded =
        Base64.getEncoder().encodeToString(nameAndPassword.getBytes(StandardCharsets.UTF_8));
    return request.header("Authorization", "Basic " + encoded);
  }

  private static RequestSpecification specification() {
    return new RequestSpecBuilder().setBaseUri(OperatedServer.root()).build();
  }
}
