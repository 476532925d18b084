package dev.outwork.api.identity;

/** What the caller may do, in the words of Camunda 7 (docs/rest-api.md, "Users"). */
public interface AuthorizationService {
  /**
   * Whether the user of this thread may do something.
   *
   * @param permission such as {@code READ}
   * @param resourceType the number of a kind of resource, such as 6 for process definitions
   * @param resourceId such as the key of a definition; null or {@code *} for all resources of the
   *     kind
   * @throws dev.outwork.api.BadUserRequestException if there is no such kind of resource, or no
   *     such permission
   */
  boolean isAuthorized(String permission, int resourceType, String resourceId);
}
