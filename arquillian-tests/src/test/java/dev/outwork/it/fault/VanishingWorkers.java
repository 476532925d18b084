package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.it.server.RawFetch;
import dev.outwork.it.server.RestApi;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Workers that wait for tasks of one topic, and these tasks. */
record VanishingWorkers(RestApi rest) {
  static final String TOPIC = "vanishing";

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

  void deploy() {
    rest.deploy("vanishing.bpmn", PROCESS.getBytes(StandardCharsets.UTF_8)).statusCode(200);
  }

  void createTasks(int number) {
    for (int i = 0; i < number; i++) {
      rest.start("vanishing", Map.of());
    }
  }

  /**
   * Has workers wait for ten minutes.
   *
   * @param root where they ask
   */
  static List<Socket> wait(String root, String name, int number) {
    return IntStream.range(0, number).mapToObj(i -> fetch(root, name + "-" + i)).toList();
  }

  private static Socket fetch(String root, String worker) {
    return RawFetch.send(
        root,
        """
        {"workerId": "%s", "maxTasks": 1, "asyncResponseTimeout": 600000,
         "topics": [{"topicName": "vanishing", "lockDuration": 600000}]}
        """
            .formatted(worker));
  }

  /** The workers that have a task; "nobody" for an open one. */
  List<String> holders(int expectedTasks) {
    List<Map<String, String>> tasks = tasks();
    assertThat(tasks).hasSize(expectedTasks);
    return tasks.stream()
        .map(task -> task.get("workerId") == null ? "nobody" : task.get("workerId"))
        .toList();
  }

  /** Completes all tasks for whoever holds them. */
  void completeTasks() {
    tasks().forEach(task -> rest.complete(task.get("id"), task.get("workerId"), Map.of()));
  }

  private List<Map<String, String>> tasks() {
    return rest.get("/external-task?topicName=" + TOPIC).then().statusCode(200).extract().path("$");
  }
}
