package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.expression.ExecutionProperty;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.ExpressionException;
import dev.outwork.engine.expression.ExternalTaskProperty;
import java.util.List;
import java.util.Optional;

/** Refuses expressions that read an unknown property of an execution or a task. */
final class Properties {
  private Properties() {}

  /** Throws {@link ExpressionException} if the execution has no such property. */
  static void checkExecution(Expression expression) {
    for (List<String> parts : expression.partsOf(ExecutionProperty.EXECUTION)) {
      Optional<ExecutionProperty> property = Optional.of(ExecutionProperty.PROCESS_INSTANCE);
      for (String part : parts) {
        if (property.orElseThrow() != ExecutionProperty.PROCESS_INSTANCE) {
          break;
        }
        property = ExecutionProperty.of(part);
        if (property.isEmpty()) {
          throw refusal(expression, part, "an execution", ExecutionProperty.names());
        }
      }
    }
  }

  /** Throws {@link ExpressionException} if the task has no such property. */
  static void checkExternalTask(Expression expression) {
    for (List<String> parts : expression.partsOf(ExternalTaskProperty.EXTERNAL_TASK)) {
      if (!parts.isEmpty() && ExternalTaskProperty.of(parts.get(0)).isEmpty()) {
        throw refusal(expression, parts.get(0), "an external task", ExternalTaskProperty.names());
      }
    }
  }

  /** Throws {@link ExpressionException} if the task is used outside an error event definition. */
  static void checkNoTask(Expression expression) {
    if (expression.callsExternalTask()) {
      throw new ExpressionException(
          "Expression '%s' reads the external task, which is available in error event definitions only"
              .formatted(expression.text()));
    }
  }

  private static ExpressionException refusal(
      Expression expression, String part, String what, String names) {
    return new ExpressionException(
        "Expression '%s' reads the property '%s', which %s does not have: use one of %s"
            .formatted(expression.text(), part, what, names));
  }
}
