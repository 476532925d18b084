package dev.outwork.engine.token;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.engine.database.Ids;

/**
 * The attributes of a process instance that do not change while its tokens move.
 *
 * @param businessKey may be null
 * @param tenantId may be null
 */
public record Instance(
    String id,
    Definition definition,
    String businessKey,
    String tenantId,
    boolean suspended,
    Hierarchy hierarchy) {
  private static final int MAX_BUSINESS_KEY_LENGTH = 255;

  /**
   * What it has of its process definition.
   *
   * @param versionTag may be null
   */
  public record Definition(String id, String key, String versionTag) {
    private static Definition of(ProcessDefinition definition) {
      return new Definition(definition.id(), definition.key(), definition.versionTag());
    }
  }

  /**
   * Its place among the instances that call each other.
   *
   * @param rootId the root of its call hierarchy; its own id if it was not called
   * @param superId the calling instance; null if it was not called
   * @param superActivityId the call activity that waits for it; null if it was not called
   */
  public record Hierarchy(String rootId, String superId, String superActivityId) {}

  /**
   * A new root instance.
   *
   * @param businessKey may be null
   */
  public static Instance begun(ProcessDefinition definition, String businessKey) {
    checkBusinessKey(businessKey);
    String id = Ids.next();
    return new Instance(
        id,
        Definition.of(definition),
        businessKey,
        definition.tenantId(),
        false,
        new Hierarchy(id, null, null));
  }

  /**
   * A new instance that this one calls. A definition without tenant is shared: the called instance
   * belongs to the caller's tenant.
   *
   * @param businessKey may be null
   * @param callActivityInstanceId the call activity that waits for it
   */
  Instance calls(ProcessDefinition called, String businessKey, String callActivityInstanceId) {
    checkBusinessKey(businessKey);
    return new Instance(
        Ids.next(),
        Definition.of(called),
        businessKey,
        called.tenantId() == null ? tenantId : called.tenantId(),
        false,
        new Hierarchy(rootId(), id, callActivityInstanceId));
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

  /** Whether it was not called by another instance. */
  public boolean isRoot() {
    return superId() == null;
  }

  public String definitionId() {
    return definition.id;
  }

  public String definitionKey() {
    return definition.key;
  }

  public String versionTag() {
    return definition.versionTag;
  }

  public String rootId() {
    return hierarchy.rootId;
  }

  public String superId() {
    return hierarchy.superId;
  }

  public String superActivityId() {
    return hierarchy.superActivityId;
  }
}
