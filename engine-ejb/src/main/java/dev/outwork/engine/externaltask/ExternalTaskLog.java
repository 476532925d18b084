package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.history.ExternalTaskLogStore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Writes down what happens to external tasks. */
@ApplicationScoped
class ExternalTaskLog {
  private final ExternalTaskLogStore log;

  /** For the container's proxy. */
  protected ExternalTaskLog() {
    this(null);
  }

  @Inject
  ExternalTaskLog(ExternalTaskLogStore log) {
    this.log = log;
  }

  void created(List<TaskRow> tasks, Instant now, Writes writes) {
    append("CREATED", tasks, now, writes);
  }

  void successful(List<TaskRow> tasks, Instant now, Writes writes) {
    append("SUCCESSFUL", tasks, now, writes);
  }

  void deleted(List<TaskRow> tasks, Instant now, Writes writes) {
    append("DELETED", tasks, now, writes);
  }

  /**
   * Returns the id of the line. Retries are those from before the report (docs/rest-api.md,
   * "Processing of a failure").
   */
  String failed(
      TaskRow task, String errorMessage, String errorDetails, Instant now, Writes writes) {
    ExternalTaskLogStore.Line line = line("FAILED", task, errorMessage, errorDetails, now);
    log.append(List.of(line), writes);
    return line.id();
  }

  private void append(String kind, List<TaskRow> tasks, Instant now, Writes writes) {
    log.append(tasks.stream().map(task -> line(kind, task, null, null, now)).toList(), writes);
  }

  private static ExternalTaskLogStore.Line line(
      String kind, TaskRow task, String errorMessage, String errorDetails, Instant now) {
    return new ExternalTaskLogStore.Line(
        Ids.next(),
        now,
        kind,
        task.id(),
        task.topicName(),
        task.workerId(),
        task.priority(),
        task.retries(),
        errorMessage,
        errorDetails,
        task.activityId(),
        task.activityInstanceId(),
        task.processInstanceId(),
        task.processDefinitionId(),
        task.definitionKey(),
        task.tenantId());
  }
}
