package dev.outwork.rest.definition;

import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.rest.format.IsoDate;
import dev.outwork.rest.format.JsonFault;
import dev.outwork.rest.format.RestException;
import java.time.Instant;

/**
 * A request to suspend or activate definitions (docs/rest-api.md, "Suspending definitions").
 *
 * @param executionDate accepts more formats than other dates; null or empty for now
 */
public record SuspensionDto(
    boolean suspended,
    boolean includeProcessInstances,
    String executionDate,
    String processDefinitionId,
    String processDefinitionKey) {

  /** Applies the request to the definition of the path. */
  void applyTo(String id, RepositoryService repository) {
    if (processDefinitionKey != null) {
      throw RestException.invalidRequest(
          "Only one of processDefinitionId or processDefinitionKey should be set to update the"
              + " suspension state.");
    }
    Instant date =
        date(
            "The suspension state of Process Definition with id %s could not be updated due to: "
                .formatted(id));
    repository.setProcessDefinitionSuspended(id, suspended, includeProcessInstances, date);
  }

  /** Applies the request to all definitions of the key. */
  void applyToKey(RepositoryService repository) {
    if (processDefinitionId != null) {
      throw RestException.invalidRequest(
          "Only processDefinitionKey can be set to update the suspension state.");
    }
    if (processDefinitionKey == null) {
      throw RestException.invalidRequest(
          "Either processDefinitionId or processDefinitionKey should be set to update the"
              + " suspension state.");
    }
    Instant date = date("Could not update the suspension state of Process Definitions due to: ");
    repository.setProcessDefinitionsSuspended(
        processDefinitionKey, suspended, includeProcessInstances, date);
  }

  private Instant date(String prefix) {
    if (executionDate == null || executionDate.isEmpty()) {
      return null;
    }
    return IsoDate.parse(executionDate)
        .orElseThrow(
            () ->
                RestException.invalidRequest(
                    "%s'%s' is not a date as in ISO 8601"
                        .formatted(prefix, JsonFault.shorten(executionDate))));
  }
}
