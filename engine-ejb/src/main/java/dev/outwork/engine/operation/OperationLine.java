package dev.outwork.engine.operation;

import dev.outwork.api.Texts;
import dev.outwork.engine.database.Ids;
import dev.outwork.engine.database.Insert;
import dev.outwork.engine.operation.Operation.Change;
import dev.outwork.engine.operation.Operation.Subject;
import java.time.Instant;

/** A row of the log: an operation with one of its changes. */
record OperationLine(
    String operationId, String user, Instant at, Operation operation, Change change) {
  private static final int MAX_USER_LENGTH = 255;
  private static final int MAX_PROPERTY_LENGTH = 64;
  private static final int MAX_VALUE_LENGTH = 4_000;

  static final Insert<OperationLine> INSERT =
      Insert.<OperationLine>into("user_operation")
          .column("id", line -> Ids.next())
          .column("operation_id", OperationLine::operationId)
          .column("user_id", line -> Texts.cut(line.user, MAX_USER_LENGTH))
          .column("logged_at", OperationLine::at)
          .column("operation_type", line -> line.operation.type())
          .column("entity_type", line -> line.operation.kind().toString())
          .column("category", line -> line.operation.category())
          .column("property", line -> Texts.cut(line.change.property(), MAX_PROPERTY_LENGTH))
          .column("original_value", line -> Texts.cut(line.change.before(), MAX_VALUE_LENGTH))
          .column("new_value", line -> Texts.cut(line.change.after(), MAX_VALUE_LENGTH))
          .column("deployment_id", line -> line.id(Subject.DEPLOYMENT))
          .column("process_definition_id", line -> line.id(Subject.PROCESS_DEFINITION))
          .column("definition_key", line -> line.id(Subject.DEFINITION_KEY))
          .column("root_process_instance_id", line -> line.id(Subject.ROOT_PROCESS_INSTANCE))
          .column("process_instance_id", line -> line.id(Subject.PROCESS_INSTANCE))
          .column("execution_id", line -> line.id(Subject.EXECUTION))
          .column("task_id", line -> line.id(Subject.TASK))
          .column("external_task_id", line -> line.id(Subject.EXTERNAL_TASK))
          .column("job_id", line -> line.id(Subject.JOB))
          .column("batch_id", line -> line.id(Subject.BATCH))
          .column("tenant_id", line -> line.id(Subject.TENANT));

  private String id(Subject subject) {
    return operation.id(subject);
  }
}
