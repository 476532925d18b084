package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.ExpressionException;
import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The attempts of a job and the delays between them: {@code R5/PT5M} for five attempts with five
 * minutes between them, or a list such as {@code PT10M,PT17M,PT20M} with the delays before the
 * second and later attempts. In a list each delay counts once: {@code R3/PT30S,PT4M} is {@code
 * PT30S,PT4M}.
 */
public final class RetryTimeCycle {
  private static final Pattern REPEAT = Pattern.compile("R(\\d{0,9})/(P.*)");

  /** The default of a process: three attempts. */
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

  // In a list Camunda 7 uses each delay once, whatever its repetition.
  private static Interval wait(String part) {
    Matcher repeat = REPEAT.matcher(part.strip());
    return Interval.parse(repeat.matches() ? repeat.group(2) : part.strip());
  }

  /** The total number of attempts of a job. */
  public int attempts() {
    return attempts;
  }

  /**
   * The time of the next attempt of a failed job.
   *
   * @param retriesLeft after the failure
   */
  public Instant nextAttempt(int retriesLeft, Instant failedAt) {
    // An operator may have set more retries than the cycle has.
    int failures = Math.max(1, attempts - retriesLeft);
    Interval wait = waits.get(Math.min(failures, waits.size()) - 1);
    Instant next = wait.after(failedAt, 1);
    return next.isAfter(PointInTime.LAST) ? PointInTime.LAST : next;
  }
}
