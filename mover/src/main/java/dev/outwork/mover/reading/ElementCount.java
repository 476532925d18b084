package dev.outwork.mover.reading;

/**
 * How many there are of something at one element of one version.
 *
 * @param activityId null for the process as a whole
 * @param name the type of an incident or the name of a variable; null for tokens
 */
public record ElementCount(
    String definitionId, String activityId, String name, long count, long instances) {}
