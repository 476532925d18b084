package dev.outwork.api.worker;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * How often a task is tried whose worker throws, and how long it waits in between. When the last
 * attempt has failed, the task has no retries left and an incident is raised, with the stack trace
 * as error details.
 *
 * @param attempts how often the task is tried in all; at least 1
 * @param delay before the second attempt; at least zero
 * @param multiplier by which the delay grows with each further attempt; at least 1, which keeps it
 *     as it is
 * @param jitter by what share of itself the delay is made longer or shorter at random, so that
 *     tasks that failed together do not come again together; from 0 to 1
 * @param maxDelay the longest delay, jitter included; not shorter than {@code delay}
 */
public record RetryPolicy(
    int attempts, Duration delay, double multiplier, double jitter, Duration maxDelay) {

  /** The names of what can be given as text; see {@link #with}. */
  public static final List<String> OPTIONS =
      List.of("retryAttempts", "retryDelay", "retryMultiplier", "retryJitter", "retryMaxDelay");

  /** The longest delay that can be asked for. */
  public static final Duration LONGEST_DELAY = Duration.ofDays(36_500);

  /** What holds where nobody says anything: three attempts, ten and twenty seconds apart. */
  public static final RetryPolicy DEFAULT =
      new RetryPolicy(3, Duration.ofSeconds(10), 2, 0.1, Duration.ofHours(1));

  public RetryPolicy {
    require(attempts >= 1, "retryAttempts is %s: at least 1 is needed", attempts);
    require(!delay.isNegative(), "retryDelay is %s: it must not be negative", delay);
    require(multiplier >= 1, "retryMultiplier is %s: at least 1 is needed", multiplier);
    require(jitter >= 0 && jitter <= 1, "retryJitter is %s: 0 to 1 is possible", jitter);
    require(
        maxDelay.compareTo(delay) >= 0,
        "retryMaxDelay is %s: it must not be shorter than retryDelay",
        maxDelay);
    require(
        maxDelay.compareTo(LONGEST_DELAY) <= 0,
        "retryMaxDelay is %s: at most 36500 days are possible",
        maxDelay);
  }

  /** The same delay each time. */
  public static RetryPolicy fixed(int attempts, Duration delay) {
    return new RetryPolicy(attempts, delay, 1, 0, delay);
  }

  /** A delay that doubles each time. */
  public static RetryPolicy exponential(int attempts, Duration delay, Duration maxDelay) {
    return new RetryPolicy(attempts, delay, 2, 0, maxDelay);
  }

  /**
   * This policy, with what is given as text instead: the {@link #OPTIONS}, durations in ISO 8601. A
   * delay that is longer than the longest so far is the longest.
   *
   * @param text of the option of that name; null if it is not given
   * @throws IllegalArgumentException naming the option and what is possible
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
      throw new IllegalArgumentException("%s is '%s', which is no number".formatted(name, text), e);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "%s is '%s', which is no ISO 8601 duration such as PT10S".formatted(name, text), e);
    }
  }

  /**
   * How long a task waits for its next attempt; differs from call to call if there is a jitter.
   *
   * @param failures how many attempts have failed by now; at least 1
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
