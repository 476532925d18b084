package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.RestApi;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.camunda.bpm.client.ExternalTaskClient;
import org.junit.jupiter.api.Test;

/** Traces over HTTP, on a server without an SDK (docs/tracing.md). */
class TraceparentIT extends JavaClient {
  private static final String HEADER = "traceparent";
  private static final String CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
  private static final String WORKER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  @Test
  void a_task_has_the_trace_of_the_start_and_the_next_one_that_of_the_clients_interceptor()
      throws Exception {
    startWith(CALLER);
    Map<String, Object> first = fetched();
    assertThat(first).containsEntry(HEADER, CALLER);
    rest().post("/external-task/" + first.get("id") + "/unlock", Map.of()).then().statusCode(204);

    ExternalTaskClient client =
        built(
            // Not through the proxy, which passes on no header that it does not know.
            client()
                .baseUrl(rest().root())
                .addInterceptor(request -> request.addHeader(HEADER, WORKER)));
    Taken taken = taken(subscribe(client, UnaryOperator.identity()));
    client.stop();
    assertThat(taken.task().getId()).isEqualTo(first.get("id"));
    taken.service().complete(taken.task());

    assertThat(fetched()).containsEntry(HEADER, WORKER);
  }

  @Test
  void a_header_that_is_none_is_ignored() {
    startWith("00-zzz");

    assertThat(fetched()).doesNotContainKey(HEADER);
  }

  private void startWith(String traceparent) {
    rest()
        .request()
        .header(HEADER, traceparent)
        .body(
            Map.of(
                "variables",
                Map.of("topic", RestApi.string(topic), "priority", Map.of("value", 0))))
        .post("/process-definition/key/client/start")
        .then()
        .statusCode(200);
  }

  private Map<String, Object> fetched() {
    List<Map<String, Object>> tasks = rest().fetch("raw", topic, 1);
    assertThat(tasks).hasSize(1);
    return tasks.get(0);
  }
}
