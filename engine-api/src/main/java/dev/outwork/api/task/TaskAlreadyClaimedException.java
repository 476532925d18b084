package dev.outwork.api.task;

import dev.outwork.api.ProcessEngineException;

/** A user claims a task that another user has claimed. REST API: status 500. */
public class TaskAlreadyClaimedException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public TaskAlreadyClaimedException(String message) {
    super(message);
  }
}
