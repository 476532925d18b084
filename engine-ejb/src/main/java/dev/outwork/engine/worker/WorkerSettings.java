package dev.outwork.engine.worker;

import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.worker.ExternalTaskSubscription;
import dev.outwork.api.worker.RetryPolicy;
import dev.outwork.api.worker.WorkerOptions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The configuration of a topic's workers in MicroProfile Config: {@code
 * outwork.worker.<topic>.<option>}, with the options of {@link ExternalTaskSubscription} in kebab
 * case.
 */
public final class WorkerSettings {
  private final Config config = ConfigProvider.getConfig();
  private final String topicName;

  private WorkerSettings(String topicName) {
    this.topicName = topicName;
  }

  /** The settings of one topic. */
  public static WorkerSettings of(String topicName) {
    return new WorkerSettings(topicName);
  }

  /** Whether workers of the topic may start. */
  public boolean isEnabled() {
    return value("enabled", Boolean.class).orElse(true);
  }

  /** The options of a worker, overridden by the configuration. */
  public WorkerOptions override(WorkerOptions options) {
    try {
      return new WorkerOptions(
          override(options.topic()),
          value("max-tasks", Integer.class).orElse(options.maxTasks()),
          value("use-priority", Boolean.class).orElse(options.usePriority()),
          override(options.retryPolicy()),
          value("run-as", String.class).orElse(options.runAs()));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "The configuration under %s is not valid: %s".formatted(name("*"), e.getMessage()), e);
    }
  }

  private Topic override(Topic topic) {
    return Topic.builder(
            topic.topicName(),
            value("lock-duration", Long.class).map(Duration::ofMillis).orElse(topic.lockDuration()))
        .variables(values("variables").map(WorkerSettings::variables).orElse(topic.variables()))
        .localVariables(value("local-variables", Boolean.class).orElse(topic.localVariables()))
        .includeExtensionProperties(
            value("include-extension-properties", Boolean.class)
                .orElse(topic.includeExtensionProperties()))
        .businessKey(value("business-key", String.class).orElse(topic.businessKey()))
        .processDefinitionIds(topic.processDefinitionIds())
        .processDefinitionKeys(
            values("process-definition-keys").orElse(topic.processDefinitionKeys()))
        .processDefinitionVersionTag(
            value("process-definition-version-tag", String.class)
                .orElse(topic.processDefinitionVersionTag()))
        .processVariables(topic.processVariables())
        .tenantIds(values("tenant-ids").orElse(topic.tenantIds()))
        .withoutTenantId(value("without-tenant-id", Boolean.class).orElse(topic.withoutTenantId()))
        .build();
  }

  private RetryPolicy override(RetryPolicy policy) {
    UnaryOperator<String> configured = option -> value(hyphened(option), String.class).orElse(null);
    return policy.with(configured);
  }

  /** Null for all of them. */
  static List<String> variables(List<String> names) {
    return names.equals(List.of(ExternalTaskSubscription.ALL)) ? null : names;
  }

  private Optional<List<String>> values(String option) {
    return config.getOptionalValues(name(option), String.class);
  }

  private <T> Optional<T> value(String option, Class<T> type) {
    return config.getOptionalValue(name(option), type);
  }

  private String name(String option) {
    return "outwork.worker.%s.%s".formatted(topicName, option);
  }

  private static String hyphened(String option) {
    return option.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
