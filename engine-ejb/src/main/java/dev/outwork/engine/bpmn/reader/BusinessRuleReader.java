package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.BusinessRuleTask;
import dev.outwork.engine.bpmn.BusinessRuleTask.Result;
import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.expression.DecisionResult;
import java.util.Map;

/** Reads business rule tasks that evaluate a decision. */
final class BusinessRuleReader {
  private static final Map<String, Result> RESULTS =
      Map.of(
          "singleEntry", Result.SINGLE_ENTRY,
          "singleResult", Result.SINGLE_RESULT,
          "collectEntries", Result.COLLECT_ENTRIES,
          "resultList", Result.RESULT_LIST);

  private final ExpressionReader texts;
  private final BindingReader bindings;

  BusinessRuleReader(ExpressionReader texts) {
    this.texts = texts;
    this.bindings = new BindingReader(texts, "camunda:decisionRef");
  }

  /** Whether a task evaluates a decision; all its other implementations are then ignored. */
  static boolean hasDecision(Element node) {
    return node.is("businessRuleTask") && node.given("camunda:decisionRef") != null;
  }

  BusinessRuleTask read(NodeInfo info, Element node, String compensates) {
    if (!info.steps().after().isEmpty() && readsResult(node)) {
      texts
          .problems()
          .add(
              node,
              "has an output parameter with decisionResult, which is gone once the token has waited for other code"
                  + " at its end: name a camunda:resultVariable");
    }
    Binding binding = bindings.binding(node);
    return new BusinessRuleTask(
        info,
        texts.attribute(node, node, "camunda:decisionRef"),
        binding,
        bindings.version(node, binding),
        texts.attribute(node, node, "camunda:decisionRefTenantId"),
        result(node),
        node.given("camunda:resultVariable"),
        compensates);
  }

  private static boolean readsResult(Element node) {
    return node.extensions("camunda:inputOutput")
        .flatMap(inputOutput -> inputOutput.children("camunda:outputParameter"))
        .flatMap(Element::withDescendants)
        .anyMatch(element -> element.text().contains(DecisionResult.NAME));
  }

  private Result result(Element node) {
    String text = node.given("camunda:mapDecisionResult");
    if (text == null) {
      return Result.RESULT_LIST;
    }
    if (!RESULTS.containsKey(text)) {
      texts
          .problems()
          .add(
              node,
              "has camunda:mapDecisionResult=\"%s\": write singleEntry, singleResult, collectEntries or resultList"
                  .formatted(text));
    }
    return RESULTS.getOrDefault(text, Result.RESULT_LIST);
  }
}
