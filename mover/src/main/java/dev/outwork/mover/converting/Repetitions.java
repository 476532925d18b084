package dev.outwork.mover.converting;

import dev.outwork.mover.source.SourceJob;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeConstants;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;

/**
 * What is left of the cycle of a timer. The source keeps the cycle as it began, such as {@code
 * R3/2026-11-30T10:00:00/PT10M}, and when the timer fires, the next time is the first of the cycle
 * after that, wherever the due date had been moved to. The target counts from a time of the cycle:
 * from the last one that is not after the due date.
 *
 * @param left null if the timer does not repeat, or not again
 */
record Repetitions(Instant scheduledAt, String left) {
  private static final Pattern CYCLE = Pattern.compile("R(\\d{0,9})/(?:([^/P][^/]*)/)?(P[^/]+)");

  static Repetitions of(SourceJob.Repeat repeat, Instant due) {
    if (repeat == null) {
      return new Repetitions(due, null);
    }
    if (!repeat.cycle().startsWith("R")) {
      return new Repetitions(due, repeat.cycle()); // A cron expression.
    }
    Matcher parts = CYCLE.matcher(repeat.cycle());
    if (!parts.matches()) {
      throw new CannotGoException("it has a timer with the cycle '%s'".formatted(repeat.cycle()));
    }
    int times = parts.group(1).isEmpty() ? Integer.MAX_VALUE : Integer.parseInt(parts.group(1));
    if (parts.group(2) == null) {
      return new Repetitions(due, text(times, 1, parts.group(3)));
    }
    Date start = Date.from(start(parts.group(2), repeat.zone()).plus(repeat.offset()));
    return of(start, duration(parts.group(3)), times, due, parts.group(3));
  }

  private static Repetitions of(
      Date start, Duration interval, int times, Instant due, String written) {
    int used = hasDays(interval) ? 0 : whole(start, interval, times, due);
    Date last = used == 0 ? start : after(start, interval.multiply(used));
    for (Date next = after(last, interval);
        used < times && !next.toInstant().isAfter(due) && next.after(last);
        next = after(last, interval)) {
      last = next;
      used++;
    }
    return new Repetitions(last.toInstant(), text(times, used, written));
  }

  // A day or a month has not always the same length: these are counted one by one.
  private static boolean hasDays(Duration interval) {
    return interval.isSet(DatatypeConstants.YEARS)
        || interval.isSet(DatatypeConstants.MONTHS)
        || interval.isSet(DatatypeConstants.DAYS);
  }

  private static int whole(Date start, Duration interval, int times, Instant due) {
    long millis = Math.max(1, interval.getTimeInMillis(start));
    return (int) Math.max(0, Math.min(times, (due.toEpochMilli() - start.getTime()) / millis));
  }

  private static String text(int times, int used, String interval) {
    if (times == Integer.MAX_VALUE) {
      return "R/" + interval;
    }
    return used >= times ? null : "R%d/%s".formatted(times - used, interval);
  }

  private static Date after(Date time, Duration interval) {
    Date next = new Date(time.getTime());
    interval.addTo(next);
    return next;
  }

  private static Instant start(String text, ZoneId zone) {
    TemporalAccessor time =
        DateTimeFormatter.ISO_DATE_TIME.parseBest(text, ZonedDateTime::from, LocalDateTime::from);
    return time instanceof ZonedDateTime zoned
        ? zoned.toInstant()
        : ((LocalDateTime) time).atZone(zone).toInstant();
  }

  private static Duration duration(String text) {
    try {
      return DatatypeFactory.newInstance().newDuration(text);
    } catch (DatatypeConfigurationException | IllegalArgumentException e) {
      throw new CannotGoException("it has a timer with the interval '%s'".formatted(text));
    }
  }
}
