package dev.outwork.ra;

import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.ExternalTaskSubscription;
import dev.outwork.api.worker.RetryPolicy;
import dev.outwork.api.worker.WorkerOptions;
import jakarta.resource.spi.Activation;
import jakarta.resource.spi.ActivationSpec;
import jakarta.resource.spi.ConfigProperty;
import jakarta.resource.spi.InvalidPropertyException;
import jakarta.resource.spi.ResourceAdapter;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * The activation properties of a message-driven bean. They have the names, units and defaults of
 * the members of {@link ExternalTaskSubscription}; lists are separated by commas. The transaction
 * attribute of the bean decides whether it runs in a transaction.
 */
@Activation(messageListeners = ExternalTaskListener.class)
public class ExternalTaskActivationSpec implements ActivationSpec {
  private ResourceAdapter resourceAdapter;

  @ConfigProperty private String topicName;
  @ConfigProperty private Long lockDuration = ExternalTaskSubscription.DEFAULT_LOCK_DURATION;
  @ConfigProperty private Integer maxTasks = ExternalTaskSubscription.DEFAULT_MAX_TASKS;
  @ConfigProperty private Boolean usePriority = true;
  @ConfigProperty private String variables = ExternalTaskSubscription.ALL;
  @ConfigProperty private Boolean localVariables = false;
  @ConfigProperty private Boolean includeExtensionProperties = false;
  @ConfigProperty private String businessKey;
  @ConfigProperty private String processDefinitionKeys;
  @ConfigProperty private String processDefinitionVersionTag;
  @ConfigProperty private String tenantIds;
  @ConfigProperty private Boolean withoutTenantId = false;
  @ConfigProperty private String runAs;
  @ConfigProperty private String retryAttempts;
  @ConfigProperty private String retryDelay;
  @ConfigProperty private String retryMultiplier;
  @ConfigProperty private String retryJitter;
  @ConfigProperty private String retryMaxDelay;

  @Override
  public void validate() throws InvalidPropertyException {
    try {
      toOptions();
    } catch (IllegalArgumentException e) {
      throw new InvalidPropertyException(
          "The activation properties are not valid: " + e.getMessage(), e);
    }
  }

  /** Throws {@link IllegalArgumentException} if a property is not valid. */
  WorkerOptions toOptions() {
    return new WorkerOptions(topic(), maxTasks, usePriority, retryPolicy(), runAs);
  }

  private Topic topic() {
    return Topic.builder(topicName, Duration.ofMillis(lockDuration))
        .variables(ExternalTaskSubscription.ALL.equals(variables) ? null : list(variables))
        .localVariables(localVariables)
        .includeExtensionProperties(includeExtensionProperties)
        .businessKey(businessKey)
        .processDefinitionKeys(list(processDefinitionKeys))
        .processDefinitionVersionTag(processDefinitionVersionTag)
        .tenantIds(list(tenantIds))
        .withoutTenantId(withoutTenantId)
        .build();
  }

  private RetryPolicy retryPolicy() {
    return RetryPolicy.DEFAULT.with(
        option ->
            switch (option) {
              case "retryAttempts" -> retryAttempts;
              case "retryDelay" -> retryDelay;
              case "retryMultiplier" -> retryMultiplier;
              case "retryJitter" -> retryJitter;
              case "retryMaxDelay" -> retryMaxDelay;
              default -> null;
            });
  }

  private static List<String> list(String text) {
    return text == null
        ? List.of()
        : Stream.of(text.split(",")).map(String::strip).filter(part -> !part.isEmpty()).toList();
  }

  @Override
  public ResourceAdapter getResourceAdapter() {
    return resourceAdapter;
  }

  @Override
  public void setResourceAdapter(ResourceAdapter adapter) {
    this.resourceAdapter = adapter;
  }

  public String getTopicName() {
    return topicName;
  }

  public void setTopicName(String topicName) {
    this.topicName = topicName;
  }

  public Long getLockDuration() {
    return lockDuration;
  }

  public void setLockDuration(Long lockDuration) {
    this.lockDuration = lockDuration;
  }

  public Integer getMaxTasks() {
    return maxTasks;
  }

  public void setMaxTasks(Integer maxTasks) {
    this.maxTasks = maxTasks;
  }

  public Boolean isUsePriority() {
    return usePriority;
  }

  public void setUsePriority(Boolean usePriority) {
    this.usePriority = usePriority;
  }

  public String getVariables() {
    return variables;
  }

  public void setVariables(String variables) {
    this.variables = variables;
  }

  public Boolean isLocalVariables() {
    return localVariables;
  }

  public void setLocalVariables(Boolean localVariables) {
    this.localVariables = localVariables;
  }

  public Boolean isIncludeExtensionProperties() {
    return includeExtensionProperties;
  }

  public void setIncludeExtensionProperties(Boolean includeExtensionProperties) {
    this.includeExtensionProperties = includeExtensionProperties;
  }

  public String getBusinessKey() {
    return businessKey;
  }

  public void setBusinessKey(String businessKey) {
    this.businessKey = businessKey;
  }

  public String getProcessDefinitionKeys() {
    return processDefinitionKeys;
  }

  public void setProcessDefinitionKeys(String processDefinitionKeys) {
    this.processDefinitionKeys = processDefinitionKeys;
  }

  public String getProcessDefinitionVersionTag() {
    return processDefinitionVersionTag;
  }

  public void setProcessDefinitionVersionTag(String processDefinitionVersionTag) {
    this.processDefinitionVersionTag = processDefinitionVersionTag;
  }

  public String getTenantIds() {
    return tenantIds;
  }

  public void setTenantIds(String tenantIds) {
    this.tenantIds = tenantIds;
  }

  public Boolean isWithoutTenantId() {
    return withoutTenantId;
  }

  public void setWithoutTenantId(Boolean withoutTenantId) {
    this.withoutTenantId = withoutTenantId;
  }

  public String getRunAs() {
    return runAs;
  }

  public void setRunAs(String runAs) {
    this.runAs = runAs;
  }

  public String getRetryAttempts() {
    return retryAttempts;
  }

  public void setRetryAttempts(String retryAttempts) {
    this.retryAttempts = retryAttempts;
  }

  public String getRetryDelay() {
    return retryDelay;
  }

  public void setRetryDelay(String retryDelay) {
    this.retryDelay = retryDelay;
  }

  public String getRetryMultiplier() {
    return retryMultiplier;
  }

  public void setRetryMultiplier(String retryMultiplier) {
    this.retryMultiplier = retryMultiplier;
  }

  public String getRetryJitter() {
    return retryJitter;
  }

  public void setRetryJitter(String retryJitter) {
    this.retryJitter = retryJitter;
  }

  public String getRetryMaxDelay() {
    return retryMaxDelay;
  }

  public void setRetryMaxDelay(String retryMaxDelay) {
    this.retryMaxDelay = retryMaxDelay;
  }
}
