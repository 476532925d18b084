package dev.outwork.engine.deployment;

import dev.outwork.api.deployment.DeploymentCheck;
import dev.outwork.api.deployment.DeploymentCheck.ResourceCheck;
import dev.outwork.api.deployment.DeploymentCheck.Topic;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.reader.BpmnReader;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads models as {@link Deployer} does, and tells of all files what it would say of the first. */
final class Checks {
  private final Map<String, String> resourceOfKey = new HashMap<>();
  private final boolean codeBecomesTopics;

  private Checks(boolean codeBecomesTopics) {
    this.codeBecomesTopics = codeBecomesTopics;
  }

  static DeploymentCheck of(Collection<Resource> resources, boolean codeBecomesTopics) {
    Checks checks = new Checks(codeBecomesTopics);
    return new DeploymentCheck(
        resources.stream()
            .filter(resource -> Deployer.isProcess(resource.name()))
            .map(checks::check)
            .toList());
  }

  private ResourceCheck check(Resource resource) {
    List<Problem> warnings = new ArrayList<>();
    try {
      List<ProcessModel> models =
          BpmnReader.read(resource.name(), resource.content(), codeBecomesTopics, warnings::add);
      checkKeys(models, resource.name());
      return new ResourceCheck(
          resource.name(),
          models.stream().map(ProcessModel::key).toList(),
          List.of(),
          warnings,
          models.stream().flatMap(Checks::topics).toList());
    } catch (ParseException refused) {
      List<Problem> all = refused.warnings().isEmpty() ? warnings : refused.warnings();
      return new ResourceCheck(resource.name(), List.of(), refused.problems(), all, List.of());
    }
  }

  private void checkKeys(List<ProcessModel> models, String resourceName) {
    for (ProcessModel model : models) {
      String other = resourceOfKey.putIfAbsent(model.key(), resourceName);
      if (other != null) {
        throw Deployer.keyTwice(model.key(), other, resourceName);
      }
    }
  }

  private static Stream<Topic> topics(ProcessModel model) {
    return model.nodes().values().stream()
        .filter(ExternalActivity.class::isInstance)
        .map(ExternalActivity.class::cast)
        .map(activity -> new Topic(model.key(), activity.id(), activity.topic().text()));
  }
}
