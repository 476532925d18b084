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
    return builder(topicName, lockDuration).build();
  }

  /** A topic to which filters are added; as it is, it matches all tasks. */
  public static Builder builder(String topicName, Duration lockDuration) {
    return new Builder(topicName, lockDuration);
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

  /** Adds filters, and what to return, each by the name of its component. */
  public static final class Builder {
    private final String topicName;
    private final Duration lockDuration;
    private List<String> variables;
    private boolean localVariables;
    private boolean includeExtensionProperties;
    private String businessKey;
    private List<String> processDefinitionIds = List.of();
    private List<String> processDefinitionKeys = List.of();
    private String processDefinitionVersionTag;
    private Map<String, TypedValue> processVariables = Map.of();
    private List<String> tenantIds = List.of();
    private boolean withoutTenantId;

    private Builder(String topicName, Duration lockDuration) {
      this.topicName = topicName;
      this.lockDuration = lockDuration;
    }

    public Builder variables(List<String> variables) {
      this.variables = variables;
      return this;
    }

    public Builder localVariables(boolean localVariables) {
      this.localVariables = localVariables;
      return this;
    }

    public Builder includeExtensionProperties(boolean includeExtensionProperties) {
      this.includeExtensionProperties = includeExtensionProperties;
      return this;
    }

    public Builder businessKey(String businessKey) {
      this.businessKey = businessKey;
      return this;
    }

    public Builder processDefinitionIds(List<String> processDefinitionIds) {
      this.processDefinitionIds = processDefinitionIds;
      return this;
    }

    public Builder processDefinitionKeys(List<String> processDefinitionKeys) {
      this.processDefinitionKeys = processDefinitionKeys;
      return this;
    }

    public Builder processDefinitionVersionTag(String processDefinitionVersionTag) {
      this.processDefinitionVersionTag = processDefinitionVersionTag;
      return this;
    }

    public Builder processVariables(Map<String, TypedValue> processVariables) {
      this.processVariables = processVariables;
      return this;
    }

    public Builder tenantIds(List<String> tenantIds) {
      this.tenantIds = tenantIds;
      return this;
    }

    public Builder withoutTenantId(boolean withoutTenantId) {
      this.withoutTenantId = withoutTenantId;
      return this;
    }

    public Topic build() {
      return new Topic(
          topicName,
          lockDuration,
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
  }
}
