package dev.outwork.api.event;

import dev.outwork.api.ProcessEngineException;

/**
 * A message is meant for one receiver, but there is none or more than one. REST API: status 400.
 */
public class MismatchingMessageCorrelationException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public MismatchingMessageCorrelationException(String message) {
    super(message);
  }
}
