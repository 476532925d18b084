package dev.outwork.api.numbers;

import java.time.Instant;

/**
 * A minute of a topic.
 *
 * @param at its start
 * @param waiting tasks that could be fetched
 * @param created tasks created
 * @param completed tasks completed
 * @param failed failures reported
 */
public record TopicMinute(Instant at, long waiting, long created, long completed, long failed) {}
