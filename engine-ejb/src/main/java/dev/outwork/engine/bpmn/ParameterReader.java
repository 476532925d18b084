package dev.outwork.engine.bpmn;

import dev.outwork.engine.bpmn.InputOutput.Parameter;
import java.util.List;
import java.util.Optional;

/** Reads {@code camunda:inputOutput}: variables that are set when a node is entered and left. */
final class ParameterReader {
  private final Texts texts;

  ParameterReader(Texts texts) {
    this.texts = texts;
  }

  InputOutput read(Element node) {
    List<Parameter> inputs = parameters(node, "camunda:inputParameter");
    List<Parameter> outputs = parameters(node, "camunda:outputParameter");
    if (node.is("endEvent") && !outputs.isEmpty()) {
      texts.problems().add(node, "has output parameters, but nothing comes after it");
    }
    return inputs.isEmpty() && outputs.isEmpty()
        ? InputOutput.NONE
        : new InputOutput(inputs, outputs);
  }

  private List<Parameter> parameters(Element node, String kind) {
    return node.extensions("camunda:inputOutput")
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
    if (name.length() > Ids.MAX_LENGTH) {
      texts
          .problems()
          .add(
              node,
              "has a %s with a name of more than %d characters"
                  .formatted(parameter.spelling(), Ids.MAX_LENGTH));
      return Optional.empty();
    }
    if (!parameter.children().isEmpty()) {
      nameForeign(node, parameter, name);
      return Optional.empty();
    }
    String text = parameter.text().strip();
    return texts
        .expression(node, "a parameter '%s'".formatted(name), text.isEmpty() ? "${null}" : text)
        .map(value -> new Parameter(name, value));
  }

  // Refusals has named what is BPMN's or a vendor's, and lets all else pass.
  private void nameForeign(Element node, Element parameter, String name) {
    parameter.children().stream()
        .filter(child -> child.kind().isEmpty())
        .findFirst()
        .ifPresent(
            child ->
                texts
                    .problems()
                    .add(
                        node,
                        "has a parameter '%s' that contains %s, which is not supported"
                            .formatted(name, child.xml().getNodeName())));
  }
}
