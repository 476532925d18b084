package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.FormFieldInfo;
import dev.outwork.engine.bpmn.FormFieldInfo.Constraint;
import dev.outwork.engine.bpmn.FormFieldInfo.OfType;
import dev.outwork.engine.bpmn.FormFieldInfo.Type;
import dev.outwork.engine.expression.Expression;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads {@code camunda:formData}: the fields of a form. Content that Camunda 7 ignores is ignored
 * with a warning.
 */
final class FormFieldReader {
  private static final String DEFAULT_DATE_PATTERN = "dd/MM/yyyy";
  private static final String TYPES =
      Arrays.stream(Type.values()).map(FormFieldReader::nameOf).collect(Collectors.joining(", "));

  private final ExpressionReader texts;
  private final FormFieldChecks checks;

  FormFieldReader(ExpressionReader texts) {
    this.texts = texts;
    this.checks = new FormFieldChecks(texts.problems());
  }

  /** The fields of the form of a node. */
  List<FormFieldInfo> read(Element node) {
    Optional<Element> formData = node.extensions("camunda:formData").findFirst();
    node.extensions("camunda:formData").forEach(data -> checks.nameWhatIsPassedOver(node, data));
    return formData.stream()
        .flatMap(data -> data.children("camunda:formField"))
        .map(field -> field(node, field, formData.get().attribute("businessKey")))
        .flatMap(Optional::stream)
        .toList();
  }

  private Optional<FormFieldInfo> field(Element node, Element field, String businessKey) {
    return id(node, field).flatMap(id -> field(node, field, id, businessKey));
  }

  /** The id of a field or property; empty if there is a problem, which is added. */
  Optional<String> id(Element node, Element field) {
    String id = field.given("id");
    if (id == null) {
      texts.problems().add(node, "has a form field without an id");
      return Optional.empty();
    }
    if (id.length() > IdRules.MAX_LENGTH) {
      texts
          .problems()
          .add(
              node,
              "has a form field with an id of more than %d characters"
                  .formatted(IdRules.MAX_LENGTH));
      return Optional.empty();
    }
    return Optional.of(id);
  }

  private Optional<FormFieldInfo> field(
      Element node, Element field, String id, String businessKey) {
    return type(node, field, id)
        .map(
            type ->
                new FormFieldInfo(
                    id,
                    expression(node, field, "label", field.given("label")),
                    ofType(field, type),
                    expression(node, field, "default value", defaultValue(field, type)),
                    properties(field),
                    constraints(node, field, id),
                    id.equals(businessKey)))
        .filter(read -> checks.hold(node, read));
  }

  /** Empty if there is a problem, which is added. */
  Optional<Type> type(Element node, Element field, String id) {
    String name = field.attribute("type");
    Optional<Type> type =
        Arrays.stream(Type.values()).filter(each -> nameOf(each).equals(name)).findFirst();
    if (type.isEmpty()) {
      String predicate = name == null ? "without a type" : "of the type '%s'".formatted(name);
      texts
          .problems()
          .add(node, "has a form field '%s' %s: write one of %s".formatted(id, predicate, TYPES));
    }
    return type;
  }

  private static String nameOf(Type type) {
    return type.name().toLowerCase(Locale.ROOT);
  }

  /** A type with what the element of a field or property says of it. */
  static OfType ofType(Element field, Type type) {
    return new OfType(
        type,
        type == Type.DATE ? datePattern(field) : null,
        type == Type.ENUM ? values(field) : Map.of());
  }

  private static String datePattern(Element field) {
    String pattern = field.attribute("datePattern");
    return pattern == null ? DEFAULT_DATE_PATTERN : pattern;
  }

  private static Map<String, String> values(Element field) {
    Map<String, String> values = new LinkedHashMap<>();
    field
        .children("camunda:value")
        .filter(value -> value.attribute("id") != null)
        .forEach(value -> values.put(value.attribute("id"), value.attribute("name")));
    return values;
  }

  /** An empty text is a value only for types that have such a value. */
  private static String defaultValue(Element field, Type type) {
    String text = field.attribute("defaultValue");
    boolean isNone = text != null && text.isBlank() && (type == Type.LONG || type == Type.ENUM);
    return isNone ? null : text;
  }

  Expression expression(Element node, Element field, String what, String text) {
    return text == null
        ? null
        : texts
            .expression(node, "a %s of form field '%s'".formatted(what, field.given("id")), text)
            .orElse(null);
  }

  private static Map<String, String> properties(Element field) {
    Map<String, String> properties = new LinkedHashMap<>();
    field.child("camunda:properties").stream()
        .flatMap(container -> container.children("camunda:property"))
        .filter(property -> property.attribute("id") != null)
        .forEach(property -> properties.put(property.attribute("id"), property.attribute("value")));
    return properties;
  }

  private List<Constraint> constraints(Element node, Element field, String id) {
    return field.child("camunda:validation").stream()
        .flatMap(validation -> validation.children("camunda:constraint"))
        .map(
            each ->
                new Constraint(
                    Objects.requireNonNullElse(each.attribute("name"), ""),
                    each.attribute("config")))
        .filter(constraint -> checks.isKnown(node, id, constraint))
        .toList();
  }
}
