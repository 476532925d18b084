package dev.outwork.api.history;

import dev.outwork.api.ListQuery;
import java.util.List;

/**
 * The operation log: who did what by hand (docs/rest-api.md, "Operation log"). It has what was done
 * on behalf of a user, see {@link dev.outwork.api.identity.AuthenticatedUser}, and nothing of what
 * workers report.
 */
public interface UserOperationService {
  List<UserOperation> userOperations(ListQuery<UserOperationFilter, UserOperationSort> query);

  long countUserOperations(ListQuery<UserOperationFilter, UserOperationSort> query);

  /**
   * Annotates all entries of an operation.
   *
   * @param annotation at most 4000 characters; null to remove it
   * @throws dev.outwork.api.BadUserRequestException if there is no such operation
   */
  void setAnnotation(String operationId, String annotation);

  /**
   * Removes the annotation of an operation.
   *
   * @throws dev.outwork.api.BadUserRequestException if there is no such operation
   */
  void clearAnnotation(String operationId);
}
