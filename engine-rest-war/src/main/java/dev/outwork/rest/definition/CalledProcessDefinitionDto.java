package dev.outwork.rest.definition;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.outwork.api.deployment.CalledProcessDefinition;
import java.util.List;

/**
 * A process definition that another one calls.
 *
 * @param definition its properties are written among the others
 */
public record CalledProcessDefinitionDto(
    @JsonUnwrapped ProcessDefinitionDto definition,
    List<String> calledFromActivityIds,
    String callingProcessDefinitionId) {

  static CalledProcessDefinitionDto of(CalledProcessDefinition called) {
    return new CalledProcessDefinitionDto(
        ProcessDefinitionDto.of(called.definition()),
        called.calledFromActivityIds(),
        called.callingProcessDefinitionId());
  }
}
