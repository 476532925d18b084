package dev.outwork.engine.externaltask;

import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.database.Writes;
import java.time.Instant;
import java.util.List;

/** Writes down what happens to external tasks; history reads it. */
final class TaskLog {
  private static final Insert<Line> APPEND =
      Insert.<Line>into("external_task_log")
          .column("id", Line::id)
          .column("logged_at", Line::at)
          .column("kind", Line::kind)
          .column("external_task_id", line -> line.task.id())
          .column("topic_name", line -> line.task.topicName())
          .column("worker_id", line -> line.task.workerId())
          .column("priority", line -> line.task.priority())
          .column("retries", line -> line.task.retries())
          .column("error_message", Line::errorMessage)
          .column("error_details", Line::errorDetails)
          .column("activity_id", line -> line.task.activityId())
          .column("activity_instance_id", line -> line.task.activityInstanceId())
          .column("process_instance_id", line -> line.task.processInstanceId())
          .column("tenant_id", line -> line.task.tenantId());

  private enum Kind {
    CREATED,
    FAILED,
    SUCCESSFUL,
    DELETED
  }

  private record Line(
      String id, Instant at, Kind kind, TaskRow task, String errorMessage, String errorDetails) {
    static Line of(Kind kind, TaskRow task, Instant now) {
      return new Line(Ids.next(), now, kind, task, null, null);
    }
  }

  private TaskLog() {}

  /** This line has the id of its task: by it, history finds the instance of a task that is gone. */
  static void created(List<TaskRow> tasks, Instant now, Writes writes) {
    writes.insert(
        APPEND,
        tasks.stream()
            .map(task -> new Line(task.id(), now, Kind.CREATED, task, null, null))
            .toList());
  }

  static void successful(List<TaskRow> tasks, Instant now, Writes writes) {
    append(Kind.SUCCESSFUL, tasks, now, writes);
  }

  static void deleted(List<TaskRow> tasks, Instant now, Writes writes) {
    append(Kind.DELETED, tasks, now, writes);
  }

  /**
   * Returns the id of the line. Retries are those from before the report (docs/rest-api.md,
   * "Processing of a failure").
   */
  static String failed(
      TaskRow task, String errorMessage, String errorDetails, Instant now, Writes writes) {
    Line line = new Line(Ids.next(), now, Kind.FAILED, task, errorMessage, errorDetails);
    writes.insert(APPEND, List.of(line));
    return line.id();
  }

  private static void append(Kind kind, List<TaskRow> tasks, Instant now, Writes writes) {
    writes.insert(APPEND, tasks.stream().map(task -> Line.of(kind, task, now)).toList());
  }
}
