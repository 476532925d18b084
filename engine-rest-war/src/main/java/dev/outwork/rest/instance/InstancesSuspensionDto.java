package dev.outwork.rest.instance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.outwork.rest.format.RestException;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * A request to suspend or activate instances: those of a definition, or a group of them
 * (docs/rest-api.md, "Suspending instances").
 *
 * @param processDefinitionTenantId goes with the key
 * @param processDefinitionWithoutTenantId goes with the key
 */
public record InstancesSuspensionDto(
    boolean suspended,
    String processDefinitionId,
    String processDefinitionKey,
    String processDefinitionTenantId,
    boolean processDefinitionWithoutTenantId,
    List<String> processInstanceIds,
    ObjectNode processInstanceQuery,
    ObjectNode historicProcessInstanceQuery) {

  /** Refuses a request without selectors or with contradicting ones. */
  void check() {
    long definitions = given(processDefinitionId, processDefinitionKey);
    long groups = given(processInstanceIds, processInstanceQuery, historicProcessInstanceQuery);
    if (definitions > 0 && groups > 0) {
      throw RestException.invalidRequest(
          "Choose either a processDefinitionId or processDefinitionKey, or a group of process"
              + " instances with processInstanceIds, processInstanceQuery or"
              + " historicProcessInstanceQuery.");
    }
    if (definitions > 1) {
      throw RestException.invalidRequest(
          "Only one of processDefinitionId or processDefinitionKey should be set to update the"
              + " suspension state.");
    }
    if (definitions + groups == 0) {
      throw RestException.invalidRequest(
          "Either processDefinitionId, processDefinitionKey, processInstanceIds,"
              + " processInstanceQuery or historicProcessInstanceQuery should be set to update the"
              + " suspension state.");
    }
  }

  boolean isOfDefinition() {
    return given(processDefinitionId, processDefinitionKey) > 0;
  }

  private static long given(Object... values) {
    return Stream.of(values).filter(Objects::nonNull).count();
  }
}
