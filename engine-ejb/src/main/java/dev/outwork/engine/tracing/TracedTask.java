package dev.outwork.engine.tracing;

/**
 * What spans say of an external task.
 *
 * @param topicName may be null
 * @param workerId who has it
 * @param traceparent of what has created it; null if nobody traced that
 * @param isRetry whether a worker has failed with it, or lost it, before
 */
public record TracedTask(
    String id,
    String topicName,
    String processInstanceId,
    String workerId,
    String traceparent,
    boolean isRetry) {}
