package dev.outwork.mover.reading;

/**
 * How many wait for one thing at one element of one version.
 *
 * @param name the topic, the event, the type of the job, or the key of what is called; null if
 *     there is none
 * @param tokens how many wait
 * @param instances in how many process instances
 * @param locked external tasks that a worker has locked
 * @param exhausted external tasks and jobs without retries
 */
public record Standing(
    String definitionId,
    String activityId,
    WaitsFor waitsFor,
    String name,
    long tokens,
    long instances,
    long locked,
    long exhausted) {}
