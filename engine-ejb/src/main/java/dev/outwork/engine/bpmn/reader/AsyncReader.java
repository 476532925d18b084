package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.bpmn.Async;
import dev.outwork.engine.bpmn.RetryTimeCycle;
import dev.outwork.engine.expression.Expression;

/**
 * Reads the asynchronous continuations of a node, and the retries of its jobs (docs/rest-api.md,
 * "Transactions").
 */
final class AsyncReader {
  private final ExpressionReader texts;
  private final Expression processPriority;

  /** {@code processPriority} is null if the process has none. */
  AsyncReader(ExpressionReader texts, Expression processPriority) {
    this.texts = texts;
    this.processPriority = processPriority;
  }

  /** For a node, or for the body of a multi-instance activity. */
  Async of(Element node) {
    return read(node, node, node);
  }

  /** For each instance of a multi-instance activity. */
  Async ofInstance(Element activity, Element loop) {
    boolean retriesOfItsOwn =
        loop.extensions("camunda:failedJobRetryTimeCycle").findAny().isPresent();
    return read(activity, loop, retriesOfItsOwn ? loop : activity);
  }

  private Async read(Element node, Element borders, Element retries) {
    boolean before = borders.isTrue("camunda:asyncBefore") || borders.isTrue("camunda:async");
    boolean after = borders.isTrue("camunda:asyncAfter");
    Expression own = texts.number(node, node, "camunda:jobPriority");
    Expression priority = own == null ? processPriority : own;
    Expression cycle = retryTimeCycle(node, retries);
    return !before && !after && priority == null && cycle == null
        ? Async.NONE
        : new Async(before, after, priority, cycle);
  }

  private Expression retryTimeCycle(Element node, Element holder) {
    Expression cycle =
        holder
            .extensions("camunda:failedJobRetryTimeCycle")
            .map(element -> element.text().strip())
            .filter(text -> !text.isEmpty())
            .findFirst()
            .flatMap(text -> texts.expression(node, "a camunda:failedJobRetryTimeCycle", text))
            .orElse(null);
    if (cycle != null) {
      texts.checkConstant(node, cycle, value -> RetryTimeCycle.parse(value.toString()));
    }
    return cycle;
  }
}
