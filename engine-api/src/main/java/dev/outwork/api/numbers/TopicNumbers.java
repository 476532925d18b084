package dev.outwork.api.numbers;

import java.time.Instant;

/**
 * A topic in numbers.
 *
 * @param waiting tasks that can be fetched now
 * @param locked tasks that a worker has, or that wait for a retry
 * @param exhausted tasks without retries
 * @param suspended tasks of suspended instances
 * @param oldestWaiting when the oldest of those that can be fetched was created, whoever may have
 *     had it since; null if there are none
 * @param waitingRequests long polls that wait for the topic
 * @param workers workers that have asked for the topic in the last five minutes
 * @param createdPerMinute tasks created in the last minute
 * @param completedPerMinute tasks completed in the last minute
 * @param failedPerMinute failures reported in the last minute
 * @param lockExpiredPerMinute locks that expired in the last minute
 * @param nobodyPollsSince since when tasks have been waiting and nobody has asked for them; null
 *     unless that has been for so long that it is an alarm
 */
public record TopicNumbers(
    String topicName,
    long waiting,
    long locked,
    long exhausted,
    long suspended,
    Instant oldestWaiting,
    int waitingRequests,
    int workers,
    long createdPerMinute,
    long completedPerMinute,
    long failedPerMinute,
    long lockExpiredPerMinute,
    Instant nobodyPollsSince) {}
