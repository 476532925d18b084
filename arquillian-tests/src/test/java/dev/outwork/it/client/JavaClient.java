package dev.outwork.it.client;

import dev.outwork.it.server.OnServer;
import dev.outwork.it.server.RestApi;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.ExternalTaskClientBuilder;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.camunda.bpm.client.topic.TopicSubscriptionBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Tests with {@code org.camunda.bpm:camunda-external-task-client}. Each has a topic of its own, and
 * the client speaks to the engine through a proxy that writes down what it sends. The process:
 * start --> work --> next --> end, all on the topic; an error OOPS at work leads to afterError.
 */
abstract class JavaClient extends OnServer {
  private static final int LONGEST_SECONDS = 30;
  private static final long WAIT = 500;

  protected final String topic = "client-" + UUID.randomUUID();
  private final List<ExternalTaskClient> clients = new ArrayList<>();
  private RecordingProxy proxy;

  /** A task as a handler gets it, and what the handler can do with it. */
  record Taken(ExternalTask task, ExternalTaskService service) {}

  @BeforeEach
  final void prepare() throws IOException {
    proxy = new RecordingProxy(rest().root());
    try (InputStream model = getClass().getResourceAsStream("/processes/client.bpmn")) {
      rest().deploy("client.bpmn", model.readAllBytes()).statusCode(200);
    }
  }

  @AfterEach
  final void stop() {
    clients.forEach(ExternalTaskClient::stop);
    proxy.close();
  }

  protected final RecordingProxy proxy() {
    return proxy;
  }

  /** A client that waits for work and pauses for nothing. */
  protected final ExternalTaskClientBuilder client() {
    return ExternalTaskClient.create()
        .baseUrl(proxy.root())
        .workerId("java")
        .asyncResponseTimeout(WAIT)
        .disableBackoffStrategy();
  }

  protected final ExternalTaskClient built(ExternalTaskClientBuilder builder) {
    ExternalTaskClient client = builder.build();
    clients.add(client);
    return client;
  }

  protected final String start() {
    return start(0);
  }

  protected final String start(int priority) {
    Map<String, Object> variables =
        Map.of("topic", RestApi.string(topic), "priority", Map.of("value", priority));
    return rest()
        .post(
            "/process-definition/key/client/start",
            Map.of("variables", variables, "businessKey", topic))
        .then()
        .statusCode(200)
        .extract()
        .path("id");
  }

  /** The first task of the topic. */
  protected final Taken take() throws Exception {
    return take(client(), UnaryOperator.identity());
  }

  /** The task of a new instance, fetched by a client that then stops fetching. */
  protected final Taken startAndTake(UnaryOperator<TopicSubscriptionBuilder> options)
      throws Exception {
    start();
    ExternalTaskClient client = built(client());
    Taken taken = taken(subscribe(client, options));
    client.stop();
    return taken;
  }

  protected final Taken take(
      ExternalTaskClientBuilder builder, UnaryOperator<TopicSubscriptionBuilder> options)
      throws Exception {
    return taken(subscribe(built(builder), options));
  }

  /** The first task that the handler of a subscription gets; it is not reported. */
  protected final CompletableFuture<Taken> subscribe(
      ExternalTaskClient client, UnaryOperator<TopicSubscriptionBuilder> options) {
    CompletableFuture<Taken> first = new CompletableFuture<>();
    options
        .apply(client.subscribe(topic))
        .handler((task, service) -> first.complete(new Taken(task, service)))
        .open();
    return first;
  }

  protected static Taken taken(CompletableFuture<Taken> first) throws Exception {
    return first.get(LONGEST_SECONDS, TimeUnit.SECONDS);
  }

  protected final Map<String, Object> asStored(Taken taken) {
    return rest().get("/external-task/" + taken.task().getId()).then().extract().path("$");
  }

  protected final Object variable(String instance, String name) {
    return rest()
        .get("/process-instance/" + instance + "/variables/" + name)
        .then()
        .statusCode(200)
        .extract()
        .path("value");
  }

  /** At which activities an instance waits. */
  protected final List<String> waitsAt(String instance) {
    return rest()
        .get("/external-task?processInstanceId=" + instance)
        .then()
        .extract()
        .path("activityId");
  }
}
