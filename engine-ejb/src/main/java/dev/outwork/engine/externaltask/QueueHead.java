package dev.outwork.engine.externaltask;

import java.time.Instant;

/**
 * The position where the open tasks of a topic start: the next tasks have this priority and are not
 * older, or have a higher one.
 *
 * @param leastPriority {@link Long#MIN_VALUE} if no task of any priority is older
 * @param isDrained whether the queue was empty, so that only new tasks can be in it
 */
record QueueHead(Instant from, long leastPriority, boolean isDrained) {
  /** Equivalent to an unknown head. */
  static final QueueHead ANYWHERE = new QueueHead(Instant.EPOCH, Long.MIN_VALUE, false);

  static QueueHead drained(Instant from) {
    return new QueueHead(from, Long.MIN_VALUE, true);
  }

  static QueueHead behind(TaskRow last) {
    return new QueueHead(last.createdAt(), Long.MIN_VALUE, false);
  }

  /** The head after this task in the order of priorities. */
  static QueueHead behindInPriority(TaskRow last) {
    return new QueueHead(last.createdAt(), last.priority(), false);
  }

  boolean isOfAnyPriority() {
    return leastPriority == Long.MIN_VALUE;
  }
}
