package dev.outwork.engine.form;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.deployment.Resource;
import dev.outwork.engine.deployment.DefinitionStore;
import dev.outwork.engine.inject.Collaborator;
import jakarta.inject.Inject;
import java.util.stream.Stream;

/** The files that form keys refer to, in the deployments of their processes. */
@Collaborator
class DeployedForms {
  private static final String DEPLOYMENT = "deployment:";

  private final DefinitionStore definitions;

  @Inject
  DeployedForms(DefinitionStore definitions) {
    this.definitions = definitions;
  }

  /**
   * The file of a form key.
   *
   * @param formKey may be null
   */
  Resource find(String formKey, ProcessDefinition definition) {
    if (formKey == null) {
      throw new BadUserRequestException(
          "There is no deployed form without a form key: camunda:formKey must be supplied, but was not set");
    }
    String file = fileOf(formKey);
    return definitions
        .file(definition.deploymentId(), file)
        .map(content -> new Resource(file, content))
        .orElseThrow(
            () ->
                new NotFoundException(
                    "The form with the resource name '%s' cannot be found in deployment with id %s"
                        .formatted(file, definition.deploymentId())));
  }

  private static String fileOf(String formKey) {
    String place =
        Stream.of("embedded:", "camunda-forms:")
            .filter(formKey::startsWith)
            .findFirst()
            .map(kind -> formKey.substring(kind.length()))
            .orElse(formKey);
    if (!place.startsWith(DEPLOYMENT)) {
      throw new BadUserRequestException(
          "The form key '%s' does not reference a deployed form.".formatted(formKey));
    }
    return place.substring(DEPLOYMENT.length());
  }
}
