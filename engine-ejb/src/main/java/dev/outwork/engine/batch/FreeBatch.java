package dev.outwork.engine.batch;

/**
 * A batch that has something to do and no run.
 *
 * @param claimedBy the run that was at it and never ended; null if none was
 */
public record FreeBatch(String id, String claimedBy) {}
