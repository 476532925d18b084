package dev.outwork.engine.bpmn.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Users and groups in the syntax of BPMN resources: {@code user(mary), group(sales), support}. */
final class Owners {
  private static final Pattern OWNER = Pattern.compile("(user|group)\\((.*)\\)");

  private Owners() {}

  /** The text of each {@code formalExpression} of these resources. */
  static Stream<String> texts(Stream<Element> resources) {
    return resources
        .flatMap(resource -> either(resource, "resourceAssignmentExpression"))
        .flatMap(assignment -> either(assignment, "formalExpression"))
        .map(expression -> expression.text().strip())
        .filter(text -> !text.isEmpty());
  }

  /** As in Camunda 7, the namespace of a resource is also that of its content. */
  private static Stream<Element> either(Element parent, String kind) {
    return parent.children().stream()
        .filter(child -> child.is(kind) || child.is("camunda:" + kind));
  }

  /** The users, or the groups, that such a text names. */
  static Stream<String> named(String text, boolean users) {
    return parts(text).stream().filter(owner -> isUser(owner) == users).map(Owners::nameOf);
  }

  private static boolean isUser(String owner) {
    return owner.startsWith("user(");
  }

  private static String nameOf(String owner) {
    Matcher matcher = OWNER.matcher(owner);
    return matcher.matches() ? matcher.group(2).strip() : owner;
  }

  /** Splits a list at its commas, but not at those inside expressions. */
  static List<String> parts(String list) {
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
}
