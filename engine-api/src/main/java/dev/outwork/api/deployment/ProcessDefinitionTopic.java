package dev.outwork.api.deployment;

/**
 * An element whose work is done by the workers of a topic.
 *
 * @param activityName null if the element has none
 * @param activityType the kind of element, such as {@code serviceTask}
 * @param topic as modelled: a name or an expression
 * @param code the kind of code behind the element, as in {@link CodeProperty#KIND}; null if it is
 *     modelled as an external task
 */
public record ProcessDefinitionTopic(
    String processDefinitionId,
    String activityId,
    String activityName,
    String activityType,
    String topic,
    String code) {}
