package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.bpmn.TimerTrigger;
import dev.outwork.engine.bpmn.UserTask;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.ExpressionException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Makes the order for the user task of an activity. */
final class UserTaskOrders {
  private static final int DEFAULT_PRIORITY = 50;

  private final Activity activity;
  private final Evaluator evaluator;
  private final ZonedDateTime now;

  private UserTaskOrders(Activity activity, ZonedDateTime now) {
    this.activity = activity;
    this.evaluator = Evaluator.of(activity.running());
    this.now = now;
  }

  static UserTaskOrder of(UserTask task, Activity activity, ZonedDateTime now) {
    return new UserTaskOrders(activity, now).order(task);
  }

  private UserTaskOrder order(UserTask task) {
    return new UserTaskOrder(
        activity.id(),
        task.id(),
        text(task.name(), "the name"),
        text(task.description(), "the description"),
        text(task.assignee(), "the assignee"),
        names(task.candidateUsers(), "the candidate users"),
        names(task.candidateGroups(), "the candidate groups"),
        date(task.dueDate(), "the due date"),
        date(task.followUpDate(), "the follow-up date"),
        priority(task),
        text(task.formKey(), "the form key"),
        activity.running().activities().scopesFrom(activity.id()));
  }

  private String text(Expression expression, String what) {
    return evaluator.text(expression, what, activity).orElse(null);
  }

  private List<String> names(List<Expression> expressions, String what) {
    return expressions.stream()
        .map(expression -> evaluator.evaluate(expression, what, activity))
        .flatMap(UserTaskOrders::each)
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .distinct()
        .toList();
  }

  private static Stream<String> each(Object value) {
    if (value instanceof Collection<?> names) {
      return names.stream().map(String::valueOf);
    }
    return value == null ? Stream.empty() : Arrays.stream(String.valueOf(value).split(","));
  }

  /** A date, or a length of time from now. */
  private Instant date(Expression expression, String what) {
    Object value = evaluator.evaluate(expression, what, activity);
    if (value == null) {
      return null;
    }
    try {
      return Schedule.of(TimerTrigger.Kind.DATE, value, now).dueAt();
    } catch (ExpressionException e) {
      throw evaluator.failed(
          "evaluate " + what + " of " + activity.node().info(), e.getMessage(), e);
    }
  }

  private int priority(UserTask task) {
    Object value = evaluator.evaluate(task.priority(), "the priority", activity);
    if (value == null) {
      return DEFAULT_PRIORITY;
    }
    try {
      return new BigDecimal(String.valueOf(value).strip()).intValueExact();
    } catch (ArithmeticException | NumberFormatException e) {
      throw evaluator.failed(
          "evaluate the priority of " + activity.node().info(),
          "Priority does not resolve to a number of 32 bits",
          e);
    }
  }
}
