package dev.outwork.it.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.client.ExternalTaskClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract of docs/operations.md, "Bearer tokens", beside users with passwords. */
class BearerTokenIT {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(1);

  private static final String MODEL =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <process id="parcel" isExecutable="true" camunda:historyTimeToLive="P1D">
          <startEvent id="start" camunda:initiator="sender"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="carry"/>
          <serviceTask id="carry" camunda:type="external" camunda:topic="parcel"/>
          <sequenceFlow id="on" sourceRef="carry" targetRef="sign"/>
          <userTask id="sign" camunda:assignee="${sender}"/>
        </process>
      </definitions>
      """;

  /** Tokens that open nothing, with the reason. */
  private enum Refused {
    EXPIRED("it has expired"),
    OF_ANOTHER_ISSUER("it is of another issuer"),
    FOR_ANOTHER_AUDIENCE("it is for another audience"),
    OF_ANOTHER_KEY("no key of its issuer has signed it"),
    NOT_SIGNED("it is no signed token"),
    MALFORMED("it is no signed token");

    private final String reason;

    Refused(String reason) {
      this.reason = reason;
    }

    private String token() {
      TokenProvider provider = OperatedServer.provider();
      return switch (this) {
        case EXPIRED -> provider.expiredToken();
        case OF_ANOTHER_ISSUER -> provider.tokenOfAnotherIssuer();
        case FOR_ANOTHER_AUDIENCE -> provider.tokenForAnotherAudience();
        case OF_ANOTHER_KEY -> provider.tokenOfAnotherKey();
        case NOT_SIGNED -> provider.tokenWithoutSignature();
        case MALFORMED -> "abc";
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_token_that_opens_nothing_is_refused_with_the_reason(Refused refused) {
    with(refused.token())
        .get("/version")
        .then()
        .statusCode(401)
        .header(
            "WWW-Authenticate",
            equalTo(
                "Bearer realm=\"default\", error=\"invalid_token\", error_description=\"%s\""
                    .formatted(refused.reason)))
        .contentType(equalTo("application/json"))
        .body("type", equalTo("NotAuthorizedException"))
        .body("message", equalTo("The bearer token is refused: " + refused.reason));
  }

  @Test
  void who_has_no_token_is_told_of_both_kinds_of_login() {
    List<String> challenges =
        given()
            .baseUri(OperatedServer.root())
            .get("/version")
            .headers()
            .getValues("WWW-Authenticate");

    assertThat(challenges).containsExactly("Bearer realm=\"default\"", "Basic realm=\"default\"");
  }

  @Test
  void the_engine_knows_who_bears_a_token() {
    with(OperatedServer.provider().token())
        .get("/identity/groups?userId=courier-7")
        .then()
        .statusCode(200)
        .body("groups.id", equalTo(List.of("couriers")));
    with(OperatedServer.provider().token())
        .get("/identity/groups?userId=mary")
        .then()
        .body("groups.id", equalTo(List.of()));
  }

  /** Each request has a token of the newest key. */
  @Test
  void the_published_client_works_while_keys_rotate() {
    TokenProvider provider = OperatedServer.provider();
    with(provider.token())
        .multiPart("data", "parcel.bpmn", MODEL.getBytes(StandardCharsets.UTF_8))
        .post("/deployment/create")
        .then()
        .statusCode(200);
    AtomicInteger carried = new AtomicInteger();
    ExternalTaskClient client =
        ExternalTaskClient.create()
            .baseUrl(OperatedServer.root())
            .addInterceptor(
                request -> request.addHeader("Authorization", "Bearer " + provider.token()))
            .disableBackoffStrategy()
            .asyncResponseTimeout(1_000)
            .build();
    client
        .subscribe("parcel")
        .handler(
            (task, service) -> {
              service.complete(task);
              carried.incrementAndGet();
            })
        .open();
    try {
      for (int key = 1; key <= 3; key++) {
        send(provider);
        int all = key;
        await().atMost(LONGEST_RUN).untilAsserted(() -> assertThat(carried).hasValue(all));
        provider.rotate();
        // The client asks with the new key all the time; the engine looks for it every five
        // seconds.
        await()
            .atMost(LONGEST_RUN)
            .until(() -> with(provider.token()).get("/version").statusCode() == 200);
      }
    } finally {
      client.stop();
    }

    with(provider.token())
        .get("/task?processDefinitionKey=parcel")
        .then()
        .body("assignee", equalTo(List.of("courier-7", "courier-7", "courier-7")));
  }

  @Test
  void refused_requests_are_counted() {
    String token = OperatedServer.provider().token();
    double invalidTokens = refused(token, "invalid_token");
    double withoutLogin = refused(token, "no_login");
    double wrongPasswords = refused(token, "wrong_password");

    with("abc").get("/version").then().statusCode(401);
    with("abc").get("/version").then().statusCode(401);
    given().baseUri(OperatedServer.root()).get("/version").then().statusCode(401);
    withWrongPassword().get("/version").then().statusCode(401);

    assertThat(refused(token, "invalid_token")).isEqualTo(invalidTokens + 2);
    assertThat(refused(token, "no_login")).isGreaterThan(withoutLogin);
    assertThat(refused(token, "wrong_password")).isGreaterThan(wrongPasswords);
  }

  private static double refused(String token, String reason) {
    String metrics = with(token).get("/metrics/prometheus").asString();
    Matcher line =
        Pattern.compile("outwork_requests_refused_total\\{reason=\"" + reason + "\"} (\\S+)")
            .matcher(metrics);
    assertThat(line.find()).as(metrics).isTrue();
    return Double.parseDouble(line.group(1));
  }

  @Test
  void the_log_has_no_token_and_no_password() {
    String token = OperatedServer.provider().token();
    String expired = OperatedServer.provider().expiredToken();
    with(token).get("/version").then().statusCode(200);
    with(expired).get("/version").then().statusCode(401);
    withWrongPassword().get("/version").then().statusCode(401);

    assertThat(OperatedServer.get().said())
        .doesNotContain(token.substring(token.lastIndexOf('.')))
        .doesNotContain(expired.substring(expired.lastIndexOf('.')))
        .doesNotContain("nobody-has-this-password")
        .doesNotContain("s:cret");
  }

  private static void send(TokenProvider provider) {
    with(provider.token())
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/process-definition/key/parcel/start")
        .then()
        .statusCode(200)
        .body("definitionId", startsWith("parcel"));
  }

  /** Always the same, which is no further guess. */
  private static RequestSpecification withWrongPassword() {
    return given()
        .baseUri(OperatedServer.root())
        .auth()
        .preemptive()
        .basic("mary", "nobody-has-this-password");
  }

  private static RequestSpecification with(String token) {
    return given().baseUri(OperatedServer.root()).header("Authorization", "Bearer " + token);
  }
}
