package dev.outwork.engine.batch;

import dev.outwork.engine.database.Row;

/**
 * A batch that has elements to process and no run.
 *
 * @param claimedBy the run that held it and never ended; null if there was none
 */
public record FreeBatch(String id, String claimedBy) {
  static FreeBatch read(Row row) {
    return new FreeBatch(row.text("id"), row.text("claimed_by"));
  }
}
