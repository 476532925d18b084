package dev.outwork.rest.security;

import java.time.Duration;

/** It is too early for the next guess of a password. */
final class SlowedDown extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final long seconds;

  SlowedDown(Duration wait) {
    super(
        "Too many logins with this name, or from this address, have failed: try again in %d s"
            .formatted(seconds(wait)));
    this.seconds = seconds(wait);
  }

  /** After which the next guess may be made. */
  long seconds() {
    return seconds;
  }

  private static long seconds(Duration wait) {
    return wait.plusSeconds(1).minusNanos(1).toSeconds();
  }
}
