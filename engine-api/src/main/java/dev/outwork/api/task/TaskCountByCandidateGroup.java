package dev.outwork.api.task;

/**
 * How many open tasks a group may claim.
 *
 * @param groupName null for tasks that are offered to no group
 */
public record TaskCountByCandidateGroup(String groupName, long taskCount) {}
