package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.ExpressionException;
import java.time.Instant;
import java.util.Optional;

/**
 * When a timer is due, and whether it is due again after that (ISO 8601). A time without a zone is
 * UTC, and so is the calendar in which years and months are counted.
 *
 * @param repeat what is left of a cycle after this time, as {@code R2/PT10M}; null if nothing is
 */
public record Schedule(Instant dueAt, String repeat) {

  /**
   * Reads the value of a timer event.
   *
   * <p>A date is {@code 2026-11-24T12:00:00+01:00}, with or without its time and zone; one that has
   * passed is due at once. A duration is {@code P1Y2M3DT4H5M6.5S} or {@code P2W}. A cycle is {@code
   * R3/PT10M}, {@code R3/start/PT10M}, {@code R3/PT10M/end} or {@code R3/start/end}: without a
   * start or end it begins now, its first time is one interval from now, and it has as many times
   * as R says; with a start or end the given time comes on top of those. {@code R} alone repeats
   * without end, no R at all means once. Times of a cycle that have passed already are skipped; of
   * a cycle that lies wholly in the past the last time is left, which is due at once.
   *
   * @param value a text, or an instant, which is that time whatever the kind
   * @throws ExpressionException with the reason, if it cannot be read
   */
  public static Schedule of(TimerTrigger.Kind kind, Object value, Instant now) {
    if (value instanceof Instant instant) {
      return new Schedule(PointInTime.bounded(instant, instant.toString()), null);
    }
    if (!(value instanceof String given) || given.isBlank()) {
      throw new ExpressionException("A timer has no time: its value is neither a text nor a date");
    }
    String text = given.strip();
    return switch (kind) {
      case DATE -> new Schedule(PointInTime.parse(text), null);
      case DURATION ->
          new Schedule(PointInTime.bounded(Interval.parse(text).after(now, 1), text), null);
      case CYCLE -> Cycle.parse(text, now).scheduleAfter(now);
    };
  }

  /**
   * The next time after this one, which may be fired early; empty after the last. Times that have
   * passed by {@code firedAt} count as used and are not made up for: the next one is the first
   * after {@code firedAt} that is a whole number of intervals from this one.
   */
  public Optional<Schedule> next(Instant firedAt) {
    return repeat == null ? Optional.empty() : Cycle.parse(repeat, dueAt).timeAfter(firedAt);
  }
}
