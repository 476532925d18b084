package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.bpmn.TimerTrigger.Kind;
import dev.outwork.engine.bpmn.UserTask;
import dev.outwork.engine.expression.Expression;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads user tasks. */
final class UserTaskReader {
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
        candidates(node, "camunda:candidateUsers", true),
        candidates(node, "camunda:candidateGroups", false),
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
    List<String> performers = Owners.texts(node.children("humanPerformer")).toList();
    int given = performers.size() + (node.given("camunda:assignee") == null ? 0 : 1);
    if (given > 1) {
      texts.problems().add(node, "has more than one assignee");
    }
    return performers.stream()
        .findFirst()
        .flatMap(performer -> texts.expression(node, "a humanPerformer", performer))
        .orElseGet(() -> texts.attribute(node, node, "camunda:assignee"));
  }

  private List<Expression> candidates(Element node, String attribute, boolean users) {
    String listed = node.given(attribute);
    Stream<String> own = listed == null ? Stream.of() : Owners.parts(listed).stream();
    Stream<String> owners =
        Owners.texts(node.children("potentialOwner")).flatMap(text -> Owners.named(text, users));
    return Stream.concat(own, owners)
        .map(text -> texts.expression(node, "a " + attribute, text))
        .flatMap(Optional::stream)
        .toList();
  }

  private Expression date(Element node, String attribute) {
    Expression date = texts.attribute(node, node, attribute);
    if (date != null) {
      texts.checkConstant(node, date, value -> Schedule.check(Kind.DATE, value));
    }
    return date;
  }
}
