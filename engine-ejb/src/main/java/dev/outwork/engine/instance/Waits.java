package dev.outwork.engine.instance;

import dev.outwork.engine.database.Writes;
import dev.outwork.engine.token.Instance;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/**
 * The rows of waiting tokens. Implemented by the packages that own them.
 *
 * @param <O> an order for a row
 */
public interface Waits<O> {
  /**
   * Creates a row for each order.
   *
   * @param writes collected writes of the transaction; frequent implementations add to them
   */
  void open(Instance instance, List<O> orders, Instant now, Writes writes);

  /**
   * Removes the rows of these activities, with their incidents; there may be none.
   *
   * @param writes as for {@link #open}
   */
  void close(Instance instance, Collection<String> activityInstanceIds, Instant now, Writes writes);

  /**
   * Suspends or activates the rows of these instances.
   *
   * @param processInstanceIds at most as many as fit one statement
   */
  void setSuspended(List<String> processInstanceIds, boolean suspended, Instant now);

  /** Rows of single events of an activity. */
  interface OfEvents<O> extends Waits<O> {
    /**
     * Removes the rows of these events of an activity that keeps running.
     *
     * @param activityIds the events
     */
    void closeEvents(
        Instance instance, String activityInstanceId, Collection<String> activityIds, Instant now);
  }
}
