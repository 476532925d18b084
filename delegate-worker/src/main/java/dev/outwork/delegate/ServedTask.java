package dev.outwork.delegate;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * The part of {@code DelegateTask} that a worker can serve: the user task itself does not exist
 * yet, or has ended, while its listener works.
 */
final class ServedTask extends ServedScope {
  private final DelegateExecution execution;

  ServedTask(CodeTask task, WrittenVariables variables, DelegateExecution execution) {
    super(task, variables);
    this.execution = execution;
  }

  public String getVariableScopeKey() {
    return "task";
  }

  public String getTaskDefinitionKey() {
    return task().elementId();
  }

  public String getName() {
    return elementName();
  }

  public String getExecutionId() {
    return task().executionId();
  }

  public DelegateExecution getExecution() {
    return execution;
  }

  @Override
  public String toString() {
    return "Task[%s]".formatted(task().elementId());
  }
}
