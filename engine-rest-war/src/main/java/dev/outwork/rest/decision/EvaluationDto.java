package dev.outwork.rest.decision;

import dev.outwork.rest.variable.VariableValueDto;
import java.util.Map;

/** The input of an evaluation. */
public record EvaluationDto(Map<String, VariableValueDto> variables) {
  static final EvaluationDto NOTHING = new EvaluationDto(Map.of());
}
