package dev.outwork.engine.token.random;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;

/**
 * The task before a gateway, in which a worker chooses the way. The choice is a variable, read in
 * the transaction that completes the task: so it does no harm that it is seen everywhere.
 */
final class Decision {
  private static final String SUFFIX = "_d";

  private Decision() {}

  static String taskOf(String id) {
    return id + SUFFIX;
  }

  /** Draws the task and the flow to the node that it decides about. */
  static void draw(Drawing drawing, String id) {
    drawing.task(taskOf(id), "", Activity.Repetition.NONE);
    drawing.flow(taskOf(id), id);
  }

  /** The variable. */
  static String of(String id) {
    return "choice_" + id;
  }

  /** A condition: this choice was made. */
  static String is(String id, int choice) {
    return "${%s == %d}".formatted(of(id), choice);
  }

  static void play(Reference reference, Region in, String id, int choices, IntConsumer then) {
    Region own = in.inside(taskOf(id));
    reference.work(
        own,
        taskOf(id),
        choices,
        choice -> {
          own.end();
          then.accept(choice);
        });
  }

  /** The variable that the worker of a task sets; empty for one without a decision. */
  static Optional<String> decidedAt(String taskId) {
    return taskId.endsWith(SUFFIX)
        ? Optional.of(of(taskId.substring(0, taskId.length() - SUFFIX.length())))
        : Optional.empty();
  }

  /** The variables of a worker's report on any task. */
  static Map<String, TypedValue> variables(String taskId, int choice) {
    return decidedAt(taskId).map(name -> Map.of(name, TypedValue.integer(choice))).orElse(Map.of());
  }
}
