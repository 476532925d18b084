package dev.outwork.engine.bpmn.reader;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.api.deployment.CodeTopic;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Turns elements implemented by code into external tasks, if the deployment requests it. */
final class CodeTopics {
  /** Camunda 7's default for a script without format. */
  private static final String DEFAULT_SCRIPT_FORMAT = "juel";

  private static final Set<String> TASKS = Set.of("serviceTask", "sendTask", "businessRuleTask");

  private final Problems problems;

  CodeTopics(Problems problems) {
    this.problems = problems;
  }

  /** Marks each element of the executable processes whose code becomes an external task. */
  void markIn(Element definitions) {
    definitions
        .children("process")
        .filter(process -> process.isTrue("isExecutable"))
        .flatMap(Element::withDescendants)
        .forEach(this::mark);
  }

  private void mark(Element element) {
    if (Whitelist.isFlowNode(element) || element.is("process") || element.is("sequenceFlow")) {
      CodeSteps.candidates(element).forEach(code -> markStep(element, code));
    }
    boolean isExternal = ExternalActivityReader.isExternal(element);
    boolean isNoCode =
        connectorOf(element).isEmpty() && (isExternal || AssignmentReader.isTask(element));
    if (isNoCode || BusinessRuleReader.hasDecision(element)) {
      return;
    }
    Optional<CodeWork> work =
        element.is("scriptTask")
            ? Optional.of(script(element, "scriptFormat", "camunda:resource"))
            : Optional.of(element)
                .filter(CodeTopics::canHaveCode)
                .flatMap(CodeTopics::implementation);
    work.ifPresent(found -> become(element, found));
  }

  private static boolean canHaveCode(Element element) {
    return TASKS.contains(element.kind())
        || (element.is("messageEventDefinition")
            && element
                .parent()
                .filter(event -> event.is("intermediateThrowEvent") || event.is("endEvent"))
                .isPresent());
  }

  private void become(Element element, CodeWork work) {
    Element node = element.is("messageEventDefinition") ? element.parent().orElseThrow() : element;
    Map<String, String> properties = new LinkedHashMap<>(work.properties());
    addName(properties, node);
    if (work.resultVariable() != null) {
      properties.put(CodeProperty.RESULT_VARIABLE, work.resultVariable());
    }
    element.become(new CodeWork(work.kind(), work.topic(), properties, work.resultVariable()));
    problems.warn(
        node,
        "is implemented by code (%s), which does not run here: it becomes an external task of topic '%s'"
            .formatted(work.kind(), work.topic()));
  }

  private void markStep(Element node, Element code) {
    // Among other listeners it must keep its position.
    if (AssignmentReader.isListener(code)
        && CodeSteps.candidates(node).allMatch(AssignmentReader::isListener)) {
      return;
    }
    Optional<String> event = CodeSteps.event(node, code);
    Optional<CodeWork> work =
        event.flatMap(any -> code.is("camunda:script") ? script(code) : listener(code));
    if (work.isEmpty()) {
      return;
    }
    Map<String, String> properties = new LinkedHashMap<>(work.get().properties());
    properties.put(CodeProperty.EVENT, event.get());
    if (!node.is("sequenceFlow")) {
      addName(properties, node);
    }
    if (code.is("camunda:script")) {
      properties.put(CodeProperty.PARAMETER, code.parent().orElseThrow().given("name"));
    }
    CodeWork step = new CodeWork(work.get().kind(), work.get().topic(), properties, null);
    code.become(step);
    problems.warn(
        node,
        "has code at '%s' (%s), which does not run here: the token waits for an external task of topic '%s'"
            .formatted(event.get(), step.kind(), step.topic()));
  }

  static void addName(Map<String, String> properties, Element node) {
    String name = node.attribute("name");
    if (name != null) {
      properties.put(CodeProperty.ACTIVITY_NAME, name);
    }
  }

