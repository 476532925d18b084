package dev.outwork.engine.bpmn;

import dev.outwork.engine.bpmn.ExternalActivity.ErrorEventDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what makes a node the work of an external worker (wire sections 4.6, 4.8, 5). */
final class ExternalActivityReader {
  private final Texts texts;
  private final Errors errors;
  private final Expression processPriority;

  /** {@code processPriority} is null if the process has none. */
  ExternalActivityReader(Texts texts, Errors errors, Expression processPriority) {
    this.texts = texts;
    this.errors = errors;
    this.processPriority = processPriority;
  }

  /**
   * {@code definition} has the external attributes: the task itself, or an event's message
   * definition.
   */
  ExternalActivity read(NodeInfo info, Element node, Element definition) {
    requireExternal(node, definition);
    return new ExternalActivity(
        info,
        topic(node, definition),
        priority(texts, node, definition).orElse(processPriority),
        properties(node),
        errorEventDefinitions(node, definition));
  }

  private void requireExternal(Element node, Element definition) {
    if (!"external".equalsIgnoreCase(definition.attribute("camunda:type"))) {
      String where = definition == node ? "" : " on its messageEventDefinition";
      texts
          .problems()
          .add(
              node,
              "is not external, which is not supported: give it camunda:type=\"external\" and a camunda:topic"
                  + where);
    } else if (definition.attribute("camunda:topic") == null) {
      texts.problems().add(node, "is external but has no camunda:topic");
    }
  }

  private Expression topic(Element node, Element definition) {
    String text = definition.attribute("camunda:topic");
    if (text == null) {
      return null;
    }
    if (text.isBlank()) {
      texts.problems().add(node, "has an empty camunda:topic");
      return null;
    }
    Expression topic = texts.expression(node, "a camunda:topic", text).orElse(null);
    if (topic != null && topic.isConstant() && text.length() > Ids.MAX_LENGTH) {
      texts
          .problems()
          .add(
              node,
              "has a camunda:topic of %d characters; at most %d are allowed"
                  .formatted(text.length(), Ids.MAX_LENGTH));
    }
    return topic;
  }

  /** The {@code camunda:taskPriority} of a node or a process. */
  static Optional<Expression> priority(Texts texts, Element node, Element definition) {
    String text = definition.attribute("camunda:taskPriority");
    if (text == null) {
      return Optional.empty();
    }
    Optional<Expression> priority = texts.expression(node, "a camunda:taskPriority", text.strip());
    if (priority.isPresent() && priority.get().isConstant() && !isInt(text.strip())) {
      texts
          .problems()
          .add(
              node,
              "has the camunda:taskPriority '%s', which is no whole number of 32 bits"
                  .formatted(text));
    }
    return priority;
  }

  private static boolean isInt(String text) {
    try {
      Integer.parseInt(text);
      return true;
    } catch (NumberFormatException none) {
      return false;
    }
  }

  private Map<String, String> properties(Element node) {
    Map<String, String> properties = new LinkedHashMap<>();
    node.extensions("camunda:properties")
        .flatMap(list -> list.children("camunda:property"))
        .filter(property -> property.attribute("name") != null)
        .forEach(
            property -> properties.put(property.attribute("name"), property.attribute("value")));
    return Collections.unmodifiableMap(properties);
  }

  private List<ErrorEventDefinition> errorEventDefinitions(Element node, Element definition) {
    return definition
        .extensions("camunda:errorEventDefinition")
        .map(error -> errorEventDefinition(node, error))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<ErrorEventDefinition> errorEventDefinition(Element node, Element error) {
    String ref = either(error, "errorRef");
    String expression = either(error, "expression");
    if (ref == null) {
      return Optional.empty();
    }
    if (expression == null) {
      texts
          .problems()
          .add(node, "has an error event definition for '%s' without an expression".formatted(ref));
      return Optional.empty();
    }
    String id = ref.substring(ref.indexOf(':') + 1);
    Optional<String> code = errors.declares(id) ? errors.codeOf(id) : Optional.of(ref);
    if (code.isEmpty()) {
      texts
          .problems()
          .add(
              node,
              "has an error event definition for error '%s', which has no errorCode"
                  .formatted(ref));
    }
    if (code.isEmpty() || expression.isBlank()) {
      // An empty expression never matches (wire section 4.6).
      return Optional.empty();
    }
    return texts
        .expression(node, "an error event definition", expression.strip())
        .map(condition -> new ErrorEventDefinition(code.get(), condition));
  }

  // In a vendor's element the attributes need no prefix, but may have one.
  private static String either(Element element, String name) {
    String plain = element.attribute(name);
    return plain == null ? element.attribute("camunda:" + name) : plain;
  }
}
