package dev.outwork.rest.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.rest.decision.DecisionDefinitionDto;
import dev.outwork.rest.decision.DecisionRequirementsDefinitionDto;
import dev.outwork.rest.definition.ProcessDefinitionDto;
import dev.outwork.rest.definition.ProcessDefinitionTopicDto;
import dev.outwork.rest.format.LinkDto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The result of a deployment. It has a map by id for each kind of definition, or null if there is
 * none; cases are never deployed. {@code codeTopics} is not in Camunda 7, and only present if code
 * became topics.
 */
public record DeploymentWithDefinitionsDto(
    @JsonUnwrapped DeploymentDto deployment,
    Map<String, ProcessDefinitionDto> deployedProcessDefinitions,
    Map<String, Object> deployedCaseDefinitions,
    Map<String, DecisionDefinitionDto> deployedDecisionDefinitions,
    Map<String, DecisionRequirementsDefinitionDto> deployedDecisionRequirementsDefinitions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ProcessDefinitionTopicDto> codeTopics) {

  static DeploymentWithDefinitionsDto of(DeploymentWithDefinitions deployed, LinkDto self) {
    return new DeploymentWithDefinitionsDto(
        DeploymentDto.of(deployed.deployment(), List.of(self)),
        byId(
            deployed.deployedProcessDefinitions().stream().map(ProcessDefinitionDto::of).toList(),
            ProcessDefinitionDto::id),
        null,
        byId(
            deployed.deployedDecisionDefinitions().stream().map(DecisionDefinitionDto::of).toList(),
            DecisionDefinitionDto::id),
        byId(
            deployed.deployedDecisionRequirementsDefinitions().stream()
                .map(DecisionRequirementsDefinitionDto::of)
                .toList(),
            DecisionRequirementsDefinitionDto::id),
        deployed.codeTopics().stream().map(ProcessDefinitionTopicDto::of).toList());
  }

  private static <D> Map<String, D> byId(List<D> definitions, Function<D, String> id) {
    Map<String, D> byId = new LinkedHashMap<>();
    definitions.forEach(definition -> byId.put(id.apply(definition), definition));
    return byId.isEmpty() ? null : byId;
  }
}
