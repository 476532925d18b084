package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.ExpressionException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How often a job is tried, and how long it waits in between: {@code R5/PT5M} for five attempts
 * with five minutes between them, or a list such as {@code PT10M,PT17M,PT20M} of the waits before
 * the second attempt and those after it. In a list each wait counts once: {@code R3/PT30S,PT4M} is
 * {@code PT30S,PT4M}.
 */
public final class RetryTimeCycle {
  private static final Pattern REPEAT = Pattern.compile("R(\\d{0,9})/(P.*)");

  /** What holds where a process says nothing: three attempts. */
  public static final RetryTimeCycle DEFAULT = parse("PT5S,PT30S");

  private final int attempts;
  private final List<Interval> waits;

  private RetryTimeCycle(int attempts, List<Interval> waits) {
    this.attempts = attempts;
    this.waits = waits;
  }

  /** Throws {@link ExpressionException} with the reason. */
  public static RetryTimeCycle parse(String text) {
    try {
      return of(text.strip().split(","));
    } catch (ExpressionException useless) {
      throw new ExpressionException(
          "'%s' is not a camunda:failedJobRetryTimeCycle such as R3/PT10M or PT1M,PT10M: %s"
              .formatted(text.strip(), useless.getMessage()),
          useless);
    }
  }

  private static RetryTimeCycle of(String... parts) {
    Matcher repeat = REPEAT.matcher(parts[0].strip());
    if (parts.length == 1 && repeat.matches()) {
      String count = repeat.group(1);
      return new RetryTimeCycle(
          count.isEmpty() ? Integer.MAX_VALUE : Math.max(1, Integer.parseInt(count)),
          List.of(Interval.parse(repeat.group(2))));
    }
    List<Interval> waits = Stream.of(parts).map(RetryTimeCycle::wait).toList();
    return new RetryTimeCycle(waits.size() + 1, waits);
  }

  // In a list the reference takes each wait once, however often it is to be repeated.
  private static Interval wait(String part) {
    Matcher repeat = REPEAT.matcher(part.strip());
    return Interval.parse(repeat.matches() ? repeat.group(2) : part.strip());
  }

  /** How often a job is tried in all. */
  public int attempts() {
    return attempts;
  }

  /**
   * When a job that has failed is tried again.
   *
   * @param retriesLeft after the failure
   */
  public Instant nextAttempt(int retriesLeft, Instant failedAt) {
    // Somebody may have given it more retries than the cycle has.
    int failures = Math.max(1, attempts - retriesLeft);
    Interval wait = waits.get(Math.min(failures, waits.size()) - 1);
    Instant next = wait.after(failedAt, 1);
    return next.isAfter(PointInTime.LAST) ? PointInTime.LAST : next;
  }
}
