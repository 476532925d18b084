package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Ids;
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

  void created(List<TaskRow> tasks, Instant now) {
    append("CREATED", tasks, now);
  }

  void successful(List<TaskRow> tasks, Instant now) {
    append("SUCCESSFUL", tasks, now);
  }

  void deleted(List<TaskRow> tasks, Instant now) {
    append("DELETED", tasks, now);
  }

  /** Returns the id of the line. Retries are those from before the report (wire section 4.3). */
  String failed(TaskRow task, String errorMessage, String errorDetails, Instant now) {
    ExternalTaskLogStore.Line line = line("FAILED", task, errorMessage, errorDetails, now);
    log.append(List.of(line));
    return line.id();
  }

  private void append(String kind, List<TaskRow> tasks, Instant now) {
    log.append(
        tasks.stream().map(task -> line(kind, task, task.errorMessage(), null, now)).toList());
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
