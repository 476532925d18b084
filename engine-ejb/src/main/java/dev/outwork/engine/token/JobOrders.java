package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.Async;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.FlowNode;
import java.time.Instant;

/** Makes the orders for jobs. */
final class JobOrders {
  private JobOrders() {}

  /** An event happens to {@code waiting} when it is due; {@code repeat} may be null. */
  static JobOrder ofTimer(CatchingNode event, Activity waiting, Instant dueAt, String repeat) {
    return of(JobOrder.Type.TIMER, event, event.eventId(), waiting, dueAt, repeat);
  }

  /** {@code node} is what the job acts on, {@code waiting} what waits for it. */
  static JobOrder of(JobOrder.Type type, FlowNode node, Activity waiting, Instant dueAt) {
    return of(type, node, node.id(), waiting, dueAt, null);
  }

  private static JobOrder of(
      JobOrder.Type type,
      FlowNode node,
      String activityId,
      Activity waiting,
      Instant dueAt,
      String repeat) {
    // Before it has entered its node a token has no variables of its own, nor has it a place in
    // the model but its scope.
    Async async = node.info().async();
    Evaluator evaluator = Evaluator.of(waiting.running());
    return new JobOrder(
        waiting.id(),
        activityId,
        type,
        dueAt,
        repeat,
        evaluator.priority(async.priority(), "the job priority", waiting),
        evaluator
            .text(async.retryTimeCycle(), "the failedJobRetryTimeCycle", waiting)
            .orElse(null));
  }
}