  private static Optional<CodeWork> listener(Element listener) {
    return listener
        .child("camunda:script")
        .flatMap(CodeTopics::script)
        .or(() -> implementation(listener));
  }

  private static Optional<CodeWork> script(Element script) {
    return Optional.of(script(script, "scriptFormat", "resource"));
  }

  /** In the order in which Camunda 7 evaluates them. */
  private static Optional<CodeWork> implementation(Element element) {
    Optional<Element> connector = connectorOf(element);
    if (connector.isPresent()) {
      return Optional.of(connector(connector.get()));
    }
    String className = attribute(element, CodeTopic.CLASS);
    if (className != null) {
      return Optional.of(work(CodeTopic.CLASS, className, element));
    }
    String delegate = attribute(element, CodeTopic.DELEGATE_EXPRESSION);
    if (delegate != null) {
      return Optional.of(work(CodeTopic.DELEGATE_EXPRESSION, delegate, element));
    }
    String expression = attribute(element, CodeTopic.EXPRESSION);
    return expression == null
        ? Optional.empty()
        : Optional.of(work(CodeTopic.EXPRESSION, expression, element));
  }

  private static Optional<Element> connectorOf(Element element) {
    return element.extensions("camunda:connector").findFirst();
  }

  private static CodeWork connector(Element connector) {
    String id =
        connector
            .child("camunda:connectorId")
            .map(child -> child.text().strip())
            .filter(text -> !text.isEmpty())
            .orElse("unknown");
    return work(code(CodeTopic.CONNECTOR, id), null);
  }

  // Attributes in a vendor's element need no prefix.
  private static String attribute(Element element, String name) {
    String prefixed = element.given("camunda:" + name);
    boolean isVendors = element.kind().startsWith("camunda:");
    return prefixed == null && isVendors ? element.given(name) : prefixed;
  }

  private static CodeWork script(Element element, String formatKey, String resourceKey) {
    String format =
        Optional.ofNullable(element.given(formatKey))
            .orElse(DEFAULT_SCRIPT_FORMAT)
            .toLowerCase(Locale.ROOT);
    String source =
        element.is("camunda:script")
            ? element.text()
            : element.child("script").map(Element::text).orElse("");
    Map<String, String> properties = code(CodeTopic.SCRIPT, source);
    properties.put(CodeProperty.FORMAT, format);
    String resource = element.given(resourceKey);
    if (resource != null) {
      properties.put(CodeProperty.RESOURCE, resource);
    }
    return work(properties, element.given("camunda:resultVariable"));
  }

  private static CodeWork work(String kind, String text, Element element) {
    Map<String, String> properties = code(kind, text);
    Stream.concat(element.extensions("camunda:field"), element.children("camunda:field"))
        .forEach(field -> addField(properties, field));
    return work(properties, element.given("camunda:resultVariable"));
  }

  private static CodeWork work(Map<String, String> properties, String resultVariable) {
    String kind = properties.get(CodeProperty.KIND);
    String topic =
        CodeTopic.of(kind, properties.get(CodeProperty.TEXT), properties.get(CodeProperty.FORMAT));
    return new CodeWork(kind, topic, properties, resultVariable);
  }

  private static Map<String, String> code(String kind, String text) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put(CodeProperty.KIND, kind);
    properties.put(CodeProperty.TEXT, text);
    return properties;
  }

  private static void addField(Map<String, String> properties, Element field) {
    String name = field.given("name");
    if (name == null) {
      return;
    }
    text(field, "stringValue", "camunda:string")
        .ifPresent(text -> properties.put(CodeProperty.FIELD + name, text));
    text(field, "expression", "camunda:expression")
        .ifPresent(text -> properties.put(CodeProperty.FIELD_EXPRESSION + name, text));
  }

  private static Optional<String> text(Element field, String attribute, String child) {
    return Optional.ofNullable(field.attribute(attribute))
        .or(() -> field.child(child).map(Element::text));
  }
}
