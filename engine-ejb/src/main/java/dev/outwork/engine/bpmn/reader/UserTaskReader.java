package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.bpmn.TimerTrigger.Kind;
import dev.outwork.engine.bpmn.UserTask;
import dev.outwork.engine.expression.Expression;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads user tasks. */
final class UserTaskReader {
  /** {@code user(mary)} or {@code group(sales)}, the syntax of BPMN potential owners. */
  private static final Pattern OWNER = Pattern.compile("(user|group)\\((.*)\\)");

  private final ExpressionReader texts;
  private final FormReader forms;

  UserTaskReader(ExpressionReader texts) {
    this.texts = texts;
    this.forms = new FormReader(texts);
  }

  UserTask read(NodeInfo info, Element node, String compensates) {
    return new UserTask(
        info,
        texts.attribute(node, node, "name"),
        description(node),
        assignee(node),
        candidates(node, "camunda:candidateUsers", UserTaskReader::isUser),
        candidates(node, "camunda:candidateGroups", owner -> !isUser(owner)),
        date(node, "camunda:dueDate"),
        date(node, "camunda:followUpDate"),
        texts.number(node, node, "camunda:priority"),
        texts.attribute(node, node, "camunda:formKey"),
        forms.read(node),
        compensates);
  }

  private Expression description(Element node) {
    String text = ProcessReader.documentation(node);
    return text == null ? null : texts.expression(node, "a documentation", text).orElse(null);
  }

  private Expression assignee(Element node) {
    List<String> performers = resources(node, "humanPerformer").toList();
    int given = performers.size() + (node.given("camunda:assignee") == null ? 0 : 1);
    if (given > 1) {
      texts.problems().add(node, "has more than one assignee");
    }
    return performers.stream()
        .findFirst()
        .flatMap(performer -> texts.expression(node, "a humanPerformer", performer))
        .orElseGet(() -> texts.attribute(node, node, "camunda:assignee"));
  }

  private List<Expression> candidates(Element node, String attribute, Predicate<String> kind) {
    String listed = node.given(attribute);
    Stream<String> own = listed == null ? Stream.of() : parts(listed).stream();
    Stream<String> owners =
        resources(node, "potentialOwner")
            .flatMap(text -> parts(text).stream())
            .filter(kind)
            .map(UserTaskReader::nameOf);
    return Stream.concat(own, owners)
        .map(text -> texts.expression(node, "a " + attribute, text))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Stream<String> resources(Element node, String kind) {
    return node.children(kind)
        .flatMap(resource -> resource.children("resourceAssignmentExpression"))
        .flatMap(assignment -> assignment.children("formalExpression"))
        .map(expression -> expression.text().strip())
        .filter(text -> !text.isEmpty());
  }

  private static boolean isUser(String owner) {
    return owner.startsWith("user(");
  }

  private static String nameOf(String owner) {
    Matcher matcher = OWNER.matcher(owner);
    return matcher.matches() ? matcher.group(2).strip() : owner;
  }

  /** Splits a list at its commas, but not at those inside expressions. */
  private static List<String> parts(String list) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    int depth = 0;
    for (int i = 0; i < list.length(); i++) {
      char current = list.charAt(i);
      depth += current == '{' ? 1 : current == '}' ? -1 : 0;
      if (current == ',' && depth == 0) {
        parts.add(list.substring(start, i).strip());
        start = i + 1;
      }
    }
    parts.add(list.substring(start).strip());
    return parts.stream().filter(part -> !part.isEmpty()).toList();
  }

  private Expression date(Element node, String attribute) {
    Expression date = texts.attribute(node, node, attribute);
    if (date != null) {
      texts.checkConstant(node, date, value -> Schedule.check(Kind.DATE, value));
    }
    return date;
  }
}
