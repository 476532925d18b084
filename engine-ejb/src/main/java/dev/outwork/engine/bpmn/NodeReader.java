package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Optional;

/** Makes a node of the model from its element. */
final class NodeReader {
  private final Texts texts;
  private final Errors errors;
  private final FlowReader flows;
  private final ParameterReader parameters;
  private final ExternalActivityReader externalActivities;

  NodeReader(Texts texts, Errors errors, Expression processPriority) {
    this.texts = texts;
    this.errors = errors;
    this.flows = new FlowReader(texts);
    this.parameters = new ParameterReader(texts);
    this.externalActivities = new ExternalActivityReader(texts, errors, processPriority);
  }

  /** Empty for what is not supported, which {@link Refusals} names. */
  Optional<FlowNode> read(Scope scope, Element node) {
    return switch (node.kind()) {
      case "startEvent" -> Optional.of(new StartEvent(info(scope, node, node.kind())));
      case "endEvent" -> endEvent(scope, node);
      case "intermediateThrowEvent" -> throwEvent(scope, node);
      case "boundaryEvent" -> boundaryEvent(scope, node);
      case "task", "manualTask" -> Optional.of(new PassThroughTask(info(scope, node, node.kind())));
      case "serviceTask", "sendTask", "businessRuleTask" ->
          Optional.of(externalActivities.read(info(scope, node, node.kind()), node, node));
      case "exclusiveGateway" -> Optional.of(new ExclusiveGateway(info(scope, node, node.kind())));
      case "parallelGateway" -> Optional.of(new ParallelGateway(info(scope, node, node.kind())));
      case "subProcess" -> Optional.of(new SubProcess(info(scope, node, node.kind()), start(node)));
      default -> Optional.empty();
    };
  }

  private NodeInfo info(Scope scope, Element node, String activityType) {
    return new NodeInfo(
        node.id(),
        node.attribute("name"),
        activityType,
        scope.element().id(),
        scope.incoming(node).size(),
        flows.outgoing(scope, node),
        parameters.read(node));
  }

  private static String start(Element subProcess) {
    return new Scope(subProcess).startEvents().stream().findFirst().map(Element::id).orElse(null);
  }

  private Optional<FlowNode> endEvent(Scope scope, Element node) {
    List<Element> definitions = eventDefinitions(node);
    if (!definitions.isEmpty()) {
      return messageEvent(scope, node, "messageEndEvent", definitions);
    }
    if (node.extensions("camunda:inputOutput").findAny().isPresent()) {
      texts.problems().add(node, "has parameters, which only a message end event can have");
    }
    return Optional.of(new EndEvent(info(scope, node, "noneEndEvent")));
  }

  private Optional<FlowNode> throwEvent(Scope scope, Element node) {
    List<Element> definitions = eventDefinitions(node);
    if (definitions.isEmpty()) {
      texts
          .problems()
          .add(node, "has no event definition, which is not supported: draw it as a task");
    }
    return messageEvent(scope, node, "intermediateMessageThrowEvent", definitions);
  }

  private Optional<FlowNode> messageEvent(
      Scope scope, Element node, String activityType, List<Element> definitions) {
    return definitions.stream()
        .filter(definition -> definition.is("messageEventDefinition"))
        .findFirst()
        .map(message -> externalActivities.read(info(scope, node, activityType), node, message));
  }

  private Optional<FlowNode> boundaryEvent(Scope scope, Element node) {
    List<Element> definitions = eventDefinitions(node);
    if (definitions.isEmpty()) {
      texts.problems().add(node, "has no event definition: only errors can be caught");
    }
    return definitions.stream()
        .filter(definition -> definition.is("errorEventDefinition"))
        .findFirst()
        .map(error -> errorBoundaryEvent(scope, node, error));
  }

  private FlowNode errorBoundaryEvent(Scope scope, Element node, Element error) {
    String id = error.reference("errorRef");
    if (id != null && !errors.declares(id)) {
      texts
          .problems()
          .add(node, "refers to the error '%s', which the document does not declare".formatted(id));
    }
    return new ErrorBoundaryEvent(
        info(scope, node, "boundaryError"),
        node.reference("attachedToRef"),
        id == null ? null : errors.codeOf(id).orElse(null),
        variable(error, "camunda:errorCodeVariable"),
        variable(error, "camunda:errorMessageVariable"));
  }

  private static String variable(Element error, String attribute) {
    String name = error.attribute(attribute);
    return name == null || name.isBlank() ? null : name;
  }

  private List<Element> eventDefinitions(Element node) {
    List<Element> definitions =
        node.children().stream()
            .filter(child -> child.kind().endsWith("EventDefinition"))
            .filter(child -> !child.kind().startsWith("camunda:"))
            .toList();
    if (definitions.size() > 1) {
      texts.problems().add(node, "has several event definitions; one only is supported");
    }
    return definitions;
  }
}
