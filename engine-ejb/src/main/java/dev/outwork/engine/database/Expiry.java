package dev.outwork.engine.database;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Deletes what has outlived the time to live of its definition: definition by definition, so that
 * an index finds it.
 *
 * @param definitions the {@code id} and the {@code history_time_to_live}, in days, of those that
 *     have one
 * @param deletion of what belongs to the definition {@code :id} and is older than {@code :until}
 */
public record Expiry(Statement definitions, Statement deletion) {
  private record TimeToLive(String id, int days) {}

  /** Deletes what has expired by this time. */
  public void delete(Sql sql, Instant now) {
    List<TimeToLive> all =
        sql.rows(
            definitions,
            row -> new TimeToLive(row.text("id"), row.integer("history_time_to_live")));
    for (TimeToLive one : all) {
      Instant until = now.minus(Duration.ofDays(one.days()));
      sql.update(deletion.with("id", one.id()).with("until", until));
    }
  }
}
