package dev.outwork.engine.token;

import java.util.List;

/**
 * An external task to create.
 *
 * @param topicName null if the expression yielded null: such a task can never be fetched
 * @param scopeIds the scopes of its variables, innermost first
 */
public record ExternalTaskOrder(
    String activityInstanceId,
    String activityId,
    String topicName,
    long priority,
    List<String> scopeIds) {}
