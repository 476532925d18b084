package dev.outwork.api.event;

import dev.outwork.api.ProcessEngineException;

/** A message is meant for one, and nobody or several would get it. On the wire: status 400. */
public class MismatchingMessageCorrelationException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public MismatchingMessageCorrelationException(String message) {
    super(message);
  }
}
