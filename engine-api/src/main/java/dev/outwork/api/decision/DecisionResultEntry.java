package dev.outwork.api.decision;

/**
 * One output of a decision.
 *
 * @param value null, a text, number, boolean, {@link java.time.Instant}, list or map of these
 * @param typed whether the decision says of what type it is; else it is what FEEL makes of it
 */
public record DecisionResultEntry(Object value, boolean typed) {}
