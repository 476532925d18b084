package dev.outwork.engine.worker;

import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.worker.ExternalTaskSubscription;
import dev.outwork.api.worker.RetryPolicy;
import dev.outwork.api.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Converts an annotation to options. */
final class SubscriptionOptions {
  private SubscriptionOptions() {}

  /** Throws {@link IllegalArgumentException} if a member is not valid. */
  static WorkerOptions of(ExternalTaskSubscription said) {
    return new WorkerOptions(
        topic(said), said.maxTasks(), said.usePriority(), retryPolicy(said), said.runAs());
  }

  private static Topic topic(ExternalTaskSubscription said) {
    return Topic.builder(topicName(said), Duration.ofMillis(said.lockDuration()))
        .variables(WorkerSettings.variables(List.of(said.variables())))
        .localVariables(said.localVariables())
        .includeExtensionProperties(said.includeExtensionProperties())
        .businessKey(nullIfEmpty(said.businessKey()))
        .processDefinitionKeys(List.of(said.processDefinitionKeys()))
        .processDefinitionVersionTag(nullIfEmpty(said.processDefinitionVersionTag()))
        .tenantIds(List.of(said.tenantIds()))
        .withoutTenantId(said.withoutTenantId())
        .build();
  }

  private static String topicName(ExternalTaskSubscription said) {
    if (said.value().isEmpty() || said.topicName().isEmpty()) {
      return said.value() + said.topicName();
    }
    throw new IllegalArgumentException(
        "It names two topics, '%s' and '%s'".formatted(said.value(), said.topicName()));
  }

  private static RetryPolicy retryPolicy(ExternalTaskSubscription said) {
    Map<String, String> texts =
        Map.of(
            "retryAttempts", String.valueOf(said.retryAttempts()),
            "retryDelay", said.retryDelay(),
            "retryMultiplier", String.valueOf(said.retryMultiplier()),
            "retryJitter", String.valueOf(said.retryJitter()),
            "retryMaxDelay", said.retryMaxDelay());
    return RetryPolicy.DEFAULT.with(texts::get);
  }

  private static String nullIfEmpty(String text) {
    return text.isEmpty() ? null : text;
  }
}
