package dev.outwork.rest.definition;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.instance.InstructionDto;
import dev.outwork.rest.variable.VariableValueDto;
import java.util.List;
import java.util.Map;

/** The input of a new instance. */
public record StartDto(
    Map<String, VariableValueDto> variables,
    String businessKey,
    String caseInstanceId,
    List<InstructionDto> startInstructions,
    boolean skipCustomListeners,
    boolean skipIoMappings,
    boolean withVariablesInReturn) {

  void refuseWhatCannotBeHonoured() {
    if (caseInstanceId != null) {
      throw unsupported("caseInstanceId");
    }
    boolean startsElsewhere = startInstructions != null && !startInstructions.isEmpty();
    if (!startsElsewhere && (skipCustomListeners || skipIoMappings)) {
      throw new ProcessEngineException(
          "'skipCustomListeners' and 'skipIoMappings' are allowed with 'startInstructions' only");
    }
  }

  private static RestException unsupported(String property) {
    return RestException.invalidRequest("Property '%s' is not supported".formatted(property));
  }
}
