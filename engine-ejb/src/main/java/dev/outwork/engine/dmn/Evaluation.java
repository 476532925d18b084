package dev.outwork.engine.dmn;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the evaluation of a decision has yielded.
 *
 * @param results one for each rule that the hit policy lets through, each with its outputs by name
 * @param decisions what was evaluated: the decision that was asked for, then those that it requires
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
   * @param typed whether the decision says of what type it is
   */
  public record Value(Object plain, boolean typed) {}

  /**
   * One decision.
   *
   * @param collectResult what a COLLECT table has aggregated; null if it has not
   */
  public record EvaluatedDecision(
      String key, List<Clause> inputs, List<Clause> outputs, Double collectResult) {
    public EvaluatedDecision {
      inputs = List.copyOf(inputs);
      outputs = List.copyOf(outputs);
    }
  }

  /**
   * An input, or an output of a rule that matched; what does not apply is null.
   *
   * @param ruleOrder the how manieth of the matching rules, from 1
   */
  public record Clause(
      String clauseId,
      String clauseName,
      String ruleId,
      Integer ruleOrder,
      String variableName,
      Object value) {}

  /** The results without what is known of their types. */
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
