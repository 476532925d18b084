package dev.outwork.engine.token;

import java.util.List;

/**
 * An external task to be created.
 *
 * @param topicName null if the expression yielded nothing: then nobody can ever fetch it
 * @param scopeIds where its variables are looked up, innermost first
 */
public record ExternalTaskOrder(
    String activityInstanceId,
    String activityId,
    String topicName,
    long priority,
    List<String> scopeIds) {}
