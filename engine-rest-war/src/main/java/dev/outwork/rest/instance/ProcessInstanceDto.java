package dev.outwork.rest.instance;

import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.rest.format.LinkDto;
import java.util.List;

/**
 * A process instance.
 *
 * @param caseInstanceId always null: there are no cases
 */
public record ProcessInstanceDto(
    List<LinkDto> links,
    String id,
    String definitionId,
    String definitionKey,
    String businessKey,
    String caseInstanceId,
    boolean ended,
    boolean suspended,
    String tenantId) {

  static ProcessInstanceDto of(ProcessInstance instance) {
    return of(instance, List.of());
  }

  public static ProcessInstanceDto of(ProcessInstance instance, List<LinkDto> links) {
    return new ProcessInstanceDto(
        links,
        instance.id(),
        instance.processDefinitionId(),
        instance.processDefinitionKey(),
        instance.businessKey(),
        null,
        instance.ended(),
        instance.suspended(),
        instance.tenantId());
  }
}
