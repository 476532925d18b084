package dev.outwork.rest.externaltask;

import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.rest.format.RestException;
import dev.outwork.rest.variable.VariableReader;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One topic of a fetch (docs/rest-api.md, "Fetch and lock").
 *
 * @param variables null for all
 * @param deserializeValues whether JSON objects are deserialized
 * @param includeExtensionProperties null for the default of the request
 * @param processVariables untyped values
 */
public record TopicDto(
    String topicName,
    long lockDuration,
    List<String> variables,
    boolean localVariables,
    boolean deserializeValues,
    Boolean includeExtensionProperties,
    String businessKey,
    String processDefinitionId,
    List<String> processDefinitionIdIn,
    String processDefinitionKey,
    List<String> processDefinitionKeyIn,
    String processDefinitionVersionTag,
    Map<String, Object> processVariables,
    boolean withoutTenantId,
    List<String> tenantIdIn) {

  /** Empty if two filters contradict each other, so that no task can match. */
  Optional<Topic> toTopic(boolean includeExtensionPropertiesOtherwise) {
    List<String> ids = listed("processDefinitionIdIn", processDefinitionIdIn);
    List<String> keys = listed("processDefinitionKeyIn", processDefinitionKeyIn);
    if (contradict(processDefinitionId, ids) || contradict(processDefinitionKey, keys)) {
      return Optional.empty();
    }
    return Optional.of(
        Topic.builder(topicName, Duration.ofMillis(lockDuration))
            .variables(variables == null ? null : listed("variables", variables))
            .localVariables(localVariables)
            .includeExtensionProperties(
                includeExtensionProperties == null
                    ? includeExtensionPropertiesOtherwise
                    : includeExtensionProperties)
            .businessKey(businessKey)
            .processDefinitionIds(narrowed(processDefinitionId, ids))
            .processDefinitionKeys(narrowed(processDefinitionKey, keys))
            .processDefinitionVersionTag(processDefinitionVersionTag)
            .processVariables(wantedVariables())
            .tenantIds(listed("tenantIdIn", tenantIdIn))
            .withoutTenantId(withoutTenantId)
            .build());
  }

  private static boolean contradict(String one, List<String> anyOf) {
    return one != null && !anyOf.isEmpty() && !anyOf.contains(one);
  }

  private static List<String> narrowed(String one, List<String> anyOf) {
    return one == null ? anyOf : List.of(one);
  }

  private List<String> listed(String property, List<String> sent) {
    List<String> list = sent == null ? List.of() : sent;
    if (list.stream().anyMatch(entry -> entry == null)) {
      throw RestException.invalidRequest(
          "Property '%s' of topic '%s' contains null".formatted(property, topicName));
    }
    return list;
  }

  private Map<String, TypedValue> wantedVariables() {
    Map<String, TypedValue> wanted = new LinkedHashMap<>();
    if (processVariables != null) {
      processVariables.forEach((name, value) -> wanted.put(name, VariableReader.comparable(value)));
    }
    return wanted;
  }
}
