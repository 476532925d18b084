package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.Outgoing;
import dev.outwork.engine.bpmn.Steps;
import dev.outwork.engine.bpmn.Steps.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the steps of a node: its listeners, and scripts of its parameters, that became external
 * tasks.
 */
final class StepReader {
  private final StepNodes stepNodes;
  private final Map<Element, Around> read = new HashMap<>();

  StepReader(StepNodes stepNodes) {
    this.stepNodes = stepNodes;
  }

  /** The steps of a node, and the nodes that do them. */
  private record Around(Steps steps, List<ExternalActivity> nodes) {}

  /** A step with its node. */
  private record Numbered(Step step, ExternalActivity node) {}

  Steps read(Element node) {
    return around(node).steps();
  }

  /** The nodes of the steps, which are inside the node. */
  List<ExternalActivity> nodes(Element node) {
    return around(node).nodes();
  }

  private Around around(Element node) {
    return read.computeIfAbsent(
        node,
        any -> {
          Map<String, List<Numbered>> byEvent = numbered(node);
          return new Around(
              steps(byEvent),
              byEvent.values().stream().flatMap(List::stream).map(Numbered::node).toList());
        });
  }

  // In the order of Camunda 7: parameters, execution listeners, task listeners; reversed at the
  // end.
  private static Steps steps(Map<String, List<Numbered>> byEvent) {
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
    Map<String, List<Numbered>> byEvent = new LinkedHashMap<>();
    for (Element code : CodeSteps.of(node)) {
      CodeWork work = code.work().orElseThrow();
      String event = work.properties().get(CodeProperty.EVENT);
      List<Numbered> before = byEvent.computeIfAbsent(event, none -> new ArrayList<>());
      String id = stepNodes.id(node, event, before.size() + 1);
      before.add(
          new Numbered(
              new Step(id, work.properties().get(CodeProperty.PARAMETER)),
              stepNodes.node(node, id, node.id(), code, List.of(), Outgoing.NONE)));
    }
    return byEvent;
  }
}
