package dev.outwork.engine.database;

import java.time.Duration;

/**
 * A clock of this node that follows another one by readings. It never shows more than the other
 * one, never goes back, and does not jump when the other one is set.
 *
 * <p>A reading does not tell how late it is, but it bounds the difference: the other clock was read
 * after it was asked and before its answer came. Bounds of several readings hold together, so one
 * that had to wait does no harm. The time shown is the lower bound.
 *
 * <p>If the bounds contradict each other, the other clock has been set. Every node then runs a
 * twentieth faster or slower until it agrees, so that nodes that have noticed and nodes that have
 * not stay together. Only a node that has slept jumps: its ticks stood still, and all others are
 * ahead of it.
 *
 * <p>All times are in nanoseconds. May be used by many threads.
 */
final class FollowedTime {
  // Two crystals of 100 parts in a million each.
  private static final long DRIFT_PARTS = 5_000;
  private static final long CORRECTION_PARTS = 20;

  private static final long PRECISE = Duration.ofMillis(100).toNanos();
  private static final long SLEPT_AT_LEAST = Duration.ofSeconds(1).toNanos();

  /**
   * @param at the ticks of the last reading
   * @param shown the time that was shown then
   * @param correction what it was behind then
   * @param least lower bound of the difference to the ticks
   * @param most upper bound
   * @param wallOffset this node's own clock minus its ticks
   */
  private record State(
      long at, long shown, long correction, long least, long most, long wallOffset) {
    long uncertainty() {
      return most - least;
    }
  }

  /** What a reading has shown of the other clock. */
  enum Noticed {
    NOTHING,
    /** It has been set, or this node's ticks were. */
    IT_WAS_SET
  }

  private volatile State state;

  boolean isKnown() {
    return state != null;
  }

  /** Whether the other clock is known within a tenth of a second. */
  boolean isPrecise() {
    State known = state;
    return known != null && known.uncertainty() <= PRECISE;
  }

  /**
   * The time since the epoch; there must have been a reading.
   *
   * @param ticks by {@link System#nanoTime}
   */
  long at(long ticks) {
    return shown(state, ticks);
  }

  /** How far the time is behind the last reading's lower bound; negative if it is ahead. */
  Duration behind(long ticks) {
    State known = state;
    return Duration.ofNanos(ticks + known.least() - shown(known, ticks));
  }

  private static long shown(State state, long ticks) {
    long elapsed = Math.max(0, ticks - state.at());
    long limit = elapsed / CORRECTION_PARTS;
    long corrected = Math.max(-limit, Math.min(limit, state.correction()));
    return state.shown() + elapsed - elapsed / DRIFT_PARTS + corrected;
  }

  synchronized Noticed observe(ClockReading reading) {
    State before = state;
    long wallOffset = reading.wall() - reading.after();
    if (before == null) {
      long offset = reading.leastOffset();
      state =
          new State(reading.after(), reading.there(), 0, offset, reading.mostOffset(), wallOffset);
      return Noticed.NOTHING;
    }
    long drift = Math.max(0, reading.after() - before.at()) / DRIFT_PARTS;
    long least = before.least() - drift;
    long most = before.most() + drift;
    boolean wasSet = reading.leastOffset() > most || reading.mostOffset() < least;
    least = wasSet ? reading.leastOffset() : Math.max(least, reading.leastOffset());
    most = wasSet ? reading.mostOffset() : Math.min(most, reading.mostOffset());

    long shown = shown(before, reading.after());
    long behind = reading.after() + least - shown;
    long jump = jump(before, behind, wasSet, wallOffset - before.wallOffset());
    state = new State(reading.after(), shown + jump, behind - jump, least, most, wallOffset);
    return wasSet ? Noticed.IT_WAS_SET : Noticed.NOTHING;
  }

  // Nobody relies yet on a time that was never precise.
  private static long jump(State before, long behind, boolean wasSet, long slept) {
    if (behind <= 0) {
      return 0;
    }
    if (before.uncertainty() > PRECISE) {
      return behind;
    }
    return wasSet && slept > SLEPT_AT_LEAST ? Math.min(behind, slept) : 0;
  }
}
