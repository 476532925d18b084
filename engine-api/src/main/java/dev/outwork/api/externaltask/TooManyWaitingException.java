package dev.outwork.api.externaltask;

import dev.outwork.api.ProcessEngineException;

/**
 * More workers wait than the engine is configured for. REST API: status 503 with {@code
 * Retry-After}.
 */
public class TooManyWaitingException extends ProcessEngineException {
  private static final long serialVersionUID = 1L;

  public TooManyWaitingException(String message) {
    super(message);
  }
}
