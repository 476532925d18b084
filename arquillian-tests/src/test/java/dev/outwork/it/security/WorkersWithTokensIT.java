package dev.outwork.it.security;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.startsWith;

import dev.outwork.it.client.Npm;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.interceptor.ClientRequestContext;
import org.camunda.bpm.client.interceptor.ClientRequestInterceptor;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The published clients fetch and complete with tokens, while the provider rotates its keys. */
class WorkersWithTokensIT {
  private static final Duration LONGEST_RUN = Duration.ofMinutes(1);
  private static final int KEYS = 3;

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

  private static TokenProvider provider;

  /** After each rotation. */
  @FunctionalInterface
  private interface Rotated {
    void run() throws Exception;
  }

  @BeforeAll
  static void deploy() {
    provider = OperatedServer.provider();
    call()
        .multiPart("data", "parcel.bpmn", MODEL.getBytes(StandardCharsets.UTF_8))
        .post("/deployment/create")
        .then()
        .statusCode(200);
  }

  /** Each request has a token of the newest key. */
  @Test
  void the_java_client_works_with_an_interceptor_of_its_user() throws Exception {
    ExternalTaskClient client =
        javaClient(request -> request.addHeader("Authorization", "Bearer " + provider.token()));
    try {
      client.subscribe("parcel").handler((task, service) -> service.complete(task)).open();
      allParcelsAreCarried(() -> {});
    } finally {
      client.stop();
    }
  }

  /** It asks the provider for a token, and again when that is about to expire. */
  @Test
  void the_java_client_works_with_client_credentials() throws Exception {
    ExternalTaskClient client = javaClient(new ClientCredentials());
    try {
      client.subscribe("parcel").handler((task, service) -> service.complete(task)).open();
      allParcelsAreCarried(() -> {});
    } finally {
      client.stop();
    }
  }

  private static ExternalTaskClient javaClient(ClientRequestInterceptor interceptor) {
    return ExternalTaskClient.create()
        .baseUrl(OperatedServer.root())
        .addInterceptor(interceptor)
        .disableBackoffStrategy()
        .asyncResponseTimeout(1_000)
        .build();
  }

  /** What a user of the client would write. */
  private static final class ClientCredentials implements ClientRequestInterceptor {
    private String token;
    private Instant expiry = Instant.MIN;

    @Override
    public synchronized void intercept(ClientRequestContext request) {
      if (!Instant.now().isBefore(expiry)) {
        Response answer =
            given()
                .formParam("grant_type", "client_credentials")
                .formParam("client_id", TokenProvider.CLIENT)
                .formParam("client_secret", TokenProvider.SECRET)
                .post(provider.tokenAddress());
        token = answer.path("access_token");
        expiry = Instant.now().plusSeconds(answer.<Integer>path("expires_in"));
      }
      request.addHeader("Authorization", "Bearer " + token);
    }
  }

  @Test
  void the_javascript_client_works_with_an_interceptor_of_its_user() throws Exception {
    Npm npm = Npm.install();
    Path token = npm.file("token");
    Files.writeString(token, provider.token());
    Process worker =
        npm.start("bearer.log", "node", "bearer.mjs", OperatedServer.root(), token.toString());
    try {
      allParcelsAreCarried(() -> replace(token, provider.token()));
    } finally {
      worker.destroy();
    }
  }

  // The worker never reads half a token.
  private static void replace(Path file, String text) throws Exception {
    Path next = Files.writeString(file.resolveSibling(file.getFileName() + ".next"), text);
    Files.move(next, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void allParcelsAreCarried(Rotated then) throws Exception {
    int before = carried();
    for (int key = 1; key <= KEYS; key++) {
      send();
      int all = before + key;
      await().atMost(LONGEST_RUN).until(() -> carried() == all);
      provider.rotate();
      then.run();
      // The client asks with the new key all the time; the engine looks for it every five seconds.
      await().atMost(LONGEST_RUN).until(() -> call().get("/version").statusCode() == 200);
    }
    call()
        .get("/task?processDefinitionKey=parcel")
        .then()
        .body("assignee", everyItem(equalTo("courier-7")));
  }

  private static int carried() {
    return call().get("/task/count?processDefinitionKey=parcel").path("count");
  }

  private static void send() {
    call()
        .contentType(ContentType.JSON)
        .body("{}")
        .post("/process-definition/key/parcel/start")
        .then()
        .statusCode(200)
        .body("definitionId", startsWith("parcel"));
  }

  private static RequestSpecification call() {
    return given()
        .baseUri(OperatedServer.root())
        .header("Authorization", "Bearer " + provider.token());
  }
}
