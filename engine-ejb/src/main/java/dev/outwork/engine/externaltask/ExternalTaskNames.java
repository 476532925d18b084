package dev.outwork.engine.externaltask;

import dev.outwork.engine.expression.CurrentExternalTask;
import dev.outwork.engine.expression.ExternalTaskProperty;
import dev.outwork.engine.expression.Names;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The task for expressions of error event definitions, such as {@code externalTask.errorMessage}.
 */
final class ExternalTaskNames implements CurrentExternalTask {
  private final TaskRow task;
  private final String errorMessage;
  private final Supplier<String> errorDetails;

  private ExternalTaskNames(TaskRow task, String errorMessage, Supplier<String> errorDetails) {
    this.task = task;
    this.errorMessage = errorMessage;
    this.errorDetails = errorDetails;
  }

  /**
   * @param errorMessage the reported one, or the last one
   * @param errorDetails the reported ones, or the last ones; read only if an expression uses them
   */
  static Names of(TaskRow task, String errorMessage, Supplier<String> errorDetails) {
    return Names.of(
        Map.of(
            ExternalTaskProperty.EXTERNAL_TASK,
            new ExternalTaskNames(task, errorMessage, errorDetails)));
  }

  @Override
  public boolean knows(String name) {
    return ExternalTaskProperty.of(name).isPresent();
  }

  @Override
  public Object value(String name) {
    return switch (ExternalTaskProperty.of(name).orElseThrow()) {
      case ID -> task.id();
      case TOPIC_NAME -> task.topicName();
      case WORKER_ID -> task.workerId();
      case LOCK_EXPIRATION_TIME -> task.lockedUntil();
      case RETRIES -> task.retries();
      case PRIORITY -> task.priority();
      case ERROR_MESSAGE -> errorMessage;
      case ERROR_DETAILS -> errorDetails.get();
      case CREATE_TIME -> task.createdAt();
      case ACTIVITY_ID -> task.activityId();
      case ACTIVITY_INSTANCE_ID -> task.activityId() + ":" + task.activityInstanceId();
      case EXECUTION_ID -> task.activityInstanceId();
      case PROCESS_INSTANCE_ID -> task.processInstanceId();
      case PROCESS_DEFINITION_ID -> task.processDefinitionId();
      case PROCESS_DEFINITION_KEY -> task.definitionKey();
      case PROCESS_DEFINITION_VERSION_TAG -> task.ofInstance().definition().versionTag();
      case BUSINESS_KEY -> task.ofInstance().businessKey();
      case TENANT_ID -> task.tenantId();
    };
  }

  /** In a text. */
  @Override
  public String toString() {
    return ExternalTaskProperty.EXTERNAL_TASK;
  }
}
