package dev.outwork.api.decision;

/**
 * One output of a decision.
 *
 * @param value null, a text, number, boolean, {@link java.time.Instant}, list or map of these
 * @param typed whether the decision declares the type; otherwise FEEL decides
 */
public record DecisionResultEntry(Object value, boolean typed) {}
