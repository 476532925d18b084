package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.OnServer;
import dev.outwork.it.server.RawFetch;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers whose process ends while they wait. */
class VanishedClientIT extends OnServer {
  private static final int CLIENTS = 20;
  private static final Duration A_SECOND_OR_TWO = Duration.ofSeconds(2);

  /** start --> work (external) --> end */
  private static final String PROCESS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://outwork.dev/tests">
        <process id="vanishing" isExecutable="true" camunda:historyTimeToLive="5">
          <startEvent id="start"/>
          <sequenceFlow id="to-work" sourceRef="start" targetRef="work"/>
          <serviceTask id="work" camunda:type="external" camunda:topic="vanishing"/>
          <sequenceFlow id="to-end" sourceRef="work" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  /**
   * @param reset whether the network tells that the process is gone, or only that it says no more
   */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void tasks_go_to_those_who_are_still_there(boolean reset) throws Exception {
    wire().deploy("vanishing.bpmn", PROCESS.getBytes(StandardCharsets.UTF_8)).statusCode(200);
    List<Socket> dying = waitAs("dead");
    Thread.sleep(1_000);
    for (Socket socket : dying) {
      if (reset) {
        socket.setSoLinger(true, 0);
      }
      socket.close();
    }
    List<Socket> living = waitAs("living");
    Thread.sleep(1_000);

    for (int i = 0; i < CLIENTS; i++) {
      wire().start("vanishing", Map.of());
    }

    await()
        .atMost(A_SECOND_OR_TWO)
        .untilAsserted(() -> assertThat(holders()).allMatch(name -> name.startsWith("living")));
    for (Socket socket : living) {
      socket.close();
    }
    tasks().forEach(task -> wire().complete(task.get("id"), task.get("workerId"), Map.of()));
  }

  /** The workers that have a task; "nobody" for one that is open. */
  private List<String> holders() {
    List<Map<String, String>> tasks = tasks();
    assertThat(tasks).hasSize(CLIENTS);
    return tasks.stream()
        .map(task -> task.get("workerId") == null ? "nobody" : task.get("workerId"))
        .toList();
  }

  private List<Map<String, String>> tasks() {
    return wire()
        .get("/external-task?topicName=vanishing")
        .then()
        .statusCode(200)
        .extract()
        .path("$");
  }

  private List<Socket> waitAs(String name) {
    return IntStream.range(0, CLIENTS).mapToObj(i -> fetch(name + "-" + i)).toList();
  }

  private Socket fetch(String worker) {
    return RawFetch.send(
        wire().root(),
        """
        {"workerId": "%s", "maxTasks": 1, "asyncResponseTimeout": 600000,
         "topics": [{"topicName": "vanishing", "lockDuration": 600000}]}
        """
            .formatted(worker));
  }
}
