package dev.outwork.engine.instance;

/**
 * What stays the same of a process instance while its tokens move.
 *
 * @param versionTag of its definition, may be null
 * @param businessKey may be null
 * @param tenantId may be null
 * @param rootId the outermost instance of the tree of calls that it is in; its own id if nothing
 *     called it
 * @param superId the instance that called it; null if nothing did
 * @param superActivityId the call activity that waits for it; null if nothing called it
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
  /** Whether nothing called it. */
  public boolean isRoot() {
    return superId == null;
  }
}
