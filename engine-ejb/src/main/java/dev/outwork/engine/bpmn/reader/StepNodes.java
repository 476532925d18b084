package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.engine.bpmn.Async;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.Outgoing;
import dev.outwork.engine.bpmn.Steps;
import dev.outwork.engine.expression.Expression;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the nodes at which tokens wait for code around a node, or on a sequence flow. */
final class StepNodes {
  private final ExpressionReader texts;
  private final Expression processPriority;

  /** {@code processPriority} is null if the process has none. */
  StepNodes(ExpressionReader texts, Expression processPriority) {
    this.texts = texts;
    this.processPriority = processPriority;
  }

  /** Of the node that does the code of another one, which is the how manieth of its event. */
  String id(Element owner, String event, int number) {
    String id = "%s#%s-%d".formatted(owner.id(), event, number);
    if (id.length() > IdRules.MAX_LENGTH) {
      texts
          .problems()
          .addUnlessDeployed(
              owner,
              "has an id of %d characters, which leaves no room for the name of its code at '%s'"
                  .formatted(owner.id().length(), event));
    }
    return id;
  }

  /**
   * @param owner whose name the node has
   * @param code the listener or the script
   */
  ExternalActivity node(
      Element owner,
      String id,
      String scopeId,
      Element code,
      List<String> incoming,
      Outgoing outgoing) {
    CodeWork work = code.work().orElseThrow();
    NodeInfo info =
        new NodeInfo(
            id,
            owner.attribute("name"),
            code.xml().getLocalName(),
            scopeId,
            incoming,
            outgoing,
            InputOutput.NONE,
            Async.NONE,
            Steps.NONE);
    Expression topic =
        texts.expression(owner, "a topic made of its code", work.topic()).orElse(null);
    return new ExternalActivity(
        info, topic, processPriority, properties(owner, work, incoming), List.of(), null);
  }

  /** On a flow, it is told which; and its node is only known here. */
  private static Map<String, String> properties(
      Element owner, CodeWork work, List<String> incoming) {
    if (incoming.isEmpty()) {
      return work.properties();
    }
    Map<String, String> properties = new LinkedHashMap<>(work.properties());
    CodeTopics.addName(properties, owner);
    properties.put(CodeProperty.TRANSITION, incoming.get(0));
    return properties;
  }
}
