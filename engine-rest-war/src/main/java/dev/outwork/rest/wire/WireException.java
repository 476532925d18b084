package dev.outwork.rest.wire;

import dev.outwork.api.ProcessEngineException;

/** A refusal with the status and the type that the wire demands at one endpoint. */
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

  /** The request cannot be understood or honoured as it stands: status 400. */
  public static WireException invalidRequest(String message) {
    return invalidRequest(400, message);
  }

  public static WireException invalidRequest(int status, String message) {
    return new WireException(status, "InvalidRequestException", message, null, null);
  }

  public static WireException rest(int status, String message) {
    return new WireException(status, "RestException", message, null, null);
  }

  /** The path takes no such request, with the reference's words before the reason: status 405. */
  public static WireException notAllowed(String reason) {
    return new WireException(
        405, "NotAllowedException", "HTTP 405 Method Not Allowed: " + reason, null, null);
  }

  /** The engine's own words, with the status that this endpoint gives them. */
  public static WireException rest(int status, ProcessEngineException cause) {
    return rest(status, "", cause);
  }

  /** The same after a prefix that says what was asked. */
  public static WireException rest(int status, String prefix, ProcessEngineException cause) {
    return new WireException(
        status, "RestException", prefix + cause.getMessage(), cause.code(), cause);
  }

  /** The same refusal after a prefix that says what was asked. */
  public WireException after(String prefix) {
    return new WireException(status, type, prefix + getMessage(), code, this);
  }

  public int status() {
    return status;
  }

  /** The body that goes with the status. */
  public ErrorDto body() {
    return new ErrorDto(type, getMessage(), code);
  }
}
