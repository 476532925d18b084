package dev.outwork.engine.token;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Ids;

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
  private static final int MAX_BUSINESS_KEY_LENGTH = 255;

  /**
   * A new instance that nothing called.
   *
   * @param businessKey may be null
   */
  public static Instance begun(ProcessDefinition definition, String businessKey) {
    checkBusinessKey(businessKey);
    String id = Ids.next();
    return new Instance(
        id,
        definition.id(),
        definition.key(),
        definition.versionTag(),
        businessKey,
        definition.tenantId(),
        false,
        id,
        null,
        null);
  }

  /**
   * A new instance that this one calls. A definition without a tenant is shared: the called
   * instance belongs to the caller's tenant.
   *
   * @param businessKey may be null
   * @param callActivityInstanceId the call activity that waits for it
   */
  Instance calls(ProcessDefinition called, String businessKey, String callActivityInstanceId) {
    checkBusinessKey(businessKey);
    return new Instance(
        Ids.next(),
        called.id(),
        called.key(),
        called.versionTag(),
        businessKey,
        called.tenantId() == null ? tenantId : called.tenantId(),
        false,
        rootId,
        id,
        callActivityInstanceId);
  }

  private static void checkBusinessKey(String businessKey) {
    if (businessKey != null && businessKey.length() > MAX_BUSINESS_KEY_LENGTH) {
      throw new ProcessEngineException(
          "Cannot start a process instance with a business key of %d characters: at most %d are allowed"
              .formatted(businessKey.length(), MAX_BUSINESS_KEY_LENGTH),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
  }

  /** Whether nothing called it. */
  public boolean isRoot() {
    return superId == null;
  }
}
