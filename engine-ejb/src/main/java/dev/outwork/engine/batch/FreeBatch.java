package dev.outwork.engine.batch;

import dev.outwork.engine.database.Row;

/**
 * A batch that has something to do and no run.
 *
 * @param claimedBy the run that was at it and never ended; null if none was
 */
public record FreeBatch(String id, String claimedBy) {
  static FreeBatch read(Row row) {
    return new FreeBatch(row.text("id"), row.text("claimed_by"));
  }
}
