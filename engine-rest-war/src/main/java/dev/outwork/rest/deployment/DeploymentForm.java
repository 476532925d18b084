package dev.outwork.rest.deployment;

import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.rest.format.IsoDate;
import dev.outwork.rest.format.JsonFault;
import dev.outwork.rest.format.Parts;
import dev.outwork.rest.format.RestException;
import jakarta.ws.rs.core.EntityPart;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads the multipart form of a deployment: some named fields; every other part is a file. */
final class DeploymentForm {
  static final String NAME = "deployment-name";
  static final String SOURCE = "deployment-source";
  static final String TENANT_ID = "tenant-id";
  static final String DUPLICATE_FILTERING = "enable-duplicate-filtering";
  static final String CHANGED_ONLY = "deploy-changed-only";
  static final String ACTIVATION_TIME = "deployment-activation-time";
  static final String CODE_BECOMES_TOPICS = "code-becomes-topics";
  private static final Set<String> FIELDS =
      Set.of(
          NAME,
          SOURCE,
          TENANT_ID,
          DUPLICATE_FILTERING,
          CHANGED_ONLY,
          ACTIVATION_TIME,
          CODE_BECOMES_TOPICS);

  private DeploymentForm() {}

  static DeploymentRequest read(List<EntityPart> form) {
    List<EntityPart> parts = Parts.of(form);
    List<Resource> resources = resources(parts);
    return new DeploymentRequest(
        Parts.text(NAME, parts).orElse(null),
        Parts.text(SOURCE, parts).orElse(null),
        Parts.text(TENANT_ID, parts).orElse(null),
        isSet(DUPLICATE_FILTERING, parts),
        isSet(CHANGED_ONLY, parts),
        resources,
        activationTime(parts),
        codeBecomesTopics(parts));
  }

  private static Boolean codeBecomesTopics(List<EntityPart> parts) {
    return Parts.text(CODE_BECOMES_TOPICS, parts)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .map(DeploymentForm::trueOrFalse)
        .orElse(null);
  }

  private static Boolean trueOrFalse(String text) {
    return switch (text.toLowerCase(Locale.ROOT)) {
      case "true" -> true;
      case "false" -> false;
      default ->
          throw RestException.invalidRequest(
              "Form parameter '%s' is '%s': it must be true or false"
                  .formatted(CODE_BECOMES_TOPICS, JsonFault.shorten(text)));
    };
  }

  private static List<Resource> resources(List<EntityPart> parts) {
    List<Resource> resources =
        parts.stream()
            .filter(part -> !FIELDS.contains(part.getName()))
            .map(DeploymentForm::resource)
            .toList();
    if (resources.isEmpty()) {
      throw RestException.invalidRequest("No deployment resources contained in the form upload");
    }
    return resources;
  }

  private static Instant activationTime(List<EntityPart> parts) {
    return Parts.text(ACTIVATION_TIME, parts)
        .map(
            text ->
                IsoDate.parse(text.strip())
                    .orElseThrow(
                        () ->
                            RestException.invalidRequest(
                                "Form parameter '%s' is '%s', which is not a date as in ISO 8601"
                                    .formatted(ACTIVATION_TIME, JsonFault.shorten(text)))))
        .orElse(null);
  }

  private static boolean isSet(String field, List<EntityPart> parts) {
    return Parts.text(field, parts).map(String::strip).map(Boolean::parseBoolean).orElse(false);
  }

  private static Resource resource(EntityPart part) {
    String filename =
        Parts.filename(part)
            .orElseThrow(
                () ->
                    RestException.invalidRequest(
                        "No file name found in the deployment resource described by form"
                            + " parameter '%s'".formatted(part.getName())));
    return new Resource(filename, Parts.bytes(part));
  }
}
