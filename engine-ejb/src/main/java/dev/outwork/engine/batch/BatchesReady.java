package dev.outwork.engine.batch;

/**
 * Told within the transaction that gives batches something to do; meant for who runs them, after
 * its commit.
 */
public record BatchesReady() {}
