package dev.outwork.rest.event;

import dev.outwork.api.event.ConditionEvaluation;
import dev.outwork.api.event.EventService;
import dev.outwork.rest.instance.ProcessInstanceDto;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Map;

/** Conditional start events. */
@Path("condition")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
public class ConditionsResource {
  @Inject private EventService events;

  /** Variables for the conditions. */
  public record EvaluationDto(
      Map<String, VariableValueDto> variables,
      String businessKey,
      String processDefinitionId,
      String tenantId,
      boolean withoutTenantId) {

    ConditionEvaluation toEvaluation() {
      return new ConditionEvaluation(
          VariableReader.readAll(variables, "Cannot evaluate conditions: "),
          businessKey,
          processDefinitionId,
          Tenants.of(tenantId, withoutTenantId));
    }
  }

  /** Returns the started instances. */
  @POST
  public List<ProcessInstanceDto> evaluate(EvaluationDto sent) {
    return events.evaluateStartConditions(sent.toEvaluation()).stream()
        .map(instance -> ProcessInstanceDto.of(instance, List.of()))
        .toList();
  }
}
