package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.Outgoing;
import dev.outwork.engine.bpmn.Steps;
import java.util.List;

/** Reads the common attributes of nodes. */
final class InfoReader {
  private final FlowReader flows;
  private final ParameterReader parameters;
  private final AsyncReader asyncs;
  private final StepReader steps;
  private final FlowStepReader flowSteps;

  InfoReader(
      ExpressionReader texts, AsyncReader asyncs, StepReader steps, FlowStepReader flowSteps) {
    this.flows = new FlowReader(texts, flowSteps);
    this.flowSteps = flowSteps;
    this.parameters = new ParameterReader(texts);
    this.asyncs = asyncs;
    this.steps = steps;
  }

  NodeInfo of(Scope scope, Element node, String activityType) {
    return new NodeInfo(
        node.id(),
        node.attribute("name"),
        activityType,
        scope.element().id(),
        incoming(scope, node),
        flows.outgoing(scope, node),
        parameters.read(node),
        asyncs.of(node),
        steps.read(node));
  }

  /** For the body of a multi-instance activity. */
  NodeInfo ofBody(Scope scope, Element activity) {
    return new NodeInfo(
        activity.id() + MultiInstance.SUFFIX,
        activity.attribute("name"),
        "multiInstanceBody",
        scope.element().id(),
        incoming(scope, activity),
        flows.outgoing(scope, activity),
        InputOutput.NONE,
        asyncs.of(activity),
        Steps.NONE);
  }

  /** For a multi-instance activity inside its body. */
  NodeInfo ofInstance(Element activity, Element loop, String activityType) {
    return new NodeInfo(
        activity.id(),
        activity.attribute("name"),
        activityType,
        activity.id() + MultiInstance.SUFFIX,
        List.of(),
        Outgoing.NONE,
        parameters.read(activity),
        asyncs.ofInstance(activity, loop),
        steps.read(activity));
  }

  /** The steps inside a node, before and after its own work. */
  List<ExternalActivity> steps(Element node) {
    return steps.nodes(node);
  }

  /** What is done on the flows out of a node. */
  List<ExternalActivity> flowSteps(Scope scope, Element node) {
    return flowSteps.nodes(scope, node);
  }

  private static List<String> incoming(Scope scope, Element node) {
    return scope.incoming(node).stream().map(Element::idOrPlace).toList();
  }
}
