package dev.outwork.it.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.OnServer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code org.camunda.bpm:camunda-external-task-client}, as users have it. */
class JavaClientIT extends OnServer {
  private static final int INSTANCES = 200;
  private static final int CLIENTS = 4;
  private static final Duration LONGEST_RUN = Duration.ofMinutes(3);

  private final List<ExternalTaskClient> clients = new ArrayList<>();

  @BeforeEach
  void deploy() {
    rest().deployVideo();
  }

  @AfterEach
  void stopClients() {
    clients.forEach(ExternalTaskClient::stop);
  }

  @Test
  void four_clients_work_off_two_hundred_videos_each_task_once() {
    Queue<String> handled = new ConcurrentLinkedQueue<>();
    List<String> instances = new ArrayList<>();
    for (int i = 0; i < INSTANCES; i++) {
      instances.add(rest().startVideo("video-" + i + ".mp4"));
    }

    for (int i = 0; i < CLIENTS; i++) {
      ExternalTaskClient client = client("client-" + i);
      subscribe(
          client,
          "transcodeVideo",
          handled,
          task -> Map.of("format", "webm", "source", task.getVariable("video")));
      subscribe(
          client,
          "uploadVideo",
          handled,
          task -> Map.of("url", "https://videos.example/" + task.getVariable("video")));
    }

    await()
        .atMost(LONGEST_RUN)
        .untilAsserted(() -> assertThat(rest().completed(instances)).isEqualTo(INSTANCES));
    assertThat(handled).hasSizeGreaterThanOrEqualTo(2 * INSTANCES).doesNotHaveDuplicates();
  }

  @Test
  void a_failed_task_comes_back_with_its_retries_and_its_message() {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    rest().startVideo("broken.mp4");

    client("stumbling")
        .subscribe("transcodeVideo")
        .handler(
            (task, service) -> {
              seen.add(task.getRetries() + " " + task.getErrorMessage());
              if (task.getRetries() == null) {
                service.handleFailure(task, "no codec", "the whole story", 2, 0);
              } else {
                service.complete(task);
              }
            })
        .open();

    await()
        .atMost(LONGEST_RUN)
        .untilAsserted(() -> assertThat(seen).containsExactly("null null", "2 no codec"));
  }

  @Test
  void a_worker_may_lock_longer_and_give_back() {
    Queue<String> steps = new ConcurrentLinkedQueue<>();
    rest().startVideo("long.mp4");

    client("patient")
        .subscribe("transcodeVideo")
        .handler(
            (task, service) -> {
              if (steps.isEmpty()) {
                service.extendLock(task, Duration.ofMinutes(10).toMillis());
                service.unlock(task);
                steps.add("unlocked");
                return;
              }
              service.complete(task);
              steps.add("completed");
            })
        .open();

    await()
        .atMost(LONGEST_RUN)
        .untilAsserted(() -> assertThat(steps).containsExactly("unlocked", "completed"));
  }

  private ExternalTaskClient client(String workerId) {
    ExternalTaskClient client =
        ExternalTaskClient.create()
            .baseUrl(rest().root())
            .workerId(workerId)
            .maxTasks(10)
            .asyncResponseTimeout(Duration.ofSeconds(1).toMillis())
            .disableBackoffStrategy()
            .build();
    clients.add(client);
    return client;
  }

  private interface Work {
    Map<String, Object> on(ExternalTask task);
  }

  private static void subscribe(
      ExternalTaskClient client, String topic, Queue<String> handled, Work work) {
    ExternalTaskHandler handler =
        (task, service) -> {
          handled.add(task.getId());
          service.complete(task, work.on(task));
        };
    client.subscribe(topic).lockDuration(Duration.ofMinutes(1).toMillis()).handler(handler).open();
  }
}
