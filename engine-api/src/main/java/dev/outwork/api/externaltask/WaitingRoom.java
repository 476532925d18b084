package dev.outwork.api.externaltask;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Lets workers wait for tasks without holding a thread. */
public interface WaitingRoom {
  /** The longest time that a worker may wait. */
  Duration LONGEST_WAIT = Duration.ofMillis(1_800_000);

  /**
   * Fetches at once, waiting only for its turn among the fetches of this node: {@link
   * ExternalTaskService#fetchAndLock} for callers without a transaction.
   *
   * @return empty if there is no task
   */
  List<LockedExternalTask> fetchAndLock(FetchAndLock request);

  /**
   * Fetches at once, or as soon as there are tasks. Returns an empty list when {@code timeout} has
   * elapsed or the engine stops. Cancelling the future gives up the place.
   *
   * @param timeout zero or less does not wait
   * @return completes exceptionally with the exceptions of {@link ExternalTaskService#fetchAndLock}
   * @throws TooManyWaitingException if the room is full
   */
  CompletableFuture<List<LockedExternalTask>> fetchAndLock(FetchAndLock request, Duration timeout);

  /**
   * Fetches for a caller that may disconnect without notice; the future is cancelled when that is
   * detected.
   */
  CompletableFuture<List<LockedExternalTask>> fetchAndLock(
      FetchAndLock request, Duration timeout, WaitingCaller caller);

  /**
   * Closes the room when the engine stops: waiting and later callers get an empty list. Returns
   * when no fetch is in progress.
   */
  void close();
}
