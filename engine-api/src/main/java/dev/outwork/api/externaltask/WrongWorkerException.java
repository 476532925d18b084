package dev.outwork.api.externaltask;

import dev.outwork.api.BadUserRequestException;

/** The task is locked by another worker, or not locked at all. REST API: status 400. */
public class WrongWorkerException extends BadUserRequestException {
  private static final long serialVersionUID = 1L;

  public WrongWorkerException(String message) {
    super(message);
  }
}
