package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.expression.Expression;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.SourceJob;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** The timers and asynchronous continuations of an instance. */
final class JobConversion {
  static final String ASYNC_AFTER = "ASYNC_AFTER";

  private static final Set<String> TIMERS =
      Set.of("timer-transition", "timer-intermediate-transition", "timer-start-event-subprocess");

  private final ConvertedInstance instance;
  private final HierarchyRows rows;
  private final Set<String> stoodSuspended;
  private final Instant markedAt;

  /** What a job acts on. */
  private record Action(String type, String executionId, String activityId, FlowNode node) {}

  JobConversion(
      ConvertedInstance instance,
      HierarchyRows rows,
      Set<String> stoodSuspended,
      Instant markedAt) {
    this.instance = instance;
    this.rows = rows;
    this.stoodSuspended = stoodSuspended;
    this.markedAt = markedAt;
  }

  void addTo(List<TargetRow> converted) {
    rows.jobs(instance.id()).forEach(job -> converted.add(row(job)));
  }

  private TargetRow row(SourceJob job) {
    Action action = action(job);
    Instant created = job.timing().createdAt() == null ? markedAt : job.timing().createdAt();
    Instant due = job.timing().dueAt() == null ? created : job.timing().dueAt();
    Repetitions repetitions = Repetitions.of(job.timing().repeat(), due);
    return instance
        .row(TargetTable.JOB, job.id())
        .with("type", action.type())
        .with("execution_id", action.executionId())
        .with("activity_id", action.activityId())
        .with("due_at", due)
        .with("scheduled_at", repetitions.scheduledAt())
        .with("repeat_left", repetitions.left())
        .with("retries", job.retries())
        .with("retry_time_cycle", constant(action.node().info().async().retryTimeCycle()))
        .with("priority", job.priority())
        .with("suspended", instance.suspended() || stoodSuspended.contains(job.id()))
        .with("exception_message", job.failure().message())
        .with(
            "exception_details",
            rows.bytes(job.failure().detailsId())
                .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                .orElse(null))
        .with("failed_activity_id", job.failure().activityId())
        .with("created_at", created);
  }

  private Action action(SourceJob job) {
    String type = job.handler().type();
    if (AsyncJobs.HANDLER.equals(type)) {
      return continuation(job);
    }
    if (TIMERS.contains(type)) {
      return timer(job);
    }
    throw new CannotGoException("it has a job '%s'; wait until that has run".formatted(type));
  }

  private Action continuation(SourceJob job) {
    TokenPlace place = instance.places().leaf(job.executionId(), "a job");
    FlowNode node = place.node();
    boolean isAfter = AsyncJobs.isAfter(job);
    if (isAfter ? !node.info().async().after() : !node.info().async().before()) {
      throw new CannotGoException(
          "it waits at '%s' for a job that the model does not have".formatted(node.id()));
    }
    return new Action(isAfter ? ASYNC_AFTER : "ASYNC_BEFORE", place.id(), node.id(), node);
  }

  private Action timer(SourceJob job) {
    String configuration = String.valueOf(job.handler().configuration());
    FlowNode node =
        instance.definition().model().nodes().get(configuration.replaceFirst("\\$.*", ""));
    if (!(node instanceof CatchingNode) && !(node instanceof StartEvent)) {
      throw new CannotGoException("it has a timer at '%s'".formatted(configuration));
    }
    CatchingNode event = instance.definition().model().catchingNode(node.id());
    String owner =
        instance
            .places()
            .owner(job.executionId())
            .orElseThrow(() -> new CannotGoException("timer '%s' is nowhere".formatted(job.id())));
    return new Action("TIMER", owner, event.eventId(), event);
  }

  private static String constant(Expression expression) {
    String text = expression == null ? null : expression.text();
    return text == null || text.contains("${") || text.contains("#{") ? null : text;
  }
}
