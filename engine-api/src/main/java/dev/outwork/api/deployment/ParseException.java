package dev.outwork.api.deployment;

import dev.outwork.api.ProcessEngineException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A resource cannot be deployed; the exception lists every problem found. REST API: status 400 with
 * details.
 */
public class ParseException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  // Modelers recognize a refused model, as opposed to a lost connection, by this text.
  private static final String REFUSED = "ENGINE-09005 Could not parse BPMN process.";

  private static final String DECISION_REFUSED =
      "ENGINE-22004 Unable to transform DMN resource '%s'.";

  private final String resourceName;
  private final transient List<Problem> problems;
  private final transient List<Problem> warnings;

  /**
   * One error or warning of a model.
   *
   * @param message the problem, naming the element
   * @param line of the document, from 1; 0 if unknown
   * @param column of the document, from 1; 0 if unknown
   * @param elementIds the elements concerned, the main one first; empty if the document cannot be
   *     read at all
   */
  public record Problem(String message, int line, int column, List<String> elementIds) {
    public Problem {
      elementIds = List.copyOf(elementIds);
    }
  }

  public ParseException(String resourceName, List<Problem> problems, List<Problem> warnings) {
    super(summary(resourceName, problems));
    this.resourceName = resourceName;
    this.problems = List.copyOf(problems);
    this.warnings = List.copyOf(warnings);
  }

  public String resourceName() {
    return resourceName;
  }

  /** The errors, at least one. */
  public List<Problem> problems() {
    return problems;
  }

  /**
   * The warnings: constructs that can be executed, but may not do what their author expects. May be
   * empty.
   */
  public List<Problem> warnings() {
    return warnings;
  }

  private static String summary(String resourceName, List<Problem> problems) {
    return problems.stream()
        .map(problem -> "\n* " + problem.message() + place(resourceName, problem))
        .collect(Collectors.joining("", refused(resourceName) + " Errors: ", ""));
  }

  private static String refused(String resourceName) {
    return Resource.isDecision(resourceName) ? DECISION_REFUSED.formatted(resourceName) : REFUSED;
  }

  private static String place(String resourceName, Problem problem) {
    String resource = " | resource " + resourceName;
    return problem.line() == 0
        ? resource
        : "%s | line %d | column %d".formatted(resource, problem.line(), problem.column());
  }
}
