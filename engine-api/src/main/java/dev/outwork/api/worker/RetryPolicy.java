package dev.outwork.api.worker;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * The attempts of a task whose worker throws, and the delays between them. When the last attempt
 * has failed, the task has no retries left and an incident is created, with the stack trace as
 * error details.
 *
 * @param attempts total number of attempts; at least 1
 * @param delay before the second attempt; at least zero
 * @param multiplier factor by which the delay grows with each further attempt; at least 1, which
 *     keeps it constant
 * @param jitter maximum share by which the delay is lengthened or shortened at random, so that
 *     tasks that failed together are not retried together; from 0 to 1
 * @param maxDelay the longest delay, jitter included; not shorter than {@code delay}
 */
public record RetryPolicy(
    int attempts, Duration delay, double multiplier, double jitter, Duration maxDelay) {

  /** The options that can be given as text; see {@link #with}. */
  public static final List<String> OPTIONS =
      List.of("retryAttempts", "retryDelay", "retryMultiplier", "retryJitter", "retryMaxDelay");

  /** The upper limit of all delays. */
  public static final Duration LONGEST_DELAY = Duration.ofDays(36_500);

  /** The default: three attempts with delays of ten and twenty seconds. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofSeconds(10), 2, 0.1, Duration.ofHours(1));

  public RetryPolicy {
    require(attempts >= 1, "retryAttempts is %s: it must be at least 1", attempts);
    require(!delay.isNegative(), "retryDelay is %s: it must not be negative", delay);
    require(multiplier >= 1, "retryMultiplier is %s: it must be at least 1", multiplier);
    require(jitter >= 0 && jitter <= 1, "retryJitter is %s: it must be between 0 and 1", jitter);
    require(
        maxDelay.compareTo(delay) >= 0,
        "retryMaxDelay is %s: it must not be shorter than retryDelay",
        maxDelay);
    require(
        maxDelay.compareTo(LONGEST_DELAY) <= 0,
        "retryMaxDelay is %s: it must be at most 36500 days",
        maxDelay);
  }

  /** A policy with a constant delay. */
  public static RetryPolicy fixed(int attempts, Duration delay) {
    return new RetryPolicy(attempts, delay, 1, 0, delay);
  }

  /** A policy whose delay doubles with each attempt. */
  public static RetryPolicy exponential(int attempts, Duration delay, Duration maxDelay) {
    return new RetryPolicy(attempts, delay, 2, 0, maxDelay);
  }

  /**
   * This policy with some options replaced by text: the {@link #OPTIONS}, durations in ISO 8601. A
   * delay longer than the current maximum delay becomes the new maximum.
   *
   * @param text returns the value of an option by its name; null to keep the option
   * @throws IllegalArgumentException naming the option and its allowed values
   */
  public RetryPolicy with(UnaryOperator<String> text) {
    Duration newDelay = read(text, "retryDelay", delay, Duration::parse);
    Duration longest = newDelay.compareTo(maxDelay) > 0 ? newDelay : maxDelay;
    return new RetryPolicy(
        read(text, "retryAttempts", attempts, Integer::valueOf),
        newDelay,
        read(text, "retryMultiplier", multiplier, Double::valueOf),
        read(text, "retryJitter", jitter, Double::valueOf),
        read(text, "retryMaxDelay", longest, Duration::parse));
  }

  private static <T> T read(
      UnaryOperator<String> texts, String name, T otherwise, Function<String, T> reader) {
    String text = texts.apply(name);
    if (text == null || text.isBlank()) {
      return otherwise;
    }
    try {
      return reader.apply(text.strip());
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "%s is '%s': it must be a number".formatted(name, text), e);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "%s is '%s': it must be an ISO 8601 duration such as PT10S".formatted(name, text), e);
    }
  }

  /**
   * The delay before the next attempt; varies from call to call if there is a jitter.
   *
   * @param failures number of failed attempts; at least 1
   */
  public Duration delayAfter(int failures) {
    double grown = delay.toMillis() * Math.pow(multiplier, failures - 1.0);
    double varied = grown * (1 + jitter * ThreadLocalRandom.current().nextDouble(-1, 1));
    return Duration.ofMillis((long) Math.min(varied, maxDelay.toMillis()));
  }

  private static void require(boolean holds, String message, Object value) {
    if (!holds) {
      throw new IllegalArgumentException(message.formatted(value));
    }
  }
}
