package dev.outwork.it.openapi;

import dev.outwork.it.openapi.ServedApi.Call;
import java.util.Map;

/** The paths of the document, with names of {@link RightsWorld} in the place of parameters. */
final class RightsPlaces {
  private static final Map<String, String> BY_BEGIN =
      Map.ofEntries(
          Map.entry("/batch/{id}", "$batch"),
          Map.entry("/decision-definition/key/{key}", "$decisionKey"),
          Map.entry("/decision-definition/{id}", "$decision"),
          Map.entry("/decision-requirements-definition/key/{key}", "$graphKey"),
          Map.entry("/decision-requirements-definition/{id}", "$graph"),
          Map.entry("/deployment/{id}", "$deployment"),
          Map.entry("/execution/{id}/localVariables", "$instance"),
          Map.entry("/execution/{id}", "$told"),
          Map.entry("/external-task/{id}/lock", "$open"),
          Map.entry("/external-task/{id}", "$locked"),
          Map.entry("/authorization/{id}", "none"),
          Map.entry("/filter/{id}", "$filter"),
          Map.entry("/group/{id}", "ops"),
          Map.entry("/history/user-operation/{operationId}", "$operation"),
          Map.entry("/tenant/{id}", "acme"),
          Map.entry("/history/activity-instance/{id}", "$activity"),
          Map.entry("/history/batch/{id}", "$batch"),
          Map.entry("/history/decision-instance/{id}", "$evaluation"),
          Map.entry("/history/external-task-log/{id}", "$line"),
          Map.entry("/history/process-definition/{id}", "$definition"),
          Map.entry("/history/process-instance/{id}", "$ended"),
          Map.entry("/history/variable-instance/{id}/data", "$bytes"),
          Map.entry("/history/variable-instance/{id}", "$variable"),
          Map.entry("/incident/{id}", "$incident"),
          Map.entry("/job/{id}", "$job"),
          Map.entry("/process-definition/key/{key}", "$key"),
          Map.entry("/process-definition/{id}", "$definition"),
          Map.entry("/process-instance/{id}", "$instance"),
          Map.entry("/task/{id}", "$task"),
          Map.entry("/topic/{name}", "$topic"),
          Map.entry("/user/{id}", "root"),
          Map.entry("/variable-instance/{id}/data", "$bytes"),
          Map.entry("/variable-instance/{id}", "$variable"),
          Map.entry("/worker/{id}", "$worker"));

  private RightsPlaces() {}

  static String named(Call call) {
    String begin =
        BY_BEGIN.keySet().stream()
            .filter(known -> (call.path() + "/").startsWith(known + "/"))
            .reduce("", (one, other) -> one.length() >= other.length() ? one : other);
    if (begin.isEmpty()) {
      return call.path().replace("{name}", "process-instances");
    }
    String name = BY_BEGIN.get(begin);
    String place = begin.replaceFirst("\\{[^}]*}", name.replace("$", "\\$"));
    return specific(call, place + call.path().substring(begin.length()))
        .replace("{tenantId}", "$tenant")
        .replace("{resourceId}", "$file")
        .replace("{userId}", "root")
        .replace("{groupId}", "ops")
        .replace("messageSubscriptions/{name}", "messageSubscriptions/world-message")
        .replace("{name}/data", "bytes/data")
        .replace("{name}", "text");
  }

  // What is deleted is deployed for that, and some have no form.
  private static String specific(Call call, String path) {
    if (call.method().equals("DELETE") && path.contains("{tenantId}")) {
      return path.replace("$key", "$victimKeyOfTenant");
    }
    if (call.method().equals("DELETE")) {
      return path.replace("$key", "$victimKey")
          .replace("$definition", "$victim")
          .replace("/deployment/$deployment", "/deployment/$victimDeployment");
    }
    return path.endsWith("-form") || path.endsWith("form-variables") || path.endsWith("startForm")
        ? path.replace("$key", "$formKey").replace("$definition", "$formDefinition")
        : path;
  }
}
