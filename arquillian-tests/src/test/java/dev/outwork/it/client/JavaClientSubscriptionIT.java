package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.topic.TopicSubscriptionBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Options of a subscription: the engine returns matching tasks. */
class JavaClientSubscriptionIT extends JavaClient {
  private interface Option {
    TopicSubscriptionBuilder on(TopicSubscriptionBuilder builder, JavaClientSubscriptionIT test);
  }

  static Stream<Arguments> options() {
    return Stream.of(
        option("lockDuration", (builder, test) -> builder.lockDuration(5000)),
        option("businessKey", (builder, test) -> builder.businessKey(test.topic)),
        option("processDefinitionKey", (builder, test) -> builder.processDefinitionKey("client")),
        option(
            "processDefinitionKeyIn",
            (builder, test) -> builder.processDefinitionKeyIn("other", "client")),
        option(
            "processDefinitionId",
            (builder, test) -> builder.processDefinitionId(test.definitionId())),
        option(
            "processDefinitionIdIn",
            (builder, test) -> builder.processDefinitionIdIn("other", test.definitionId())),
        option(
            "processDefinitionVersionTag",
            (builder, test) -> builder.processDefinitionVersionTag("one")),
        option(
            "processVariableEquals",
            (builder, test) ->
                builder
                    .processVariableEquals("priority", 99)
                    .processVariableEquals("topic", test.topic)),
        option(
            "processVariablesEqualsIn",
            (builder, test) -> builder.processVariablesEqualsIn(Map.of("topic", test.topic))),
        option("withoutTenantId", (builder, test) -> builder.withoutTenantId()),
        option("variables", (builder, test) -> builder.variables("topic")),
        option("localVariables", (builder, test) -> builder.localVariables(true)),
        option(
            "includeExtensionProperties",
            (builder, test) -> builder.includeExtensionProperties(true)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("options")
  void takes_what_matches(String name, Option option) throws Exception {
    String instance = start();

    ExternalTask task = take(client(), builder -> option.on(builder, this)).task();

    assertThat(task.getProcessInstanceId()).isEqualTo(instance);
  }

  @Test
  void nothing_is_taken_that_does_not_match() throws Exception {
    start();
    List<CompletableFuture<Taken>> others =
        List.of(
            subscribe(built(client()), builder -> builder.businessKey("other")),
            subscribe(built(client()), builder -> builder.tenantIdIn("nobody")),
            subscribe(built(client()), builder -> builder.processDefinitionVersionTag("o%")),
            subscribe(built(client()), builder -> builder.processVariableEquals("priority", "0")));
    await().until(() -> proxy().sentTo("/fetchAndLock").size() >= others.size());

    assertThat(take().task().getBusinessKey()).isEqualTo(topic);

    assertThat(others).noneMatch(CompletableFuture::isDone);
  }

  @Test
  void variables_are_all_or_those_asked_for_or_the_tasks_own() throws Exception {
    assertThat(variables(UnaryOperator.identity())).containsOnlyKeys("topic", "priority", "inner");
    assertThat(variables(builder -> builder.variables("topic"))).containsOnlyKeys("topic");
    assertThat(variables(builder -> builder.localVariables(true))).containsOnlyKeys("inner");
  }

  @Test
  void extension_properties_come_on_request() throws Exception {
    ExternalTask with = startAndTake(builder -> builder.includeExtensionProperties(true)).task();
    ExternalTask without = startAndTake(UnaryOperator.identity()).task();

    assertThat(with.getExtensionProperties()).isEqualTo(Map.of("queue", "fast"));
    assertThat(with.getExtensionProperty("queue")).isEqualTo("fast");
    assertThat(without.getExtensionProperties()).isEmpty();
  }

  private Map<String, Object> variables(UnaryOperator<TopicSubscriptionBuilder> options)
      throws Exception {
    return startAndTake(options).task().getAllVariables();
  }

  private String definitionId() {
    return rest().get("/process-definition/key/client").then().extract().path("id");
  }

  private static Arguments option(String name, Option option) {
    return Arguments.of(name, option);
  }
}
