package dev.outwork.api.task;

/**
 * The relation of a user or a group to a task.
 *
 * @param userId null if it is a group
 * @param groupId null if it is a user
 * @param type {@link #ASSIGNEE}, {@link #OWNER}, {@link #CANDIDATE} or a type of the caller's own
 */
public record IdentityLink(String userId, String groupId, String type) {
  public static final String ASSIGNEE = "assignee";
  public static final String OWNER = "owner";
  public static final String CANDIDATE = "candidate";

  /** A link to a user. */
  public static IdentityLink user(String userId, String type) {
    return new IdentityLink(userId, null, type);
  }

  /** A link to a group. */
  public static IdentityLink group(String groupId, String type) {
    return new IdentityLink(null, groupId, type);
  }
}
