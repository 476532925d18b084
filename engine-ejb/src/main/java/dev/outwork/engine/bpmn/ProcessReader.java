package dev.outwork.engine.bpmn;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes the model of a process from its element. */
final class ProcessReader {
  private static final Pattern DAYS = Pattern.compile("(?:P(\\d{1,9})D|(\\d{1,9}))");

  // The column's.
  private static final int MAX_VERSION_TAG_LENGTH = 64;

  private final Texts texts;
  private final Errors errors;
  private final String category;

  ProcessReader(Texts texts, Errors errors, Element definitions) {
    this.texts = texts;
    this.errors = errors;
    this.category = definitions.attribute("targetNamespace");
  }

  ProcessModel read(Element process) {
    Expression priority = ExternalActivityReader.priority(texts, process, process).orElse(null);
    Scope scope = new Scope(process);
    Map<String, FlowNode> nodes = new LinkedHashMap<>();
    readNodes(scope, new NodeReader(texts, errors, priority), nodes);
    return new ProcessModel(
        key(process),
        process.attribute("name"),
        category,
        description(process),
        versionTag(process),
        historyTimeToLive(process),
        startableInTasklist(process),
        scope.startEvents().stream().findFirst().map(Element::id).orElse(null),
        nodes);
  }

  private static void readNodes(Scope scope, NodeReader reader, Map<String, FlowNode> nodes) {
    for (Element node : scope.nodes()) {
      reader.read(scope, node).ifPresent(read -> nodes.put(read.id(), read));
      if (Scope.isSubProcess(node)) {
        readNodes(new Scope(node), reader, nodes);
      }
    }
  }

  private String key(Element process) {
    if (process.id() == null) {
      texts.problems().add(process, "has no id");
    }
    return process.id();
  }

  private static String description(Element process) {
    String description =
        process
            .children("documentation")
            .map(documentation -> documentation.text().strip())
            .collect(Collectors.joining("\n\n"));
    return description.isEmpty() ? null : description;
  }

  private String versionTag(Element process) {
    String tag = process.attribute("camunda:versionTag");
    if (tag != null && tag.length() > MAX_VERSION_TAG_LENGTH) {
      texts
          .problems()
          .add(
              process,
              "has a camunda:versionTag of %d characters; at most %d are allowed"
                  .formatted(tag.length(), MAX_VERSION_TAG_LENGTH));
    }
    return tag;
  }

  private Integer historyTimeToLive(Element process) {
    String text = process.attribute("camunda:historyTimeToLive");
    if (text == null || text.isBlank()) {
      return null;
    }
    Matcher days = DAYS.matcher(text.strip());
    if (!days.matches()) {
      texts
          .problems()
          .add(
              process,
              "has the camunda:historyTimeToLive '%s': write a number of days, such as 180 or P180D"
                  .formatted(text));
      return null;
    }
    return Integer.valueOf(days.group(1) == null ? days.group(2) : days.group(1));
  }

  private boolean startableInTasklist(Element process) {
    String text = process.attribute("camunda:isStartableInTasklist");
    if (text == null || text.strip().equalsIgnoreCase("true")) {
      return true;
    }
    if (!text.strip().equalsIgnoreCase("false")) {
      texts
          .problems()
          .add(
              process,
              "has camunda:isStartableInTasklist=\"%s\", neither true nor false".formatted(text));
    }
    return false;
  }
}
