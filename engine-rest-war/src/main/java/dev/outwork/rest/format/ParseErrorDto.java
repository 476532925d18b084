package dev.outwork.rest.format;

import dev.outwork.api.deployment.ParseException;
import java.util.List;
import java.util.Map;

/** A refused model with its problems (docs/rest-api.md, "Errors"). */
public record ParseErrorDto(
    String type, String message, Integer code, Map<String, Report> details) {

  record Report(List<ProblemDto> errors, List<ProblemDto> warnings) {}

  static ParseErrorDto of(ParseException failure) {
    return new ParseErrorDto(
        failure.getClass().getSimpleName(),
        failure.getMessage(),
        failure.code(),
        Map.of(
            failure.resourceName(),
            new Report(ProblemDto.all(failure.problems()), ProblemDto.all(failure.warnings()))));
  }
}
