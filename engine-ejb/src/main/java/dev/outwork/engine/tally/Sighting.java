package dev.outwork.engine.tally;

import dev.outwork.api.externaltask.FetchAndLock.Sender;
import java.time.Instant;

/**
 * What this node knows of a worker at a topic.
 *
 * @param sender from where it has asked last
 * @param polledAt when it last asked for tasks; null if never
 * @param reportedAt when it last reported on a task; null if never
 * @param notedAt when something of this was last noted
 */
public record Sighting(
    Sender sender,
    Instant polledAt,
    Instant reportedAt,
    Instant notedAt,
    long completed,
    long failed,
    long lostLocks) {
  /** A worker at a topic. */
  public record Place(String workerId, String topicName) {}

  /** Of somebody of whom nothing is known. */
  public static final Sighting NONE = new Sighting(Sender.UNKNOWN, null, null, null, 0, 0, 0);

  /** Of somebody of whom nothing is known, if nothing is. */
  public static Sighting orNone(Sighting before) {
    return before == null ? NONE : before;
  }

  Sighting polled(Sender from, Instant now) {
    return new Sighting(from, now, reportedAt, now, completed, failed, lostLocks);
  }

  Sighting completedOne(Instant now) {
    return new Sighting(sender, polledAt, now, now, completed + 1, failed, lostLocks);
  }

  Sighting failedOne(Instant now) {
    return new Sighting(sender, polledAt, now, now, completed, failed + 1, lostLocks);
  }

  Sighting lostOne(Instant now) {
    return new Sighting(sender, polledAt, reportedAt, now, completed, failed, lostLocks + 1);
  }

  /** It still waits at a time. */
  public Sighting waitsAt(Instant now) {
    return polled(sender, now);
  }

  /** All but the times. */
  public Sighting countsAndSender() {
    return new Sighting(sender, null, null, null, completed, failed, lostLocks);
  }
}
