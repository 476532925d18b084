package dev.outwork.engine.job;

/**
 * Fired within the transaction that makes jobs due; observed after its commit by the class that
 * executes them.
 */
public record JobsDue() {}
