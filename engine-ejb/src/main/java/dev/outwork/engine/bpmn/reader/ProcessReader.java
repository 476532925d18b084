package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.Assignments;
import dev.outwork.engine.bpmn.Async;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.InputOutput;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.NodeInfo.Flows;
import dev.outwork.engine.bpmn.Process;
import dev.outwork.engine.bpmn.ProcessInfo;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.Steps;
import dev.outwork.engine.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Creates the model of a process. */
final class ProcessReader {
  private static final Pattern DAYS = Pattern.compile("(?:P(\\d{1,9})D|(\\d{1,9}))");

  // The length of the column.
  private static final int MAX_VERSION_TAG_LENGTH = 64;

  private final ExpressionReader texts;
  private final Declarations declarations;
  private final String category;

  ProcessReader(ExpressionReader texts, Declarations declarations, Element definitions) {
    this.texts = texts;
    this.declarations = declarations;
    this.category = definitions.attribute("targetNamespace");
  }

  /** Empty if the document has a problem. */
  Optional<ProcessModel> read(Element process) {
    ProcessInfo info = info(process);
    List<FlowNode> nodes = new ArrayList<>();
    Scope scope = Scope.of(process);
    Expression taskPriority = texts.number(process, process, "camunda:taskPriority");
    StepNodes stepNodes = new StepNodes(texts, taskPriority);
    StepReader steps = new StepReader(stepNodes);
    InfoReader infos =
        new InfoReader(
            texts,
            new AsyncReader(texts, texts.number(process, process, "camunda:jobPriority")),
            steps,
            new FlowStepReader(stepNodes));
    readNodes(
        scope,
        new NodeReader(
            texts,
            infos,
            declarations,
            new ExternalActivityReader(texts, declarations, taskPriority)),
        nodes);
    nodes.addAll(steps.nodes(process));
    Assignments assignments = new AssignmentReader(texts).of(scope);
    if (!texts.problems().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessModel(
            info,
            new Process(outermost(info, steps.read(process))),
            EventBasedGateways.completed(nodes),
            assignments));
  }

  private static void readNodes(Scope scope, NodeReader reader, List<FlowNode> nodes) {
    for (Element node : scope.nodes()) {
      reader.read(scope, node).forEach(nodes::add);
      scope.inside(node).ifPresent(inner -> readNodes(inner, reader, nodes));
    }
  }

  private static NodeInfo outermost(ProcessInfo process, Steps steps) {
    return new NodeInfo(
        process.key(),
        process.name(),
        "processDefinition",
        process.key(),
        Flows.NONE,
        InputOutput.NONE,
        Async.NONE,
        steps);
  }

  private ProcessInfo info(Element process) {
    return new ProcessInfo(
        key(process),
        process.attribute("name"),
        category,
        documentation(process),
        versionTag(process),
        historyTimeToLive(process),
        startableInTasklist(process),
        initiator(process),
        starters(process, "camunda:candidateStarterUsers", true),
        starters(process, "camunda:candidateStarterGroups", false));
  }

  /** As in Camunda 7, that of the last start event, however the instance starts. */
  private String initiator(Element process) {
    String initiator =
        process
            .children("startEvent")
            .map(start -> start.given("camunda:initiator"))
            .filter(Objects::nonNull)
            .reduce((first, second) -> second)
            .orElse(null);
    if (initiator != null && initiator.length() > IdRules.MAX_LENGTH) {
      texts
          .problems()
          .add(
              process,
              "has a camunda:initiator of %d characters; at most %d are allowed"
                  .formatted(initiator.length(), IdRules.MAX_LENGTH));
    }
    return initiator;
  }

  private List<String> starters(Element process, String attribute, boolean users) {
    String listed = process.given(attribute);
    Stream<String> own = listed == null ? Stream.of() : Stream.of(listed.split(","));
    Stream<String> potential =
        Owners.texts(process.extensions("camunda:potentialStarter"))
            .flatMap(text -> Owners.named(text, users));
    List<String> names =
        Stream.concat(own, potential)
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .distinct()
            .toList();
    for (String name : names) {
      if (name.contains("${") || name.contains("#{") || name.length() > IdRules.MAX_LENGTH) {
        texts
            .problems()
            .add(
                process,
                "has the %s '%s': write names of at most %d characters, with commas between them"
                    .formatted(attribute, name, IdRules.MAX_LENGTH));
      }
    }
    return names;
  }

  private String key(Element process) {
    if (process.id() == null) {
      texts.problems().add(process, "has no id");
    }
    return process.id();
  }

  /** The documentation of an element, all texts in one; null if there is none. */
  static String documentation(Element element) {
    String text =
        element
            .children("documentation")
            .map(documentation -> documentation.text().strip())
            .collect(Collectors.joining("\n\n"));
    return text.isEmpty() ? null : text;
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
              "has camunda:isStartableInTasklist=\"%s\": write true or false".formatted(text));
    }
    return false;
  }
}
