package dev.outwork.api.numbers;

import java.time.Instant;
import java.util.List;

/**
 * A worker that was seen in the last hour.
 *
 * @param topicNames the topics that it has asked for or reported on
 * @param address from which it asked last, as seen by the node: that of a proxy if there is one;
 *     null inside the server
 * @param userAgent as its client names itself; null if it does not
 * @param node the node that has seen it last
 * @param lastSeen when it last asked or reported
 * @param waiting whether a long poll of it waits
 * @param inHand tasks that it has locked now
 * @param completed tasks completed since it is known
 * @param failed failures reported since it is known
 * @param lostLocks locks that expired since it is known
 */
public record WorkerNumbers(
    String workerId,
    List<String> topicNames,
    String address,
    String userAgent,
    String node,
    Instant lastSeen,
    boolean waiting,
    long inHand,
    long completed,
    long failed,
    long lostLocks) {
  public WorkerNumbers {
    topicNames = List.copyOf(topicNames);
  }
}
