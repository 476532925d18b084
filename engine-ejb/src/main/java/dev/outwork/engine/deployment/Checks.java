package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.DeploymentCheck;
import dev.outwork.api.deployment.DeploymentCheck.ResourceCheck;
import dev.outwork.api.deployment.DeploymentCheck.Topic;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.reader.BpmnReader;
import dev.outwork.engine.dmn.DecisionGraph;
import dev.outwork.engine.dmn.DecisionModel;
import dev.outwork.engine.dmn.DmnReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads models as {@link Deployer} does, but reports the problems of all files. */
final class Checks {
  private final Map<String, String> resourceOfKey = new HashMap<>();
  private final Map<String, String> resourceOfDecision = new HashMap<>();
  private final boolean codeBecomesTopics;

  private Checks(boolean codeBecomesTopics) {
    this.codeBecomesTopics = codeBecomesTopics;
  }

  static DeploymentCheck of(Collection<Resource> resources, boolean codeBecomesTopics) {
    Checks checks = new Checks(codeBecomesTopics);
    return new DeploymentCheck(
        resources.stream()
            .filter(resource -> isModel(resource.name()))
            .map(checks::check)
            .toList());
  }

  private static boolean isModel(String name) {
    return Deployer.isProcess(name) || Resource.isDecision(name);
  }

  private ResourceCheck check(Resource resource) {
    List<Problem> warnings = new ArrayList<>();
    try {
      return Resource.isDecision(resource.name())
          ? decisions(resource)
          : processes(resource, warnings);
    } catch (ParseException refused) {
      List<Problem> all = refused.warnings().isEmpty() ? warnings : refused.warnings();
      return new ResourceCheck(
          resource.name(), List.of(), List.of(), refused.problems(), all, List.of());
    }
  }

  private ResourceCheck decisions(Resource resource) {
    DecisionGraph graph = DmnReader.read(resource.name(), resource.content());
    graph
        .decisions()
        .forEach(decision -> DecisionDeployer.checkOnce(decision, resource, resourceOfDecision));
    return new ResourceCheck(
        resource.name(),
        List.of(),
        graph.decisions().stream().map(DecisionModel::key).toList(),
        List.of(),
        List.of(),
        List.of());
  }

  private ResourceCheck processes(Resource resource, List<Problem> warnings) {
    List<ProcessModel> models =
        BpmnReader.read(resource.name(), resource.content(), codeBecomesTopics, warnings::add);
    checkKeys(models, resource.name());
    return new ResourceCheck(
        resource.name(),
        models.stream().map(ProcessModel::key).toList(),
        List.of(),
        List.of(),
        warnings,
        models.stream().flatMap(Checks::topics).toList());
  }

  private void checkKeys(List<ProcessModel> models, String resourceName) {
    for (ProcessModel model : models) {
      String other = resourceOfKey.putIfAbsent(model.key(), resourceName);
      if (other != null) {
        throw Deployer.keyTwice(model.key(), other, resourceName);
      }
    }
  }

  // Nothing is deployed, so the definition has no id.
  private static Stream<Topic> topics(ProcessModel model) {
    return Topics.of(null, model).stream()
        .map(topic -> new Topic(model.key(), topic.activityId(), topic.topic(), topic.code()));
  }
}
