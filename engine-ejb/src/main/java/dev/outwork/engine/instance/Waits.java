package dev.outwork.engine.instance;

import dev.outwork.engine.database.Writes;
import dev.outwork.engine.token.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * What instances need of those who keep something for a token that waits. Implemented by the
 * packages that own it.
 *
 * @param <O> what is to be kept
 */
public interface Waits<O> {
  /**
   * Keeps something for each order.
   *
   * @param writes what is written later in the transaction; who is asked often adds to it
   */
  void open(Instance instance, List<O> orders, Instant now, Writes writes);

  /**
   * Takes away what is kept for these activities, with its incidents; there may be nothing.
   *
   * @param writes as above
   */
  void close(Instance instance, Collection<String> activityInstanceIds, Instant now, Writes writes);

  /**
   * What is kept for these instances can happen no more, or again.
   *
   * @param processInstanceIds so many that one statement can carry them
   */
  void setSuspended(List<String> processInstanceIds, boolean suspended, Instant now);

  /** What is kept for some events of an activity. */
  interface OfEvents<O> extends Waits<O> {
    /**
     * Takes away what is kept for these events of an activity that stays under way.
     *
     * @param activityIds the events
     */
    void closeEvents(
        Instance instance, String activityInstanceId, Collection<String> activityIds, Instant now);
  }
}
