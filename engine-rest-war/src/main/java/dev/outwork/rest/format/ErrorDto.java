package dev.outwork.rest.format;

import dev.outwork.api.ProcessEngineException;

/**
 * The body of every unsuccessful answer (docs/rest-api.md, "Errors").
 *
 * @param message never null
 * @param code null if the engine was not involved
 */
public record ErrorDto(String type, String message, Integer code) {
  public ErrorDto {
    message = message == null ? "" : message;
  }

  static ErrorDto of(ProcessEngineException failure) {
    return new ErrorDto(failure.getClass().getSimpleName(), failure.getMessage(), failure.code());
  }
}
