package dev.outwork.engine.externaltask;

import java.time.Instant;

/**
 * Where the open tasks of a topic begin: those that come next are of this priority and not older,
 * or of a higher one.
 *
 * @param leastPriority {@link Long#MIN_VALUE} if none of any priority is older
 * @param isDrained whether nothing was left when somebody looked, so that only new ones can be
 *     there
 */
record QueueHead(Instant from, long leastPriority, boolean isDrained) {
  /** As good as not knowing. */
  static final QueueHead ANYWHERE = new QueueHead(Instant.EPOCH, Long.MIN_VALUE, false);

  static QueueHead drained(Instant from) {
    return new QueueHead(from, Long.MIN_VALUE, true);
  }

  static QueueHead behind(TaskRow last) {
    return new QueueHead(last.createdAt(), Long.MIN_VALUE, false);
  }

  /** The same in the order of priorities. */
  static QueueHead behindInPriority(TaskRow last) {
    return new QueueHead(last.createdAt(), last.priority(), false);
  }

  boolean isOfAnyPriority() {
    return leastPriority == Long.MIN_VALUE;
  }
}
