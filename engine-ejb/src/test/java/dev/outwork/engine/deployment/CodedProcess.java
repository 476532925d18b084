package dev.outwork.engine.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Draws code into a process, deploys it with code that becomes topics, and works on them. */
abstract class CodedProcess extends SharedEngineTest {
  private static final String HEAD =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="http://test">
        <error id="late" errorCode="LATE"/>
        <process id="coded" isExecutable="true">
          <startEvent id="start"/>
      """;

  /** start --> the node, whose id is {@code n} --> end. */
  static String around(String node) {
    return HEAD
        + node
        + """
          <endEvent id="end"/>
          <sequenceFlow id="in" sourceRef="start" targetRef="n"/>
          <sequenceFlow id="out" sourceRef="n" targetRef="end"/>
        </process>
      </definitions>
      """;
  }

  static DeploymentRequest request(String document) {
    return DeploymentRequest.of("coded.bpmn", document.getBytes(StandardCharsets.UTF_8));
  }

  static DeploymentWithDefinitions deployed(String document) {
    return engine.repository().createDeployment(request(document).withCodeBecomesTopics(true));
  }

  static ProcessInstance started(String document, Map<String, ?> variables) {
    deployed(document);
    return engine.start("coded", variables);
  }

  LockedExternalTask fetched(String topic) {
    List<LockedExternalTask> tasks =
        engine
            .externalTasks()
            .fetchAndLock(FetchAndLock.of("alice", 10, withExtensionProperties(topic)));
    assertThat(tasks).as("tasks of topic " + topic).hasSize(1);
    return tasks.get(0);
  }

  static Topic withExtensionProperties(String name) {
    return Topic.builder(name, Duration.ofMinutes(1)).includeExtensionProperties(true).build();
  }

  static void assertRefused(String node, String word) {
    assertThatThrownBy(() -> deployed(around(node)))
        .isInstanceOf(ParseException.class)
        .hasMessageContaining(word);
  }

  void givesBack(String topic, TypedValue result) {
    LockedExternalTask task = alice.fetchesOne(topic);
    engine
        .externalTasks()
        .complete(task.task().id(), "alice", Map.of(), Map.of(CodeProperty.RESULT, result));
  }

  static Object valueOf(ProcessInstance instance, String name) {
    return engine.history().variableInstances(ListQuery.all()).stream()
        .filter(variable -> variable.processInstanceId().equals(instance.id()))
        .filter(variable -> variable.name().equals(name))
        .filter(variable -> variable.activityInstanceId().equals(instance.id()))
        .findFirst()
        .map(variable -> variable.value().value())
        .orElse(null);
  }
}
