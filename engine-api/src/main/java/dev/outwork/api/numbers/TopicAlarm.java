package dev.outwork.api.numbers;

import java.time.Instant;

/**
 * Tasks of a topic wait, and nobody asks for them.
 *
 * @param since since when both has been the case
 * @param waiting tasks that can be fetched now
 */
public record TopicAlarm(String topicName, Instant since, long waiting) {}
