package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.ExpressionException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.LongPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An ISO 8601 duration; the length of months depends on the calendar. */
record Interval(long months, Duration exact) {
  private static final Pattern TEXT =
      Pattern.compile(
          "P(?=[\\dT])(?:(?<weeks>\\d{1,9})W)?(?:(?<years>\\d{1,9})Y)?(?:(?<months>\\d{1,9})M)?(?:(?<days>\\d{1,9})D)?"
              + "(?:T(?=\\d)(?:(?<hours>\\d{1,9})H)?(?:(?<minutes>\\d{1,9})M)?(?:(?<seconds>\\d{1,9}(?:\\.\\d{1,9})?)S)?)?");

  // More seconds than there are in ten thousand years.
  private static final long MOST_STEPS = 400_000_000_000L;

  static boolean isMeant(String text) {
    return text.startsWith("P");
  }

  static Interval parse(String text) {
    Matcher parts = TEXT.matcher(text);
    if (!parts.matches()) {
      throw new ExpressionException(
          "'%s' is not an ISO 8601 duration such as P1DT12H30M".formatted(text));
    }
    Duration time =
        Duration.ofDays(7 * number(parts, "weeks") + number(parts, "days"))
            .plusHours(number(parts, "hours"))
            .plusMinutes(number(parts, "minutes"));
    String seconds = parts.group("seconds");
    return new Interval(
        12 * number(parts, "years") + number(parts, "months"),
        seconds == null ? time : time.plus(Duration.parse("PT" + seconds + "S")));
  }

  private static long number(Matcher parts, String name) {
    String digits = parts.group(name);
    return digits == null ? 0 : Long.parseLong(digits);
  }

  static Interval between(Instant start, Instant end) {
    return new Interval(0, Duration.between(start, end));
  }

  boolean isShorterThan(Duration length) {
    return months == 0 && exact.compareTo(length) < 0;
  }

  /** The time so many intervals later; earlier if the number is negative. */
  Instant after(Instant start, long times) {
    try {
      return start
          .atOffset(ZoneOffset.UTC)
          .plusMonths(Math.multiplyExact(months, times))
          .toInstant()
          .plus(exact.multipliedBy(times));
    } catch (DateTimeException | ArithmeticException outsideTheCalendar) {
      return times < 0 ? Instant.MIN : Instant.MAX;
    }
  }

  /** The least number of intervals from the start to a time after {@code now}. */
  long steps(Instant start, Instant now) {
    return least(times -> after(start, times).isAfter(now));
  }

  /** The least number of intervals back from the end to a time not after {@code now}. */
  long stepsBack(Instant end, Instant now) {
    return least(times -> !after(end, -times).isAfter(now));
  }

  private static long least(LongPredicate isEnough) {
    long below = -1;
    long enough = MOST_STEPS;
    while (enough - below > 1) {
      long middle = (below + enough) / 2;
      if (isEnough.test(middle)) {
        enough = middle;
      } else {
        below = middle;
      }
    }
    return enough;
  }

  @Override
  public String toString() {
    return months == 0 ? exact.toString() : "P" + months + "M" + exact.toString().substring(1);
  }
}
