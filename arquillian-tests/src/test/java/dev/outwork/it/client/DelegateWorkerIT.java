package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.api.worker.RetryPolicy;
import dev.outwork.delegate.Beans;
import dev.outwork.delegate.DelegateWorker;
import dev.outwork.delegate.client.DelegateHandler;
import dev.outwork.it.client.delegates.ChargeCard;
import dev.outwork.it.client.delegates.Till;
import dev.outwork.it.server.OnServer;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.client.ExternalTaskClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Delegates in a JVM of their own, by the published client: count (a listener and an expression)
 * --> charge (a bean) --> mail (a class with fields).
 */
class DelegateWorkerIT extends OnServer {
  private static final Duration LONGEST = Duration.ofSeconds(60);
  private static final int ATTEMPTS = 2;
  private static final String PACKAGE = "dev.outwork.it.client.delegates.";

  private ExternalTaskClient client;

  @BeforeEach
  void deployAndSubscribe() throws IOException {
    try (InputStream model = getClass().getResourceAsStream("/processes/delegates.bpmn")) {
      RestAssured.given()
          .baseUri(rest().root())
          .multiPart("deployment-name", "delegates")
          .multiPart("code-becomes-topics", "true")
          .multiPart("data", "delegates.bpmn", model.readAllBytes(), "application/octet-stream")
          .post("/deployment/create")
          .then()
          .statusCode(200);
    }
    client =
        ExternalTaskClient.create()
            .baseUrl(rest().root())
            .workerId("delegates")
            .asyncResponseTimeout(500)
            .disableBackoffStrategy()
            .build();
    Beans beans = Beans.of(Map.of("till", new Till(), "chargeCard", new ChargeCard()));
    new DelegateHandler(new DelegateWorker(beans), RetryPolicy.fixed(ATTEMPTS, Duration.ZERO))
        .subscribe(client, "till.count", "chargeCard", PACKAGE + "Mail", PACKAGE + "Listener");
  }

  @AfterEach
  void stop() {
    client.stop();
  }

  private String order(int amount) {
    return rest()
        .post(
            "/process-definition/key/delegateOrder/start",
            Map.of("businessKey", "7", "variables", Map.of("amount", Map.of("value", amount))))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  private void awaitTheEndOf(String instance) {
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED"));
  }

  private Map<String, Object> variables(String instance) {
    List<Map<String, Object>> all =
        rest()
            .get("/history/variable-instance?activityInstanceIdIn=" + instance)
            .then()
            .statusCode(200)
            .extract()
            .path("$");
    Map<String, Object> values = new HashMap<>();
    all.forEach(variable -> values.put((String) variable.get("name"), variable.get("value")));
    return values;
  }

  @Test
  void classes_beans_expressions_and_listeners_do_the_work() {
    String instance = order(30);

    awaitTheEndOf(instance);

    assertThat(variables(instance))
        .containsEntry("heard", "start of Count the money")
        .containsEntry("cents", 3000)
        .containsEntry("receipt", "R-7")
        .containsEntry("mail", "ann@example.com, Ann: 3000 cents");
  }

  @Test
  void an_error_of_the_process_takes_its_way() {
    String instance = order(4000);

    awaitTheEndOf(instance);

    assertThat(variables(instance))
        .containsEntry("why", "1000 is the limit")
        .doesNotContainKey("mail");
  }

  @Test
  void a_failing_job_is_retried_until_an_incident() {
    String instance = order(0);

    await()
        .atMost(LONGEST)
        .untilAsserted(
            () ->
                assertThat(
                        rest()
                            .get("/incident?processInstanceId=" + instance)
                            .then()
                            .extract()
                            .<List<String>>path("incidentMessage"))
                    .containsExactly("nothing to charge"));

    assertThat(
            rest()
                .get(
                    "/history/external-task-log/count?failureLog=true&processInstanceId="
                        + instance)
                .then()
                .extract()
                .<Integer>path("count"))
        .isEqualTo(ATTEMPTS);
  }
}
