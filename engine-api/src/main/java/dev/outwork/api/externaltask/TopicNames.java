package dev.outwork.api.externaltask;

/**
 * Selects topics: all that have tasks, or only those with tasks as described. Flags that are false
 * restrict nothing.
 */
public record TopicNames(
    boolean withLockedTasks, boolean withUnlockedTasks, boolean withRetriesLeft) {}
