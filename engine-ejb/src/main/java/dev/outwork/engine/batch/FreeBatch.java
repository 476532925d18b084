package dev.outwork.engine.batch;

/**
 * A batch that has elements to process and no run.
 *
 * @param claimedBy the run that held it and never ended; null if there was none
 */
public record FreeBatch(String id, String claimedBy) {}
