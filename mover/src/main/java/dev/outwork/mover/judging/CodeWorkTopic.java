package dev.outwork.mover.judging;

/**
 * A topic that some code has become, and that needs a worker.
 *
 * @param code {@code class}, {@code expression}, {@code delegateExpression}, {@code script} or
 *     {@code connector}
 */
public record CodeWorkTopic(String activityId, String topicName, String code) {}
