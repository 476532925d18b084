package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.ExpressionException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The due date of a timer and its repetitions (ISO 8601, cron). A time without a zone is in the
 * time zone of the engine; years and months are counted in the UTC calendar.
 *
 * @param repeat remaining cycle after this time, such as {@code R2/PT10M}, or the cron expression;
 *     null if there is none
 */
public record Schedule(Instant dueAt, String repeat) {

  /**
   * Evaluates the value of a timer event.
   *
   * <p>A date is {@code 2026-11-24T12:00:00+01:00}, with or without time and zone; a past date is
   * due at once. A duration is {@code P1Y2M3DT4H5M6.5S} or {@code P2W}. A cycle is {@code
   * R3/PT10M}, {@code R3/start/PT10M}, {@code R3/PT10M/end} or {@code R3/start/end}. Without a
   * start or end it starts now: its first time is one interval from now, and R is the number of
   * times; with a start or end the given time comes in addition. {@code R} alone repeats endlessly,
   * no R means once. Past times of a cycle are skipped; of a cycle entirely in the past the last
   * time remains, which is due at once. Cron expressions are described in {@link CronTimes}.
   *
   * <p>A repeating duration is due once, after the first interval; a date may be written as the
   * duration until then.
   *
   * @param value a text, or an instant, which is that time whatever the kind
   * @param now in the time zone of the engine
   * @throws ExpressionException with the reason, if the value is not valid
   */
  public static Schedule of(TimerTrigger.Kind kind, Object value, ZonedDateTime now) {
    if (value instanceof Instant instant) {
      return new Schedule(PointInTime.bounded(instant, instant.toString()), null);
    }
    if (!(value instanceof String given) || given.isBlank()) {
      throw new ExpressionException("A timer has no time: its value must be a text or a date");
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

  /** Throws {@link ExpressionException} with the reason if the value is not valid for a timer. */
  public static void check(TimerTrigger.Kind kind, Object value) {
    of(kind, value, Instant.EPOCH.atZone(ZoneOffset.UTC));
  }

  /** Whether a text is a repeating duration, or one with a start or an end. */
  public static boolean isRepeated(String text) {
    return text.startsWith("R") || text.indexOf('/') > 0;
  }

  private static Instant after(String duration, ZonedDateTime now) {
    return PointInTime.bounded(Interval.parse(duration).after(now.toInstant(), 1), duration);
  }

  /**
   * The next time after this one, which may be fired early; empty after the last. Times until
   * {@code firedAt} count as used and are not made up for: the next one is the first after {@code
   * firedAt} that is a multiple of the interval from this one, or the next one of the cron
   * expression.
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
