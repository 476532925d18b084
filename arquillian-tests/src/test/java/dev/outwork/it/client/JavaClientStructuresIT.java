package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.RestApi;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.variable.value.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Maps, lists and beans that a worker sends as it would to Camunda 7: the model reads what is in
 * them, and the next worker gets objects again.
 */
class JavaClientStructuresIT extends JavaClient {
  private static final Duration LONGEST = Duration.ofSeconds(30);

  /** A bean of the workers; the server has no such class. */
  public static class Order {
    public int amount = 20;
    public Map<String, String> customer = Map.of("name", "ann");
    public long large = 9_007_199_254_740_993L;
  }

  private final List<ExternalTask> seen = new CopyOnWriteArrayList<>();

  @BeforeEach
  void deploy() throws IOException {
    try (InputStream model = getClass().getResourceAsStream("/processes/structures.bpmn")) {
      rest().deploy("structures.bpmn", model.readAllBytes()).statusCode(200);
    }
  }

  @Test
  void maps_lists_and_beans_of_a_worker_are_read_by_the_model() throws Exception {
    String instance = startStructures();
    List<Map<String, Object>> lines =
        new ArrayList<>(List.of(Map.of("no", 1), Map.of("no", 2, "tags", List.of("x"))));

    work("make", Map.of("order", new Order(), "flags", Map.of("A", true), "lines", lines));
    work("ann", Map.of());
    work("after", Map.of());
    awaitTheEndOf(instance);

    assertThat(seen)
        .extracting(ExternalTask::getActivityId)
        .containsExactly("make", "each", "each", "after");
    ExternalTask first = seen.get(1);
    ExternalTask second = seen.get(2);
    ExternalTask after = seen.get(3);
    assertThat(first.<Map<String, Object>>getVariable("line")).isEqualTo(lines.get(0));
    assertThat(second.<Map<String, Object>>getVariable("line")).isEqualTo(lines.get(1));
    assertThat(first.<Map<String, Object>>getVariable("customer")).containsEntry("name", "ann");
    assertThat(first.<Order>getVariable("copy").large).isEqualTo(9_007_199_254_740_993L);
    assertThat(first.<Long>getVariable("large")).isEqualTo(9_007_199_254_740_993L);
    assertThat(after.<Order>getVariable("order").amount).isEqualTo(20);
    assertThat(after.<Map<String, Object>>getVariable("flags")).isEqualTo(Map.of("A", true));
    assertThat(after.<List<Map<String, Object>>>getVariable("lines")).isEqualTo(lines);
  }

  @Test
  void a_map_takes_the_other_path_if_it_says_so() throws Exception {
    String instance = startStructures();
    Map<String, Object> order = Map.of("amount", 5, "customer", Map.of("name", "ann"));

    work("make", Map.of("order", order, "flags", Map.of("A", true), "lines", List.of()));
    awaitTheEndOf(instance);

    assertThat(seen).extracting(ExternalTask::getActivityId).containsExactly("make");
  }

  @Test
  void an_untyped_structure_is_json() throws Exception {
    rest()
        .post(
            "/process-definition/key/client/start",
            Map.of(
                "variables",
                Map.of(
                    "topic", Map.of("value", topic),
                    "priority", Map.of("value", 0),
                    "order", Map.of("value", Map.of("id", 7)))))
        .then()
        .statusCode(200);

    JsonValue order = take().task().getVariableTyped("order");

    assertThat(order.getValue()).isEqualTo("{\"id\":7}");
  }

  private String startStructures() {
    return rest().start("structures", Map.of("topic", RestApi.string(topic)));
  }

  /** Completes all tasks of a topic, and notes them. */
  private void work(String name, Map<String, Object> variables) {
    built(client())
        .subscribe(topic + "-" + name)
        .handler(
            (task, service) -> {
              seen.add(task);
              service.complete(task, variables);
            })
        .open();
  }

  private void awaitTheEndOf(String instance) {
    await()
        .atMost(LONGEST)
        .untilAsserted(() -> assertThat(rest().stateOf(instance)).isEqualTo("COMPLETED"));
  }
}
