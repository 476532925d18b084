package dev.outwork.delegate;

import dev.outwork.api.deployment.CodeProperty;

/** What of {@code DelegateExecution} a worker can serve. */
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

  /** Of the flow, if the code is on one. */
  public String getCurrentTransitionId() {
    return task().property(CodeProperty.TRANSITION);
  }

  /** That of a step is not the element's, which a worker does not learn. */
  public String getActivityInstanceId() {
    if (task().isStep()) {
      throw new UnsupportedOperationException(
          "DelegateExecution.getActivityInstanceId cannot be served to a listener by a worker outside the engine");
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
