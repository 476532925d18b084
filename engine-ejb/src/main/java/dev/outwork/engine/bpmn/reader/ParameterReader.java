package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.InputOutput.Parameter;
import dev.outwork.engine.bpmn.InputOutput.Value;
import dev.outwork.engine.bpmn.ParameterValues;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Reads {@code camunda:inputOutput}: variables that are set when a node is entered and left. */
final class ParameterReader {
  private static final String IN_OUT = "camunda:inputOutput";
  private static final String INPUT = "camunda:inputParameter";
  private static final String OUTPUT = "camunda:outputParameter";

  private final ExpressionReader texts;

  ParameterReader(ExpressionReader texts) {
    this.texts = texts;
  }

  InputOutput read(Element node) {
    List<Parameter> inputs = parameters(node, node.extensions(IN_OUT), INPUT);
    List<Parameter> innerInputs = parameters(node, ofConnector(node), INPUT);
    List<Parameter> outputs =
        Stream.of(
                result(node).stream(),
                parameters(node, ofConnector(node), OUTPUT).stream(),
                parameters(node, node.extensions(IN_OUT), OUTPUT).stream())
            .flatMap(Function.identity())
            .toList();
    if (node.is("endEvent") && !outputs.isEmpty()) {
      texts.problems().add(node, "has output parameters, but nothing comes after it");
    }
    return Stream.of(inputs, innerInputs, outputs).allMatch(List::isEmpty)
        ? InputOutput.NONE
        : new InputOutput(inputs, innerInputs, outputs);
  }

  /**
   * The element whose code became an external task: the node, or the message definition of an
   * event.
   */
  private static Optional<Element> code(Element node) {
    return Stream.concat(Stream.of(node), EventDefinitions.first(node).stream())
        .filter(element -> element.work().isPresent())
        .findFirst();
  }

  /** The parameters of a connector, which a worker calls instead. */
  private static Stream<Element> ofConnector(Element node) {
    return code(node).stream()
        .flatMap(code -> code.extensions("camunda:connector").limit(1))
        .flatMap(connector -> connector.children(IN_OUT));
  }

  /** The result of code, which a worker sets as a local variable. */
  private static Optional<Parameter> result(Element node) {
    return code(node)
        .flatMap(Element::work)
        .map(CodeWork::resultVariable)
        .map(name -> new Parameter(name, new ParameterValues.Own(CodeProperty.RESULT)));
  }

  private List<Parameter> parameters(Element node, Stream<Element> containers, String kind) {
    return containers
        .flatMap(inputOutput -> inputOutput.children(kind))
        .map(parameter -> parameter(node, parameter))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<Parameter> parameter(Element node, Element parameter) {
    String name = parameter.attribute("name");
    if (name == null || name.isBlank()) {
      texts.problems().add(node, "has a %s without a name".formatted(parameter.spelling()));
      return Optional.empty();
    }
    if (name.length() > IdRules.MAX_LENGTH) {
      texts
          .problems()
          .add(
              node,
              "has a %s with a name of more than %d characters"
                  .formatted(parameter.spelling(), IdRules.MAX_LENGTH));
      return Optional.empty();
    }
    return content(node, name, parameter).map(value -> new Parameter(name, value));
  }

  /** The content of a value: a text, or one list or map. */
  private Optional<Value> content(Element node, String name, Element container) {
    List<Element> children = container.children();
    if (children.isEmpty()) {
      return text(node, name, container);
    }
    if (children.size() > 1) {
      texts.problems().add(node, "has a parameter '%s' with more than one value".formatted(name));
      return Optional.empty();
    }
    return children.get(0).work().isPresent()
        ? Optional.of(new ParameterValues.Own(name))
        : value(node, name, children.get(0));
  }

  private Optional<Value> value(Element node, String name, Element value) {
    return switch (value.kind()) {
      case "camunda:value" -> text(node, name, value);
      case "camunda:list" -> Optional.of(list(node, name, value));
      case "camunda:map" -> Optional.of(map(node, name, value));
      default -> {
        nameForeign(node, name, value);
        yield Optional.empty();
      }
    };
  }

  private Optional<Value> text(Element node, String name, Element element) {
    String text = element.text().strip();
    return texts
        .expression(node, "a parameter '%s'".formatted(name), text.isEmpty() ? "${null}" : text)
        .map(ParameterValues.Single::new);
  }

  private Value list(Element node, String name, Element list) {
    return new ParameterValues.Items(
        list.children().stream()
            .map(item -> value(node, name, item))
            .flatMap(Optional::stream)
            .toList());
  }

  private Value map(Element node, String name, Element map) {
    return new ParameterValues.Entries(
        map.children("camunda:entry")
            .map(entry -> entry(node, name, entry))
            .flatMap(Optional::stream)
            .toList());
  }

  private Optional<ParameterValues.Entry> entry(Element node, String name, Element entry) {
    String key = entry.attribute("key");
    if (key == null || key.isBlank()) {
      texts
          .problems()
          .add(node, "has a parameter '%s' with a map entry without a key".formatted(name));
      return Optional.empty();
    }
    return texts
        .expression(node, "a parameter '%s'".formatted(name), key)
        .flatMap(
            read ->
                content(node, name, entry).map(value -> new ParameterValues.Entry(read, value)));
  }

  // Refusals reports content of BPMN and of vendors, but accepts other namespaces.
  private void nameForeign(Element node, String name, Element value) {
    if (value.kind().isEmpty()) {
      texts
          .problems()
          .add(
              node,
              "has a parameter '%s' that contains %s, which is not supported"
                  .formatted(name, value.xml().getNodeName()));
    }
  }
}
