package dev.outwork.rest.externaltask;

import dev.outwork.api.externaltask.Failure;
import dev.outwork.rest.variable.VariableReader;
import dev.outwork.rest.variable.VariableValueDto;
import java.time.Duration;
import java.util.Map;

/** Requests of workers and administrators on one task (docs/rest-api.md, "External tasks"). */
final class ExternalTaskRequests {
  private ExternalTaskRequests() {}

  record CompleteDto(
      String workerId,
      Map<String, VariableValueDto> variables,
      Map<String, VariableValueDto> localVariables) {}

  record FailureDto(
      String workerId,
      String errorMessage,
      String errorDetails,
      int retries,
      long retryTimeout,
      Map<String, VariableValueDto> variables,
      Map<String, VariableValueDto> localVariables) {

    Failure toFailure() {
      return failure(errorMessage, errorDetails, retries, retryTimeout, variables, localVariables);
    }
  }

  static Failure failure(
      String errorMessage,
      String errorDetails,
      int retries,
      long retryTimeout,
      Map<String, VariableValueDto> variables,
      Map<String, VariableValueDto> localVariables) {
    return new Failure(
        errorMessage,
        errorDetails,
        retries,
        Duration.ofMillis(retryTimeout),
        VariableReader.readAll(variables),
        VariableReader.readAll(localVariables));
  }

  record BpmnErrorDto(
      String workerId,
      String errorCode,
      String errorMessage,
      Map<String, VariableValueDto> variables) {

    /** An empty message counts as null. */
    String messageOrNull() {
      return errorMessage == null || errorMessage.isEmpty() ? null : errorMessage;
    }
  }

  record LockDto(String workerId, long lockDuration) {}

  record ExtendLockDto(String workerId, long newDuration) {}

  record RetriesDto(Integer retries) {}

  record PriorityDto(Long priority) {}
}
