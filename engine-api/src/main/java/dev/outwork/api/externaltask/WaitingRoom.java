package dev.outwork.api.externaltask;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Where a worker waits for work without holding a thread. */
public interface WaitingRoom {
  /** How long a worker may wait at the most. */
  Duration LONGEST_WAIT = Duration.ofMillis(1_800_000);

  /**
   * Fetches at once and does not wait for work, only for its turn among those who fetch on this
   * node: {@link ExternalTaskService#fetchAndLock} for callers who have no transaction.
   *
   * @return empty if there is nothing
   */
  List<LockedExternalTask> fetchAndLock(FetchAndLock request);

  /**
   * Fetches at once, or as soon as there is work, or returns an empty list when {@code timeout} has
   * passed or the engine stops. Cancelling the future gives the place up.
   *
   * @param timeout zero or less does not wait
   * @return completes exceptionally with what {@link ExternalTaskService#fetchAndLock} throws
   * @throws TooManyWaitingException if the room is full
   */
  CompletableFuture<List<LockedExternalTask>> fetchAndLock(FetchAndLock request, Duration timeout);

  /** The same for somebody who may go away without a word; cancelled if that is noticed. */
  CompletableFuture<List<LockedExternalTask>> fetchAndLock(
      FetchAndLock request, Duration timeout, WaitingCaller caller);

  /**
   * For the end of the engine: everybody who waits gets an empty list, and so does who comes later.
   * Returns when no fetch is under way any more.
   */
  void close();
}
