package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.client.RecordingProxy.Request;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import org.apache.hc.core5.http.message.BasicHeader;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.ExternalTaskClientBuilder;
import org.camunda.bpm.client.backoff.BackoffStrategy;
import org.camunda.bpm.client.interceptor.auth.BasicAuthProvider;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.topic.TopicSubscriptionBuilder;
import org.junit.jupiter.api.Test;

/** Options of the client builder. */
class JavaClientOptionsIT extends JavaClient {
  private static final UnaryOperator<TopicSubscriptionBuilder> ANY = UnaryOperator.identity();

  @Test
  void all_that_is_set_is_sent_and_understood() throws Exception {
    start();

    Taken taken =
        take(
            client()
                .workerId("somebody")
                .maxTasks(3)
                .usePriority(false)
                .orderByCreateTime()
                .asc()
                .lockDuration(123_456)
                .dateFormat("yyyy-MM-dd'T'HH:mm:ss.SSSZ")
                .defaultSerializationFormat("application/json"),
            ANY);

    assertThat(taken.task().getWorkerId()).isEqualTo("somebody");
    assertThat(taken.task().getLockExpirationTime()).isNotNull();
    Request fetch = proxy().sentTo("/external-task/fetchAndLock").get(0);
    assertThat(fetch.body())
        .contains("\"workerId\":\"somebody\"")
        .contains("\"maxTasks\":3")
        .contains("\"usePriority\":false")
        .contains("\"asyncResponseTimeout\":500")
        .contains("\"lockDuration\":123456")
        .contains("{\"sortBy\":\"createTime\",\"sortOrder\":\"asc\"}");
    assertThat(fetch.userAgent()).isEqualTo("Camunda External Task Client");
    assertThat(fetch.contentType()).startsWith("application/json");
  }

  @Test
  void the_oldest_or_the_newest_comes_first() throws Exception {
    String oldest = start();
    String newest = start();

    assertThat(firstOf(one().orderByCreateTime().asc())).isEqualTo(oldest);
    assertThat(firstOf(one().orderByCreateTime().desc())).isEqualTo(newest);
  }

  @Test
  void use_create_time_means_the_newest_first() throws Exception {
    start();
    String newest = start();

    assertThat(firstOf(one().useCreateTime(true))).isEqualTo(newest);
  }

  @Test
  void the_highest_priority_comes_first_unless_told_otherwise() throws Exception {
    String low = start(1);
    String high = start(9);

    assertThat(firstOf(one())).isEqualTo(high);
    assertThat(firstOf(one().usePriority(false))).isEqualTo(low);
  }

  @Test
  void a_client_has_an_id_of_its_own() throws Exception {
    start();

    Taken taken =
        take(ExternalTaskClient.create().baseUrl(proxy().root()).asyncResponseTimeout(500), ANY);

    assertThat(taken.task().getWorkerId()).isNotBlank();
    assertThat(asStored(taken)).containsEntry("workerId", taken.task().getWorkerId());
  }

  @Test
  void interceptors_add_to_every_request() throws Exception {
    start();
    String expected = "Basic " + Base64.getEncoder().encodeToString("demo:secret".getBytes());
    AtomicInteger asked = new AtomicInteger();

    Taken taken =
        take(
            client()
                .addInterceptor(new BasicAuthProvider("demo", "secret"))
                .addInterceptor(request -> asked.incrementAndGet()),
            ANY);
    taken.service().complete(taken.task());

    assertThat(proxy().requests())
        .allSatisfy(request -> assertThat(request.authorization()).isEqualTo(expected));
    assertThat(proxy().sentTo("/complete")).hasSize(1);
    assertThat(asked.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void the_address_is_asked_for_with_every_request() throws Exception {
    start();
    AtomicInteger asked = new AtomicInteger();

    Taken taken =
        take(
            ExternalTaskClient.create()
                .urlResolver(
                    () -> {
                      asked.incrementAndGet();
                      return proxy().root();
                    })
                .asyncResponseTimeout(500)
                .disableBackoffStrategy(),
            ANY);
    taken.service().complete(taken.task());

    assertThat(asked.get()).isGreaterThanOrEqualTo(2);
  }

  @Test
  void a_client_that_does_not_fetch_by_itself_begins_when_it_is_started() throws Exception {
    start();
    ExternalTaskClient client = built(client().disableAutoFetching());
    CompletableFuture<Taken> first = subscribe(client, ANY);
    assertThat(client.isActive()).isFalse();
    assertThat(proxy().requests()).isEmpty();

    client.start();

    assertThat(taken(first).task().getTopicName()).isEqualTo(topic);
    assertThat(client.isActive()).isTrue();
  }

  @Test
  void a_strategy_is_told_of_what_was_fetched() {
    start();
    Queue<Integer> fetched = new ConcurrentLinkedQueue<>();

    subscribe(
        built(
            ExternalTaskClient.create()
                .baseUrl(proxy().root())
                .asyncResponseTimeout(100)
                .backoffStrategy(
                    new BackoffStrategy() {
                      @Override
                      public void reconfigure(List<ExternalTask> tasks) {
                        fetched.add(tasks.size());
                      }

                      @Override
                      public long calculateBackoffTime() {
                        return 1;
                      }
                    })),
        ANY);

    await().untilAsserted(() -> assertThat(fetched).contains(1, 0));
  }

  @Test
  void the_http_client_can_be_set_up() throws Exception {
    start();

    Taken taken =
        take(
            client()
                .customizeHttpClient(
                    http ->
                        http.setDefaultHeaders(
                            List.of(new BasicHeader("Authorization", "Bearer of good news")))),
            ANY);

    assertThat(taken.task().getTopicName()).isEqualTo(topic);
    assertThat(proxy().requests().get(0).authorization()).isEqualTo("Bearer of good news");
  }

  private ExternalTaskClientBuilder one() {
    return client().maxTasks(1);
  }

  /** The instance whose task such a client gets first; all tasks are released. */
  private String firstOf(ExternalTaskClientBuilder builder) throws Exception {
    ExternalTaskClient client = built(builder);
    Taken taken = taken(subscribe(client, ANY));
    client.stop();
    List<String> locked =
        rest().get("/external-task?locked=true&topicName=" + topic).then().extract().path("id");
    locked.forEach(id -> rest().post("/external-task/" + id + "/unlock", "{}"));
    return taken.task().getProcessInstanceId();
  }
}
