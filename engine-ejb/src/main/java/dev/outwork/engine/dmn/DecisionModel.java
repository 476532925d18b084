package dev.outwork.engine.dmn;

import dev.outwork.engine.dmn.Evaluation.Clause;
import dev.outwork.engine.dmn.Evaluation.EvaluatedDecision;
import dev.outwork.engine.dmn.Evaluation.Value;
import dev.outwork.engine.expression.Names;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.operaton.bpm.dmn.engine.DmnDecision;
import org.operaton.bpm.dmn.engine.DmnDecisionResult;
import org.operaton.bpm.dmn.engine.DmnEngine;
import org.operaton.bpm.dmn.engine.DmnEngineException;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionLiteralExpressionEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionLogicEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnDecisionTableEvaluationEvent;
import org.operaton.bpm.dmn.engine.delegate.DmnEvaluatedDecisionRule;
import org.operaton.bpm.engine.variable.Variables;
import org.operaton.bpm.engine.variable.context.VariableContext;
import org.operaton.bpm.engine.variable.value.TypedValue;

/** A decision that can be evaluated. Thread-safe. */
public final class DecisionModel {
  private final String key;
  private final String name;
  private final String versionTag;
  private final Integer historyTimeToLive;
  private final DmnDecision decision;
  private final Feel feel;

  DecisionModel(
      String key,
      String name,
      String versionTag,
      Integer historyTimeToLive,
      DmnDecision decision,
      Feel feel) {
    this.key = key;
    this.name = name;
    this.versionTag = versionTag;
    this.historyTimeToLive = historyTimeToLive;
    this.decision = decision;
    this.feel = feel;
  }

  /** Id of the decision in its document. */
  public String key() {
    return key;
  }

  /** May be null. */
  public String name() {
    return name;
  }

  /** May be null. */
  public String versionTag() {
    return versionTag;
  }

  /** In days; null for an unlimited time. */
  public Integer historyTimeToLive() {
    return historyTimeToLive;
  }

  /**
   * Evaluates the decision, after those that it requires.
   *
   * @throws DecisionException if it has no result
   */
  public Evaluation evaluate(Names variables) {
    List<DmnDecisionEvaluationEvent> evaluated = new ArrayList<>();
    DmnEngine engine = Library.engine(new FeelSteps(feel), evaluated::add);
    try {
      DmnDecisionResult result = engine.evaluateDecision(decision, context(variables));
      return new Evaluation(
          result.stream().map(rule -> values(rule.getEntryMapTyped())).toList(),
          decisions(evaluated.get(0)));
    } catch (DmnEngineException failed) {
      throw new DecisionException(Reasons.of(failed), failed);
    } catch (StackOverflowError endless) {
      throw new DecisionException("it calls itself too often", endless);
    }
  }

  private VariableContext context(Names names) {
    return new VariableContext() {
      @Override
      public TypedValue resolve(String name) {
        return containsVariable(name)
            ? Variables.untypedValue(Plain.toFeel(names.value(name)))
            : null;
      }

      @Override
      public boolean containsVariable(String name) {
        return names.knows(name);
      }

      // The library reads all of these values before it starts.
      @Override
      public Set<String> keySet() {
        return feel.names().stream().filter(names::knows).collect(Collectors.toSet());
      }
    };
  }

  private static Map<String, Value> values(Map<String, TypedValue> entries) {
    Map<String, Value> values = new LinkedHashMap<>();
    entries.forEach(
        (output, value) -> values.put(output, new Value(plain(value), value.getType() != null)));
    return values;
  }

  private static Object plain(TypedValue value) {
    return value == null ? null : Plain.fromFeel(value.getValue());
  }

  private static List<EvaluatedDecision> decisions(DmnDecisionEvaluationEvent event) {
    List<EvaluatedDecision> decisions = new ArrayList<>();
    decisions.add(decision(event.getDecisionResult()));
    event.getRequiredDecisionResults().forEach(required -> decisions.add(decision(required)));
    return decisions;
  }

  private static EvaluatedDecision decision(DmnDecisionLogicEvaluationEvent event) {
    String key = event.getDecision().getKey();
    if (event instanceof DmnDecisionTableEvaluationEvent table) {
      return new EvaluatedDecision(key, inputs(table), outputs(table), collectResult(table));
    }
    DmnDecisionLiteralExpressionEvaluationEvent literal =
        (DmnDecisionLiteralExpressionEvaluationEvent) event;
    Clause output =
        new Clause(
            null, null, null, null, literal.getOutputName(), plain(literal.getOutputValue()));
    return new EvaluatedDecision(key, List.of(), List.of(output), null);
  }

  private static List<Clause> inputs(DmnDecisionTableEvaluationEvent table) {
    return table.getInputs().stream()
        .map(
            input ->
                new Clause(
                    input.getId(), input.getName(), null, null, null, plain(input.getValue())))
        .toList();
  }

  private static List<Clause> outputs(DmnDecisionTableEvaluationEvent table) {
    List<Clause> outputs = new ArrayList<>();
    for (int i = 0; i < table.getMatchingRules().size(); i++) {
      DmnEvaluatedDecisionRule rule = table.getMatchingRules().get(i);
      int order = i + 1;
      rule.getOutputEntries()
          .values()
          .forEach(
              output ->
                  outputs.add(
                      new Clause(
                          output.getId(),
                          output.getName(),
                          rule.getId(),
                          order,
                          output.getOutputName(),
                          plain(output.getValue()))));
    }
    return outputs;
  }

  private static Double collectResult(DmnDecisionTableEvaluationEvent table) {
    TypedValue value = table.getCollectResultValue();
    return value != null && value.getValue() instanceof Number number
        ? (Double) number.doubleValue()
        : null;
  }
}
