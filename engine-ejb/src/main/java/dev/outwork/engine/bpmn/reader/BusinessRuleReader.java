package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.BusinessRuleTask;
import dev.outwork.engine.bpmn.BusinessRuleTask.Result;
import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.expression.Expression;
import java.util.Map;

/** Reads business rule tasks that evaluate a decision. */
final class BusinessRuleReader {
  private static final Map<String, Binding> BINDINGS =
      Map.of(
          "latest", Binding.LATEST,
          "deployment", Binding.DEPLOYMENT,
          "version", Binding.VERSION,
          "versionTag", Binding.VERSION_TAG);

  private static final Map<Binding, String> VERSIONS =
      Map.of(
          Binding.VERSION, "camunda:decisionRefVersion",
          Binding.VERSION_TAG, "camunda:decisionRefVersionTag");

  private static final Map<String, Result> RESULTS =
      Map.of(
          "singleEntry", Result.SINGLE_ENTRY,
          "singleResult", Result.SINGLE_RESULT,
          "collectEntries", Result.COLLECT_ENTRIES,
          "resultList", Result.RESULT_LIST);

  private final Texts texts;

  BusinessRuleReader(Texts texts) {
    this.texts = texts;
  }

  /** Whether a task evaluates a decision; then nothing else that it has counts. */
  static boolean hasDecision(Element node) {
    return node.is("businessRuleTask") && node.given("camunda:decisionRef") != null;
  }

  BusinessRuleTask read(NodeInfo info, Element node, String compensates) {
    Binding binding =
        oneOf(
            node,
            "camunda:decisionRefBinding",
            BINDINGS,
            Binding.LATEST,
            "latest, deployment, version or versionTag");
    return new BusinessRuleTask(
        info,
        texts.attribute(node, node, "camunda:decisionRef"),
        binding,
        version(node, binding),
        texts.attribute(node, node, "camunda:decisionRefTenantId"),
        oneOf(
            node,
            "camunda:mapDecisionResult",
            RESULTS,
            Result.RESULT_LIST,
            "singleEntry, singleResult, collectEntries or resultList"),
        node.given("camunda:resultVariable"),
        compensates);
  }

  private <T> T oneOf(
      Element node, String attribute, Map<String, T> values, T otherwise, String names) {
    String text = node.given(attribute);
    if (text == null) {
      return otherwise;
    }
    if (!values.containsKey(text)) {
      texts.problems().add(node, "has %s=\"%s\": write %s".formatted(attribute, text, names));
    }
    return values.getOrDefault(text, otherwise);
  }

  private Expression version(Element node, Binding binding) {
    String attribute = VERSIONS.get(binding);
    if (attribute == null) {
      return null;
    }
    if (node.given(attribute) == null) {
      texts
          .problems()
          .add(
              node,
              "has camunda:decisionRefBinding=\"%s\" but no %s"
                  .formatted(node.given("camunda:decisionRefBinding"), attribute));
      return null;
    }
    return binding == Binding.VERSION
        ? texts.number(node, node, attribute)
        : texts.attribute(node, node, attribute);
  }
}
