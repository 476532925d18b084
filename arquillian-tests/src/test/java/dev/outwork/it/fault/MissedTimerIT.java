package dev.outwork.it.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.outwork.it.server.Node;
import dev.outwork.it.server.RestApi;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Timers come due while no server runs. */
class MissedTimerIT {
  private static final int INSTANCES = 20;

  /** start --> nap (a timer of two seconds) --> end */
  private static final String NAPPING =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" targetNamespace="http://outwork.dev/tests">
        <process id="napping" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="to-nap" sourceRef="start" targetRef="nap"/>
          <intermediateCatchEvent id="nap">
            <timerEventDefinition id="timer"><timeDuration xsi:type="tFormalExpression">PT2S</timeDuration></timerEventDefinition>
          </intermediateCatchEvent>
          <sequenceFlow id="to-end" sourceRef="nap" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  @TempDir Path directory;

  @Test
  void timers_due_while_no_server_ran_fire_once_at_the_next_start() throws Exception {
    Map<String, String> settings =
        Map.of("OUTWORK_DB_URL", "jdbc:h2:file:" + directory.resolve("engine"));
    List<String> instances;
    try (Node node = Node.start("missed-timer-first", settings)) {
      node.rest().deploy("napping.bpmn", NAPPING.getBytes()).statusCode(200);
      instances =
          IntStream.range(0, INSTANCES)
              .mapToObj(i -> node.rest().start("napping", Map.of()))
              .toList();
      node.kill();
    }

    try (Node node = Node.start("missed-timer-second", settings)) {
      RestApi rest = node.rest();
      await().atMost(Duration.ofSeconds(20)).until(() -> rest.completed(instances) == INSTANCES);
      int ends = rest.get("/history/activity-instance/count?activityId=end").path("count");
      assertThat(ends).isEqualTo(INSTANCES);
    }
  }
}
