package dev.outwork.engine.instance;

/**
 * The attributes of a process instance that do not change while its tokens move.
 *
 * @param versionTag of its definition, may be null
 * @param businessKey may be null
 * @param tenantId may be null
 * @param rootId the root of its call hierarchy; its own id if it was not called
 * @param superId the calling instance; null if it was not called
 * @param superActivityId the call activity that waits for it; null if it was not called
 */
public record Instance(
    String id,
    String definitionId,
    String definitionKey,
    String versionTag,
    String businessKey,
    String tenantId,
    boolean suspended,
    String rootId,
    String superId,
    String superActivityId) {
  /** Whether it was not called by another instance. */
  public boolean isRoot() {
    return superId == null;
  }
}
