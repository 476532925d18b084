package dev.outwork.rest.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.outwork.api.deployment.ParseException;
import dev.outwork.api.deployment.ParseException.Problem;
import java.util.List;
import java.util.Map;

/** A model that was refused, problem by problem (wire section 1.4). */
public record ParseErrorDto(
    String type, String message, Integer code, Map<String, Report> details) {

  record Report(List<ProblemDto> errors, List<ProblemDto> warnings) {}

  /**
   * One problem.
   *
   * @param elementIdsAsCamundaSpellsIt Camunda 7 writes this key with a Cyrillic first letter, and
   *     its clients read it so; the other spelling is for everybody else
   */
  record ProblemDto(
      String message,
      int line,
      int column,
      String mainElementId,
      @JsonProperty("\u0435lementIds") List<String> elementIdsAsCamundaSpellsIt,
      List<String> elementIds) {

    static ProblemDto of(Problem problem) {
      List<String> ids = problem.elementIds();
      return new ProblemDto(
          problem.message(),
          problem.line(),
          problem.column(),
          ids.isEmpty() ? null : ids.get(0),
          ids,
          ids);
    }
  }

  static ParseErrorDto of(ParseException failure) {
    return new ParseErrorDto(
        failure.getClass().getSimpleName(),
        failure.getMessage(),
        failure.code(),
        Map.of(
            failure.resourceName(),
            new Report(dtos(failure.problems()), dtos(failure.warnings()))));
  }

  private static List<ProblemDto> dtos(List<Problem> problems) {
    return problems.stream().map(ProblemDto::of).toList();
  }
}
