package dev.outwork.mover.converting;

import java.time.Instant;
import java.util.Date;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.datatype.DatatypeConfigurationException;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.Duration;

/**
 * What is left of the cycle of a timer. The source keeps the cycle as it began, such as {@code
 * R3/2026-11-30T10:00:00/PT10M}, and counts from there; the target keeps what comes after the time
 * that is due.
 */
final class Repetitions {
  private static final Pattern CYCLE = Pattern.compile("R(\\d{0,9})/(?:([^/P][^/]*)/)?(P[^/]+)");
  private static final int MOST = 1_000_000;

  private Repetitions() {}

  /** Null if the timer does not repeat, or not again. */
  static String left(String cycle, Instant due) {
    if (cycle == null || cycle.isBlank()) {
      return null;
    }
    if (!cycle.startsWith("R")) {
      return cycle; // A cron expression.
    }
    Matcher parts = CYCLE.matcher(cycle);
    if (!parts.matches()) {
      throw new CannotGoException("it has a timer with the cycle '%s'".formatted(cycle));
    }
    if (parts.group(1).isEmpty()) {
      return "R/" + parts.group(3);
    }
    int times = Integer.parseInt(parts.group(1));
    int left = times - (parts.group(2) == null ? 1 : used(parts, times, due));
    return left <= 0 ? null : "R%d/%s".formatted(left, parts.group(3));
  }

  /** Which time of the cycle is due. */
  private static int used(Matcher parts, int times, Instant due) {
    Duration interval = duration(parts.group(3));
    Date next = start(parts.group(2));
    int used = 0;
    while (used < Math.min(times, MOST)) {
      next = after(next, interval);
      used++;
      // The due date may have been moved by less than an interval.
      if (!next.toInstant().isBefore(due)) {
        return used;
      }
    }
    return used;
  }

  private static Date after(Date time, Duration interval) {
    Date next = new Date(time.getTime());
    interval.addTo(next);
    return next;
  }

  private static Date start(String text) {
    java.time.temporal.TemporalAccessor time =
        java.time.format.DateTimeFormatter.ISO_DATE_TIME.parseBest(
            text, java.time.ZonedDateTime::from, java.time.LocalDateTime::from);
    return Date.from(
        time instanceof java.time.ZonedDateTime zoned
            ? zoned.toInstant()
            : ((java.time.LocalDateTime) time)
                .atZone(java.time.ZoneId.systemDefault())
                .toInstant());
  }

  private static Duration duration(String text) {
    try {
      return DatatypeFactory.newInstance().newDuration(text);
    } catch (DatatypeConfigurationException | IllegalArgumentException e) {
      throw new CannotGoException("it has a timer with the interval '%s'".formatted(text));
    }
  }
}
