package dev.outwork.mover.moving;

import dev.outwork.mover.source.EndedRoots;
import java.time.Instant;

/**
 * What of the history comes over.
 *
 * @param endedSince of root instances that have ended, only those that have ended since then; null
 *     for all
 */
public record HistoryChoice(Kind kind, Instant endedSince) {
  public static final HistoryChoice NONE = new HistoryChoice(Kind.NONE, null);

  /** Of which instances. */
  public enum Kind {
    NONE,
    /** What has ended in instances that are running. */
    RUNNING,
    /** And instances that have ended. */
    ALL
  }

  boolean isOfRunning() {
    return kind != Kind.NONE;
  }

  boolean isOfEnded() {
    return kind == Kind.ALL;
  }

  /** Which ones that have ended. */
  EndedRoots.Kept ended(Instant now) {
    return new EndedRoots.Kept(endedSince, now);
  }
}
