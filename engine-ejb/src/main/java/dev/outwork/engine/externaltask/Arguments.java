package dev.outwork.engine.externaltask;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.Topic;
import java.time.Duration;

/** Checks arguments that need no task. */
public final class Arguments {
  /** The longest worker id and topic name, in characters. */
  private static final int MAX_NAME_LENGTH = 255;

  /** The longest lock, and the longest wait for a retry. */
  private static final Duration LONGEST = Duration.ofDays(36_500);

  private Arguments() {}

  /** Refuses a request that no task could ever match. */
  public static void check(FetchAndLock request) {
    checkWorker(request.workerId());
    if (request.maxTasks() < 0) {
      throw new ProcessEngineException("maxResults is not greater than or equal to 0");
    }
    request.topics().forEach(Arguments::check);
  }

  static void check(Topic topic) {
    checkLength("topicName", ensureNotNull("topicName", topic.topicName()));
    if (topic.lockDuration().isNegative() || topic.lockDuration().isZero()) {
      throw new ProcessEngineException(
          "lockTime is not greater than 0 for topic '%s'".formatted(topic.topicName()));
    }
    checkNotTooLong("lockDuration", topic.lockDuration());
  }

  static void check(Failure failure) {
    checkNotNegative("retries", failure.retries());
    checkNotNegative("retryDuration", failure.retryTimeout().toMillis());
    checkNotTooLong("retryTimeout", failure.retryTimeout());
  }

  static void checkWorker(String workerId) {
    checkLength("workerId", ensureNotNull("workerId", workerId));
  }

  static void checkRetries(int retries) {
    if (retries < 0) {
      throw new BadUserRequestException(
          "The number of retries cannot be negative: retries is not greater than or equal to 0");
    }
  }

  static void checkPositive(String what, Duration duration) {
    if (duration.isNegative() || duration.isZero()) {
      throw new BadUserRequestException(what + " is not greater than 0");
    }
    checkNotTooLong(what, duration);
  }

  private static void checkLength(String what, String value) {
    if (value.length() > MAX_NAME_LENGTH) {
      throw new ProcessEngineException(
          "%s has %d characters: at most %d are allowed"
              .formatted(what, value.length(), MAX_NAME_LENGTH),
          ProcessEngineException.VALUE_TOO_LONG,
          null);
    }
  }

  private static void checkNotNegative(String what, long value) {
    if (value < 0) {
      throw new ProcessEngineException(what + " is not greater than or equal to 0");
    }
  }

  private static void checkNotTooLong(String what, Duration duration) {
    if (duration.compareTo(LONGEST) > 0) {
      throw new BadUserRequestException(
          "%s is %d ms: at most %d ms are allowed"
              .formatted(what, duration.toMillis(), LONGEST.toMillis()));
    }
  }
}
