package dev.outwork.engine.bpmn.reader;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Warns of input parameters that hide a variable which another element reads: a value that a worker
 * sets under that name is lost when its activity ends (docs/rest-api.md, "Variable scopes").
 */
final class Shadows {
  private static final String INPUT = "camunda:inputParameter";
  private static final String OUTPUT = "camunda:outputParameter";

  private final Problems problems;

  /** By the name of a variable, an element that reads it and has no parameter of that name. */
  private final Map<String, Element> readers = new HashMap<>();

  Shadows(ExpressionReader texts) {
    this.problems = texts.problems();
    Map<Element, Set<String>> inputs = new HashMap<>();
    for (ExpressionReader.Use use : texts.uses()) {
      Set<String> own = inputs.computeIfAbsent(use.owner(), owner -> parametersOf(owner, INPUT));
      use.names().stream()
          .filter(name -> !own.contains(name))
          .forEach(name -> readers.putIfAbsent(name, use.owner()));
    }
  }

  void check(Element process) {
    process
        .withDescendants()
        .filter(node -> Whitelist.isFlowNode(node) && isExternal(node))
        .forEach(this::checkActivity);
  }

  private static boolean isExternal(Element node) {
    return ExternalActivityReader.isExternal(node)
        || EventDefinitions.first(node).filter(ExternalActivityReader::isExternal).isPresent();
  }

  private void checkActivity(Element activity) {
    Set<String> hidden = new HashSet<>(parametersOf(activity, INPUT));
    hidden.removeAll(parametersOf(activity, OUTPUT));
    for (String name : hidden) {
      Optional.ofNullable(readers.get(name)).ifPresent(reader -> warn(activity, name, reader));
    }
  }

  private void warn(Element activity, String name, Element reader) {
    problems.warn(
        activity,
        "has an input parameter '%s', and %s reads a variable of that name: a value that a worker sets as '%s' is lost when the activity ends, unless an output parameter passes it on"
            .formatted(name, reader, name),
        reader);
  }

  private static Set<String> parametersOf(Element node, String kind) {
    return node.extensions("camunda:inputOutput")
        .flatMap(inputOutput -> inputOutput.children(kind))
        .map(parameter -> parameter.given("name"))
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }
}
