package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.ExpressionException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * When a timer is due, and whether it is due again after that (ISO 8601, cron). A time without a
 * zone is that of the engine; the calendar in which years and months are counted is UTC.
 *
 * @param repeat what is left of a cycle after this time, as {@code R2/PT10M}, or its cron text;
 *     null if nothing is
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
   * a cycle that lies wholly in the past the last time is left, which is due at once. A cron text
   * is as {@link CronTimes} says.
   *
   * <p>A duration that repeats is due once, after the first interval; a date may be written as the
   * duration until then.
   *
   * @param value a text, or an instant, which is that time whatever the kind
   * @param now in the time zone of the engine
   * @throws ExpressionException with the reason, if it cannot be read
   */
  public static Schedule of(TimerTrigger.Kind kind, Object value, ZonedDateTime now) {
    if (value instanceof Instant instant) {
      return new Schedule(PointInTime.bounded(instant, instant.toString()), null);
    }
    if (!(value instanceof String given) || given.isBlank()) {
      throw new ExpressionException("A timer has no time: its value is neither a text nor a date");
    }
    String text = given.strip();
    return switch (kind) {
      case DATE ->
          Interval.isMeant(text)
              ? new Schedule(after(text, now), null)
              : new Schedule(PointInTime.parse(text, now.getZone()), null);
      case DURATION ->
          isRepeated(text)
              ? new Schedule(Cycle.parse(text, now).scheduleAfter(now.toInstant()).dueAt(), null)
              : new Schedule(after(text, now), null);
      case CYCLE ->
          CronTimes.isMeant(text)
              ? new Schedule(CronTimes.parse(text).firstAfter(now), text)
              : Cycle.parse(text, now).scheduleAfter(now.toInstant());
    };
  }

  /** Throws {@link ExpressionException} with the reason if a timer cannot be set by this value. */
  public static void check(TimerTrigger.Kind kind, Object value) {
    of(kind, value, Instant.EPOCH.atZone(ZoneOffset.UTC));
  }

  /** Whether a text is a duration that repeats, or one that has a start or an end. */
  public static boolean isRepeated(String text) {
    return text.startsWith("R") || text.indexOf('/') > 0;
  }

  private static Instant after(String duration, ZonedDateTime now) {
    return PointInTime.bounded(Interval.parse(duration).after(now.toInstant(), 1), duration);
  }

  /**
   * The next time after this one, which may be fired early; empty after the last. Times that have
   * passed by {@code firedAt} count as used and are not made up for: the next one is the first
   * after {@code firedAt} that is a whole number of intervals from this one, or that the cron text
   * has.
   *
   * @param firedAt in the time zone of the engine
   */
  public Optional<Schedule> next(ZonedDateTime firedAt) {
    if (repeat == null) {
      return Optional.empty();
    }
    ZonedDateTime due = dueAt.atZone(firedAt.getZone());
    if (CronTimes.isMeant(repeat)) {
      return CronTimes.parse(repeat)
          .nextAfter(due.isAfter(firedAt) ? due : firedAt)
          .map(next -> new Schedule(next, repeat));
    }
    return Cycle.parse(repeat, due).timeAfter(firedAt.toInstant());
  }
}
