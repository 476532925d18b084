package dev.outwork.rest.wire;

import dev.outwork.api.ProcessEngineException;

/** A refusal with the status and type that the endpoint requires. */
public final class WireException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final Integer code;

  private WireException(int status, String type, String message, Integer code, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.type = type;
    this.code = code;
  }

  /** The request cannot be read or fulfilled: status 400. */
  public static WireException invalidRequest(String message) {
    return invalidRequest(400, message);
  }

  public static WireException invalidRequest(int status, String message) {
    return new WireException(status, "InvalidRequestException", message, null, null);
  }

  public static WireException rest(int status, String message) {
    return new WireException(status, "RestException", message, null, null);
  }

  /**
   * The path does not support the request: status 405, with Camunda 7's wording before the reason.
   */
  public static WireException notAllowed(String reason) {
    return new WireException(
        405, "NotAllowedException", "HTTP 405 Method Not Allowed: " + reason, null, null);
  }

  /** The message of the engine, with the status of this endpoint. */
  public static WireException rest(int status, ProcessEngineException cause) {
    return rest(status, "", cause);
  }

  /** The message of the engine after a prefix. */
  public static WireException rest(int status, String prefix, ProcessEngineException cause) {
    return new WireException(
        status, "RestException", prefix + cause.getMessage(), cause.code(), cause);
  }

  /** This refusal with a prefix. */
  public WireException after(String prefix) {
    return new WireException(status, type, prefix + getMessage(), code, this);
  }

  public int status() {
    return status;
  }

  /** The body of the answer. */
  public ErrorDto body() {
    return new ErrorDto(type, getMessage(), code);
  }
}
