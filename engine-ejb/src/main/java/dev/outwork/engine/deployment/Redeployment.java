package dev.outwork.engine.deployment;

import dev.outwork.api.NotFoundException;
import dev.outwork.api.NotValidException;
import dev.outwork.api.deployment.Deployment;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** The files of an earlier deployment to deploy again (docs/rest-api.md, "Deployments"). */
final class Redeployment {
  private final Deployment deployment;
  private final boolean codeBecomesTopics;
  private final List<DeploymentResourceEntity> files;

  Redeployment(DeploymentEntity deployment, List<DeploymentResourceEntity> files) {
    this.deployment = deployment.toDeployment();
    this.codeBecomesTopics = deployment.codeBecomesTopics();
    this.files = files;
  }

  /** All files if there are no ids and no names. */
  DeploymentRequest of(String source, Collection<String> ids, Collection<String> names) {
    return new DeploymentRequest(
            deployment.name(), source, deployment.tenantId(), false, false, resources(ids, names))
        .withCodeBecomesTopics(codeBecomesTopics);
  }

  private List<Resource> resources(Collection<String> ids, Collection<String> names) {
    if (ids.isEmpty() && names.isEmpty()) {
      return files.stream().map(DeploymentResourceEntity::toResource).toList();
    }
    Map<String, Resource> chosen = new LinkedHashMap<>();
    ids.forEach(id -> choose(chosen, "id", id, file -> file.id().equals(id)));
    names.forEach(name -> choose(chosen, "name", name, file -> file.name().equals(name)));
    return List.copyOf(chosen.values());
  }

  private void choose(
      Map<String, Resource> chosen,
      String what,
      String value,
      Predicate<DeploymentResourceEntity> is) {
    if (value == null) {
      throw new NotValidException(
          "Cannot redeploy deployment '%s': the %s of a resource is null"
              .formatted(deployment.id(), what));
    }
    DeploymentResourceEntity file =
        files.stream()
            .filter(is)
            .findFirst()
            .orElseThrow(
                () ->
                    new NotFoundException(
                        "Cannot redeploy deployment '%s': The deployment with id '%1$s' does not contain the following resources with %s: %s"
                            .formatted(deployment.id(), what, value)));
    chosen.put(file.name(), file.toResource());
  }
}
