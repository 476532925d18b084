package dev.outwork.api.task;

import dev.outwork.api.ProcessEngineException;

/** Somebody wants to claim a task that somebody else has. On the wire: status 500. */
public class TaskAlreadyClaimedException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public TaskAlreadyClaimedException(String message) {
    super(message);
  }
}
