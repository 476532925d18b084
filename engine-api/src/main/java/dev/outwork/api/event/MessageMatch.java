package dev.outwork.api.event;

import dev.outwork.api.variable.TypedValue;
import java.util.Map;

/**
 * Conditions on the receiver of a message. All but the tenant apply to waiting executions; a new
 * instance takes the business key over.
 *
 * @param businessKey of the process instance; null for any
 * @param processInstanceId null for any; if set, the message starts no instance
 * @param correlationKeys variables of the process instance, all of which must be equal
 * @param localCorrelationKeys variables of the waiting execution itself, all of which must be equal
 */
public record MessageMatch(
    String businessKey,
    String processInstanceId,
    Map<String, TypedValue> correlationKeys,
    Map<String, TypedValue> localCorrelationKeys,
    TenantMatch tenant) {
  public static final MessageMatch ANY =
      new MessageMatch(null, null, Map.of(), Map.of(), TenantMatch.ANY);

  public MessageMatch {
    correlationKeys = Map.copyOf(correlationKeys);
    localCorrelationKeys = Map.copyOf(localCorrelationKeys);
  }

  public static MessageMatch businessKey(String businessKey) {
    return new MessageMatch(businessKey, null, Map.of(), Map.of(), TenantMatch.ANY);
  }

  public static MessageMatch processInstance(String processInstanceId) {
    return new MessageMatch(null, processInstanceId, Map.of(), Map.of(), TenantMatch.ANY);
  }

  public static MessageMatch keys(Map<String, TypedValue> correlationKeys) {
    return new MessageMatch(null, null, correlationKeys, Map.of(), TenantMatch.ANY);
  }

  public static MessageMatch localKeys(Map<String, TypedValue> localCorrelationKeys) {
    return new MessageMatch(null, null, Map.of(), localCorrelationKeys, TenantMatch.ANY);
  }

  public static MessageMatch tenant(TenantMatch tenant) {
    return new MessageMatch(null, null, Map.of(), Map.of(), tenant);
  }
}
