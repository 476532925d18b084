package dev.outwork.engine.dmn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result of evaluating a decision.
 *
 * @param results one for each rule that the hit policy selects, each with its outputs by name
 * @param decisions the evaluated decisions: the requested one, then those that it requires
 */
public record Evaluation(List<Map<String, Value>> results, List<EvaluatedDecision> decisions) {
  public Evaluation {
    results = List.copyOf(results);
    decisions = List.copyOf(decisions);
  }

  /**
   * A value.
   *
   * @param plain null, a text, number, boolean, {@link java.time.Instant}, list or map of these
   * @param typed whether the decision declares the type
   */
  public record Value(Object plain, boolean typed) {}

  /**
   * One decision.
   *
   * @param collectResult the aggregate of a COLLECT table; null if there is none
   */
  public record EvaluatedDecision(
      String key, List<Clause> inputs, List<Clause> outputs, Double collectResult) {
    public EvaluatedDecision {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * An input, or an output of a matching rule; null for what does not apply.
   *
   * @param ruleOrder position among the matching rules, from 1
   */
  public record Clause(
      String clauseId,
      String clauseName,
      String ruleId,
      Integer ruleOrder,
      String variableName,
      Object value) {}

  /** The results without type information. */
  public List<Map<String, Object>> plainResults() {
    List<Map<String, Object>> plain = new ArrayList<>();
    results.forEach(result -> plain.add(plain(result)));
    return Collections.unmodifiableList(plain);
  }

  private static Map<String, Object> plain(Map<String, Value> result) {
    Map<String, Object> plain = new LinkedHashMap<>();
    result.forEach((name, value) -> plain.put(name, value.plain()));
    return Collections.unmodifiableMap(plain);
  }
}
