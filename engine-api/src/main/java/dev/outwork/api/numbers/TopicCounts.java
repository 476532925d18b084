package dev.outwork.api.numbers;

import java.time.Duration;

/**
 * What has happened to the tasks of a topic on one node since it started.
 *
 * @param topicName empty for all topics after the first ten thousand
 * @param failed failures reported with retries left
 * @param exhausted failures reported without retries left
 * @param bpmnErrors BPMN errors raised
 * @param locksExpired locks that expired
 * @param firstFetches how many of the fetched tasks had not failed before
 * @param waited time from creation to fetch of these, in all
 * @param inHand time from fetch to completion, of tasks that this node has handed out and whose
 *     completion it was told
 */
public record TopicCounts(
    String topicName,
    long created,
    long fetched,
    long completed,
    long failed,
    long exhausted,
    long bpmnErrors,
    long locksExpired,
    long firstFetches,
    Duration waited,
    DurationHistogram inHand) {}
