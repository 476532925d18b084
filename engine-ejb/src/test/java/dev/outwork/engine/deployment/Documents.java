package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Models for tests: start --> work (external) --> end, under any key. */
final class Documents {
  private static final String PROCESS =
      """
      <process id="%s" isExecutable="true" %s>
        <documentation>%s</documentation>
        <startEvent id="%1$s-start"/>
        <sequenceFlow id="%1$s-in" sourceRef="%1$s-start" targetRef="%1$s-work"/>
        <serviceTask id="%1$s-work" camunda:type="external" camunda:topic="work"/>
        <sequenceFlow id="%1$s-out" sourceRef="%1$s-work" targetRef="%1$s-end"/>
        <endEvent id="%1$s-end"/>
      </process>
      """;

  private Documents() {}

  /** A process in a file of its own; {@code text} makes documents of one key differ. */
  static Resource process(String key, String text) {
    return process(key, text, "");
  }

  /** The process with further attributes. */
  static Resource process(String key, String text, String attributes) {
    return resource(
        key + ".bpmn", document("http://test", PROCESS.formatted(key, attributes, text)));
  }

  /** Two processes in one file. */
  static Resource twoProcesses(String name, String oneKey, String otherKey) {
    return resource(
        name,
        document(
            "http://test",
            PROCESS.formatted(oneKey, "", "") + PROCESS.formatted(otherKey, "", "")));
  }

  /** The process in another target namespace. */
  static Resource processOfCategory(String category, String key, String attributes) {
    return resource(key + ".bpmn", document(category, PROCESS.formatted(key, attributes, "")));
  }

  /** A model that cannot be executed. */
  static Resource broken(String name) {
    return resource(
        name,
        document(
            "http://test",
            """
            <process id="broken" isExecutable="true"><userTask id="ask"/></process>
            """));
  }

  static Resource resource(String name, String text) {
    return new Resource(name, text.getBytes(StandardCharsets.UTF_8));
  }

  static DeploymentRequest named(String name, Resource... resources) {
    return new DeploymentRequest(name, null, null, false, false, List.of(resources));
  }

  static DeploymentRequest withSource(String source, DeploymentRequest request) {
    return new DeploymentRequest(
        request.name(),
        source,
        request.tenantId(),
        request.enableDuplicateFiltering(),
        request.deployChangedOnly(),
        request.resources());
  }

  static DeploymentRequest ofTenant(String tenantId, DeploymentRequest request) {
    return new DeploymentRequest(
        request.name(),
        request.source(),
        tenantId,
        request.enableDuplicateFiltering(),
        request.deployChangedOnly(),
        request.resources());
  }

  /** A request that deploys nothing if nothing has changed. */
  static DeploymentRequest unlessSame(DeploymentRequest request) {
    return new DeploymentRequest(
        request.name(), request.source(), request.tenantId(), true, false, request.resources());
  }

  static DeploymentRequest changedOnly(DeploymentRequest request) {
    return new DeploymentRequest(
        request.name(), request.source(), request.tenantId(), false, true, request.resources());
  }

  private static String document(String category, String processes) {
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                     xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="%s">
        %s
        </definitions>
        """
        .formatted(category, processes);
  }
}
