package dev.outwork.mover.command;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;

/** Says how far the work is, and how long it may still take: one line every few seconds. */
final class Progress {
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final PrintWriter out;
  private final long expected;
  private final Instant begun = Instant.now();
  private Instant said = begun;
  private long done;

  /**
   * @param expected 0 if nobody knows
   */
  Progress(PrintWriter out, long expected) {
    this.out = out;
    this.expected = expected;
  }

  synchronized void add(int more) {
    done += more;
    Instant now = Instant.now();
    if (Duration.between(said, now).compareTo(PAUSE) >= 0) {
      said = now;
      out.println(line(done, expected, Duration.between(begun, now)));
      out.flush();
    }
  }

  static String line(long done, long expected, Duration since) {
    double each = done * 1000.0 / Math.max(1, since.toMillis());
    String speed = "%d instances, %.0f a second".formatted(done, each);
    if (expected <= done || each == 0) {
      return speed;
    }
    return "%d of %s; about %d s to go"
        .formatted(
            done,
            speed.replaceFirst("^\\d+", String.valueOf(expected)),
            Math.round((expected - done) / each));
  }

  /** How many were done. */
  synchronized long end() {
    return done;
  }
}
