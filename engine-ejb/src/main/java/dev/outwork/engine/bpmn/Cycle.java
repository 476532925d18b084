package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.ExpressionException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The times of a repeating timer: {@code start}, and then one after each interval.
 *
 * @param repetitions number of times after the start
 */
record Cycle(Instant start, Interval interval, long repetitions) {
  private static final long UNBOUNDED = Long.MAX_VALUE;
  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Pattern REPEAT = Pattern.compile("R(\\d{0,9})");

  Cycle {
    if (interval.isShorterThan(SHORTEST)) {
      throw new ExpressionException(
          "Cannot repeat a timer every '%s': the shortest interval is one second"
              .formatted(interval));
    }
  }

  static Cycle parse(String text, ZonedDateTime now) {
    String[] parts = text.split("/", -1);
    if (!text.startsWith("R")) {
      return parse(text, 1, parts, 0, now);
    }
    Matcher repeat = REPEAT.matcher(parts[0]);
    if (!repeat.matches()) {
      throw noCycle(text);
    }
    String count = repeat.group(1);
    return parse(text, count.isEmpty() ? UNBOUNDED : Long.parseLong(count), parts, 1, now);
  }

  private static Cycle parse(
      String text, long times, String[] parts, int first, ZonedDateTime now) {
    int given = parts.length - first;
    if (given == 1 && Interval.isMeant(parts[first])) {
      return new Cycle(now.toInstant(), Interval.parse(parts[first]), times);
    }
    if (given != 2) {
      throw noCycle(text);
    }
    // Without R it occurs once, at the end of the interval.
    boolean once = first == 0;
    String last = parts[first + 1];
    if (Interval.isMeant(parts[first])) {
      Interval interval = Interval.parse(parts[first]);
      return endingAt(
          PointInTime.parse(last, now.getZone()), interval, once ? 0 : times, now.toInstant());
    }
    Instant start = PointInTime.parse(parts[first], now.getZone());
    Interval interval =
        Interval.isMeant(last)
            ? Interval.parse(last)
            : Interval.between(start, PointInTime.parse(last, now.getZone()));
    return once
        ? new Cycle(interval.after(start, 1), interval, 0)
        : new Cycle(start, interval, times);
  }

  /** Counted backwards from the end, as far as the times are in the future. */
  private static Cycle endingAt(Instant end, Interval interval, long times, Instant now) {
    long repetitions = Math.min(times, Math.max(0, interval.stepsBack(end, now) - 1));
    return new Cycle(interval.after(end, -repetitions), interval, repetitions);
  }

  private static ExpressionException noCycle(String text) {
    return new ExpressionException(
        "'%s' is not a cycle such as R3/PT10M or 0 30 8 ? * MON-FRI".formatted(text));
  }

  /** The first future time; if there is none, the last time. */
  Schedule scheduleAfter(Instant now) {
    long steps = Math.min(interval.steps(start, now), repetitions);
    Schedule schedule = schedule(steps);
    PointInTime.bounded(schedule.dueAt(), text(repetitions));
    return schedule;
  }

  /** The first time after both the start and the given time, with the remaining repetitions. */
  Optional<Schedule> timeAfter(Instant now) {
    long steps = Math.max(1, interval.steps(start, now));
    return Optional.of(steps)
        .filter(used -> used <= repetitions)
        .map(this::schedule)
        .filter(schedule -> !schedule.dueAt().isAfter(PointInTime.LAST));
  }

  private Schedule schedule(long steps) {
    long left = repetitions == UNBOUNDED ? UNBOUNDED : repetitions - steps;
    return new Schedule(interval.after(start, steps), left == 0 ? null : text(left));
  }

  private String text(long times) {
    return "R%s/%s".formatted(times == UNBOUNDED ? "" : times, interval);
  }
}
