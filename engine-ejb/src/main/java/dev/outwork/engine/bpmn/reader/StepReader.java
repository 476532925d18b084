package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.engine.bpmn.Async;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.Outgoing;
import dev.outwork.engine.bpmn.Steps;
import dev.outwork.engine.bpmn.Steps.Step;
import dev.outwork.engine.expression.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the steps of a node: its listeners, and scripts of its parameters, that became external
 * tasks.
 */
final class StepReader {
  private final Texts texts;
  private final Expression processPriority;

  /** {@code processPriority} is null if the process has none. */
  StepReader(Texts texts, Expression processPriority) {
    this.texts = texts;
    this.processPriority = processPriority;
  }

  /** A step with its node. */
  private record Numbered(Step step, ExternalActivity node) {}

  Steps read(Element node) {
    return steps(node, numbered(node));
  }

  /** The nodes of the steps, which are inside the node. */
  List<ExternalActivity> nodes(Element node) {
    return numbered(node).values().stream().flatMap(List::stream).map(Numbered::node).toList();
  }

  // In the order of Camunda 7: parameters, execution listeners, task listeners; reversed at the
  // end.
  private static Steps steps(Element node, Map<String, List<Numbered>> byEvent) {
    return byEvent.isEmpty()
        ? Steps.NONE
        : new Steps(
            inOrder(byEvent, CodeSteps.INPUT, CodeSteps.START, CodeSteps.CREATE),
            inOrder(byEvent, CodeSteps.COMPLETE, CodeSteps.END, CodeSteps.OUTPUT));
  }

  private static List<Step> inOrder(Map<String, List<Numbered>> byEvent, String... events) {
    List<Step> steps = new ArrayList<>();
    for (String event : events) {
      byEvent.getOrDefault(event, List.of()).forEach(numbered -> steps.add(numbered.step()));
    }
    return steps;
  }

  private Map<String, List<Numbered>> numbered(Element node) {
    Map<String, List<Numbered>> byEvent = new HashMap<>();
    for (Element code : CodeSteps.of(node)) {
      Work work = code.work().orElseThrow();
      String event = work.properties().get(CodeProperty.EVENT);
      List<Numbered> before = byEvent.computeIfAbsent(event, none -> new ArrayList<>());
      String id = "%s#%s-%d".formatted(node.id(), event, before.size() + 1);
      before.add(
          new Numbered(
              new Step(id, work.properties().get(CodeProperty.PARAMETER)),
              node(node, id, code, work)));
    }
    return byEvent;
  }

  private ExternalActivity node(Element node, String id, Element code, Work work) {
    NodeInfo info =
        new NodeInfo(
            id,
            node.attribute("name"),
            code.xml().getLocalName(),
            node.id(),
            List.of(),
            Outgoing.NONE,
            InputOutput.NONE,
            Async.NONE,
            Steps.NONE);
    Expression topic =
        texts.expression(node, "a topic made of its code", work.topic()).orElse(null);
    return new ExternalActivity(info, topic, processPriority, work.properties(), List.of(), null);
  }
}
