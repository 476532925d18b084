package dev.outwork.engine.database;

import java.time.Duration;

/**
 * A clock of this node that follows another one by readings. It is never ahead of the other clock,
 * never goes back, and does not jump when the other clock is set.
 *
 * <p>A reading does not tell its own delay, but it bounds the difference: the other clock was read
 * between the query and its answer. Bounds of several readings are intersected, so a delayed
 * reading does no harm. The clock shows the lower bound.
 *
 * <p>If the bounds contradict each other, the other clock has been set. Every node then runs a
 * twentieth faster or slower until it agrees, so that nodes that have noticed stay close to nodes
 * that have not. Only a node that was asleep jumps: its ticks stood still, and all other nodes are
 * ahead.
 *
 * <p>All times are in nanoseconds. Thread-safe.
 */
final class FollowedTime {
  // Two crystals with a drift of 100 ppm each.
  private static final long DRIFT_PARTS = 5_000;
  private static final long CORRECTION_PARTS = 20;

  private static final long PRECISE = Duration.ofMillis(100).toNanos();
  private static final long SLEPT_AT_LEAST = Duration.ofSeconds(1).toNanos();

  /**
   * @param at ticks at the last reading
   * @param shown the time shown then
   * @param correction how far it was behind then
   * @param least lower bound of the difference to the ticks
   * @param most upper bound of the difference to the ticks
   * @param wallOffset this node's own clock minus its ticks
   */
  private record State(
      long at, long shown, long correction, long least, long most, long wallOffset) {
    long uncertainty() {
      return most - least;
    }
  }

  /** The finding of a reading about the other clock. */
  enum Noticed {
    NOTHING,
    /** The other clock, or the ticks of this node, were set. */
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
   * The time since the epoch; requires at least one reading.
   *
   * @param ticks by {@link System#nanoTime}
   */
  long at(long ticks) {
    return shown(state, ticks);
  }

  /** How far the time is behind the lower bound of the last reading; negative if it is ahead. */
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

  // Nobody relies on the time before it was precise for the first time.
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
