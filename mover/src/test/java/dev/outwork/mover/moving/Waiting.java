package dev.outwork.mover.moving;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Something that an instance waits for.
 *
 * @param counters the loop counters around it, so that equal ones can be told apart
 * @param name of the event, or the flow that a job takes
 * @param executionId who waits
 */
record Waiting(
    Kind kind, String element, String counters, String id, String name, String executionId) {
  private static final Comparator<Waiting> ORDER =
      Comparator.comparing(Waiting::kind)
          .thenComparing(Waiting::element)
          .thenComparing(Waiting::counters)
          .thenComparing(Waiting::name);

  enum Kind {
    EXTERNAL_TASK,
    USER_TASK,
    MESSAGE,
    SIGNAL,
    JOB
  }

  /**
   * The loop counters around an execution. At Camunda, the body of a sequential activity has one,
   * and events around it would show that.
   *
   * @param executions by id: its own, the one around it, and its loop counter
   */
  static String counters(String kind, Map<String, List<String>> executions, String id) {
    if (Kind.valueOf(kind) == Kind.MESSAGE || Kind.valueOf(kind) == Kind.SIGNAL) {
      return "";
    }
    StringBuilder counters = new StringBuilder();
    for (List<String> row = executions.get(id); row != null; row = executions.get(row.get(1))) {
      if (row.get(2) != null) {
        counters.append(' ').append(row.get(2));
      }
    }
    return counters.toString();
  }

  /** In the same order on both engines. */
  static List<Waiting> inOrder(List<Waiting> all) {
    return all.stream().map(each -> each.withoutOnlyFlow(all)).sorted(ORDER).toList();
  }

  // Which flow a job takes is known on both engines only where there is a choice.
  private Waiting withoutOnlyFlow(List<Waiting> all) {
    if (kind != Kind.JOB) {
      return this;
    }
    boolean isOneOfSeveral =
        all.stream()
            .filter(each -> each.kind == kind && each.element.equals(element))
            .anyMatch(each -> !each.name.equals(name));
    return isOneOfSeveral ? this : new Waiting(kind, element, counters, id, "", executionId);
  }

  /** The same on both engines. */
  String key() {
    return "%s %s%s %s".formatted(kind, element, counters, name == null ? "" : name).strip();
  }
}
