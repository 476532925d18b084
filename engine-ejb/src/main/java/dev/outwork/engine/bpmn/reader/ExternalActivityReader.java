package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.ExternalActivity.ErrorEventDefinition;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.expression.Expression;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the external task of a node (docs/rest-api.md, "Error event definitions", "Topic and
 * priority" and "BPMN").
 */
final class ExternalActivityReader {
  private static final Set<String> IMPLEMENTATIONS =
      Set.of("camunda:type", "camunda:class", "camunda:delegateExpression", "camunda:expression");

  private final ExpressionReader texts;
  private final Declarations declarations;
  private final Expression processPriority;

  /** {@code processPriority} is null if the process has none. */
  ExternalActivityReader(
      ExpressionReader texts, Declarations declarations, Expression processPriority) {
    this.texts = texts;
    this.declarations = declarations;
    this.processPriority = processPriority;
  }

  /** For a task. */
  ExternalActivity read(NodeInfo info, Element node, String compensates) {
    return read(info, node, node, compensates);
  }

  /** For an event whose message event definition has the attributes. */
  ExternalActivity read(NodeInfo info, Element node, Element definition) {
    return read(info, node, definition, null);
  }

  private ExternalActivity read(
      NodeInfo info, Element node, Element definition, String compensates) {
    requireExternal(node, definition);
    Expression own = texts.number(node, definition, "camunda:taskPriority");
    return new ExternalActivity(
        info,
        topic(node, definition),
        own == null ? processPriority : own,
        properties(node, definition),
        errorEventDefinitions(node, definition),
        compensates);
  }

  static boolean isExternal(Element definition) {
    // Camunda 7 ignores the type of a script task.
    boolean isDrawn =
        !definition.is("scriptTask")
            && !BusinessRuleReader.hasDecision(definition)
            && "external".equalsIgnoreCase(definition.given("camunda:type"));
    return isDrawn || definition.work().isPresent();
  }

  /** Whether a message event definition has any implementation. */
  static boolean isImplemented(Element definition) {
    return IMPLEMENTATIONS.stream().anyMatch(key -> definition.attribute(key) != null)
        || definition.extensions("camunda:connector").findAny().isPresent();
  }

  private void requireExternal(Element node, Element definition) {
    if (definition.is("scriptTask") && !isExternal(definition)) {
      texts
          .problems()
          .add(
              node,
              "runs a script, which is not supported: draw a service task with camunda:type=\"external\" and a camunda:topic, or deploy it with code-becomes-topics");
    } else if (!isExternal(definition)) {
      if (texts.problems().concern(node)) {
        // Refusals has reported its actual implementation.
        return;
      }
      String where = definition == node ? "" : " on its messageEventDefinition";
      texts
          .problems()
          .add(
              node,
              "is not external, which is not supported: give it camunda:type=\"external\" and a camunda:topic"
                  + where);
    } else if (topicText(definition) == null) {
      texts.problems().add(node, "is external but has no camunda:topic");
    }
  }

  private Expression topic(Element node, Element definition) {
    String text = topicText(definition);
    if (text == null) {
      return null;
    }
    if (text.isBlank()) {
      texts.problems().add(node, "has an empty camunda:topic");
      return null;
    }
    Expression topic = texts.expression(node, "a camunda:topic", text).orElse(null);
    if (topic != null && topic.isConstant() && text.length() > IdRules.MAX_LENGTH) {
      texts
          .problems()
          .add(
              node,
              "has a camunda:topic of %d characters; at most %d are allowed"
                  .formatted(text.length(), IdRules.MAX_LENGTH));
    }
    return topic;
  }

  private static String topicText(Element definition) {
    return definition
        .work()
        .map(CodeWork::topic)
        .orElseGet(() -> definition.attribute("camunda:topic"));
  }

  private Map<String, String> properties(Element node, Element definition) {
    Map<String, String> properties = new LinkedHashMap<>();
    node.extensions("camunda:properties")
        .flatMap(list -> list.children("camunda:property"))
        .filter(property -> property.attribute("name") != null)
        .forEach(
            property -> properties.put(property.attribute("name"), property.attribute("value")));
    try {
      RetryProperties.check(properties);
    } catch (IllegalArgumentException e) {
      texts.problems().add(node, "has a camunda:property that is not valid: " + e.getMessage());
    }
    definition.work().ifPresent(work -> properties.putAll(work.properties()));
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
    Optional<String> code =
        declarations.declaresError(id) ? declarations.codeOfError(id) : Optional.of(ref);
    if (code.isEmpty()) {
      texts
          .problems()
          .add(
              node,
              "has an error event definition for error '%s', which has no errorCode"
                  .formatted(ref));
    }
    if (code.isEmpty() || expression.isBlank()) {
      // An empty expression never matches (docs/rest-api.md, "Error event definitions").
      return Optional.empty();
    }
    return texts
        .expressionAtTask(node, "an error event definition", expression.strip())
        .map(condition -> new ErrorEventDefinition(code.get(), condition));
  }

  // Attributes in a vendor's element may have a prefix, but need none.
  private static String either(Element element, String name) {
    String plain = element.attribute(name);
    return plain == null ? element.attribute("camunda:" + name) : plain;
  }
}
