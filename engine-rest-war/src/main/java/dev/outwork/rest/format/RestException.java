package dev.outwork.rest.format;

import dev.outwork.api.ProcessEngineException;

/** A refusal with the status and type that the endpoint requires. */
public final class RestException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String type;
  private final Integer code;

  private RestException(int status, String type, String message, Integer code, Throwable cause) {
    super(message, cause);
    this.status = status;
    this.type = type;
    this.code = code;
  }

  /** The request cannot be read or fulfilled: status 400. */
  public static RestException invalidRequest(String message) {
    return invalidRequest(400, message);
  }

  public static RestException invalidRequest(int status, String message) {
    return new RestException(status, "InvalidRequestException", message, null, null);
  }

  public static RestException rest(int status, String message) {
    return new RestException(status, "RestException", message, null, null);
  }

  /**
   * The path does not support the request: status 405, with Camunda 7's wording before the reason.
   */
  public static RestException notAllowed(String reason) {
    return new RestException(
        405, "NotAllowedException", "HTTP 405 Method Not Allowed: " + reason, null, null);
  }

  /** The message of the engine, with the status of this endpoint. */
  public static RestException rest(int status, ProcessEngineException cause) {
    return rest(status, "", cause);
  }

  /** The message of the engine after a prefix. */
  public static RestException rest(int status, String prefix, ProcessEngineException cause) {
    return new RestException(
        status, "RestException", prefix + cause.getMessage(), cause.code(), cause);
  }

  /** This refusal with a prefix. */
  public RestException after(String prefix) {
    return new RestException(status, type, prefix + getMessage(), code, this);
  }

  public int status() {
    return status;
  }

  /** The body of the answer. */
  public ErrorDto body() {
    return new ErrorDto(type, getMessage(), code);
  }
}
