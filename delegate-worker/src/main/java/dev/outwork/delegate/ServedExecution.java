package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;

/** The part of {@code DelegateExecution} that a worker can serve. */
final class ServedExecution extends ServedScope {
  ServedExecution(CodeTask task, WrittenVariables variables) {
    super(task, variables);
  }

  public String getId() {
    return task().executionId();
  }

  public String getVariableScopeKey() {
    return "execution";
  }

  public String getBusinessKey() {
    return task().businessKey();
  }

  public String getProcessBusinessKey() {
    return task().businessKey();
  }

  public String getCurrentActivityId() {
    return task().elementId();
  }

  public String getCurrentActivityName() {
    return elementName();
  }

  /** The id of the sequence flow if the code is on one, otherwise null. */
  public String getCurrentTransitionId() {
    return task().property(CodeProperty.TRANSITION);
  }

  /** The id of the step is not that of the element, which the worker does not know. */
  public String getActivityInstanceId() {
    if (task().isStep()) {
      throw new UnsupportedOperationException(
          "DelegateExecution.getActivityInstanceId is not available to a listener outside the engine");
    }
    return task().activityInstanceId();
  }

  public boolean isCanceled() {
    return false;
  }

  @Override
  public String toString() {
    return "Execution[%s]".formatted(task().executionId());
  }
}
