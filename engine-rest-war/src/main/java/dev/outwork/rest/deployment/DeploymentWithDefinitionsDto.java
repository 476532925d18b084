package dev.outwork.rest.deployment;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.deployment.DeploymentWithDefinitions;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.rest.definition.ProcessDefinitionDto;
import dev.outwork.rest.definition.ProcessDefinitionTopicDto;
import dev.outwork.rest.wire.LinkDto;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The answer to a deployment. Of each kind of definition it has a map by id, or null for none; only
 * processes are ever deployed. {@code codeTopics} is ours, and only there if code has become
 * topics.
 */
public record DeploymentWithDefinitionsDto(
    @JsonUnwrapped DeploymentDto deployment,
    Map<String, ProcessDefinitionDto> deployedProcessDefinitions,
    Map<String, Object> deployedCaseDefinitions,
    Map<String, Object> deployedDecisionDefinitions,
    Map<String, Object> deployedDecisionRequirementsDefinitions,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ProcessDefinitionTopicDto> codeTopics) {

  static DeploymentWithDefinitionsDto of(DeploymentWithDefinitions deployed, LinkDto self) {
    Map<String, ProcessDefinitionDto> processes = new LinkedHashMap<>();
    for (ProcessDefinition definition : deployed.deployedProcessDefinitions()) {
      processes.put(definition.id(), ProcessDefinitionDto.of(definition));
    }
    return new DeploymentWithDefinitionsDto(
        DeploymentDto.of(deployed.deployment(), List.of(self)),
        processes.isEmpty() ? null : processes,
        null,
        null,
        null,
        deployed.codeTopics().stream().map(ProcessDefinitionTopicDto::of).toList());
  }
}
