package dev.outwork.rest.format;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.outwork.api.deployment.ParseException.Problem;
import java.util.List;

/**
 * One problem of a model.
 *
 * @param elementIdsAsCamundaSpellsIt Camunda 7 writes this key with a Cyrillic first letter, and
 *     its clients read it so; the other spelling is for all other clients
 */
public record ProblemDto(
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

  public static List<ProblemDto> all(List<Problem> problems) {
    return problems.stream().map(ProblemDto::of).toList();
  }
}
