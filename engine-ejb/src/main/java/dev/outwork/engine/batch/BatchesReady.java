package dev.outwork.engine.batch;

/**
 * Fired within the transaction that makes batches ready; observed after its commit by the package
 * that runs them.
 */
public record BatchesReady() {}
