package dev.outwork.api.externaltask;

import dev.outwork.api.variable.TypedValue;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * One topic of a fetch: lock duration, filters, and the data to return. Filters that are null or
 * empty restrict nothing; all others must match.
 *
 * @param topicName required
 * @param lockDuration required, more than zero
 * @param variables names of the variables to return; null for all, empty for none
 * @param localVariables whether only variables of the task's own scope are returned
 * @param includeExtensionProperties whether the element's {@code camunda:properties} are returned
 * @param businessKey of the process instance; null for any
 * @param processDefinitionIds any of these, if not empty
 * @param processDefinitionKeys any of these, if not empty
 * @param processDefinitionVersionTag null for any
 * @param processVariables one of these variables of the process instance must be equal, if not
 *     empty
 * @param tenantIds any of these, if not empty
 * @param withoutTenantId whether the task must have no tenant; {@code tenantIds} take precedence
 */
public record Topic(
    String topicName,
    Duration lockDuration,
    List<String> variables,
    boolean localVariables,
    boolean includeExtensionProperties,
    String businessKey,
    List<String> processDefinitionIds,
    List<String> processDefinitionKeys,
    String processDefinitionVersionTag,
    Map<String, TypedValue> processVariables,
    List<String> tenantIds,
    boolean withoutTenantId) {
  public Topic {
    variables = variables == null ? null : List.copyOf(variables);
    processDefinitionIds = List.copyOf(processDefinitionIds);
    processDefinitionKeys = List.copyOf(processDefinitionKeys);
    processVariables = Map.copyOf(processVariables);
    tenantIds = List.copyOf(tenantIds);
  }

  /** All tasks of the topic, with all their variables. */
  public static Topic of(String topicName, Duration lockDuration) {
    return new Topic(
        topicName,
        lockDuration,
        null,
        false,
        false,
        null,
        List.of(),
        List.of(),
        null,
        Map.of(),
        List.of(),
        false);
  }

  /** This topic with another lock duration. */
  public Topic lockedFor(Duration duration) {
    return new Topic(
        topicName,
        duration,
        variables,
        localVariables,
        includeExtensionProperties,
        businessKey,
        processDefinitionIds,
        processDefinitionKeys,
        processDefinitionVersionTag,
        processVariables,
        tenantIds,
        withoutTenantId);
  }

  /** Whether the topic has no filters, so that every task of it matches. */
  public boolean takesAnyTask() {
    return businessKey == null
        && processDefinitionIds.isEmpty()
        && processDefinitionKeys.isEmpty()
        && processDefinitionVersionTag == null
        && processVariables.isEmpty()
        && tenantIds.isEmpty()
        && !withoutTenantId;
  }
}
