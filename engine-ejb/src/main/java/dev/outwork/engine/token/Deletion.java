package dev.outwork.engine.token;

/** Ends instances from outside, with all instances that they called. */
final class Deletion {
  private final Cancellation cancellation;
  private final Callers callers;
  private final Removal removal;

  /** {@code removal} cancels a call activity that waits for a deleted instance. */
  Deletion(Cancellation cancellation, Callers callers, Removal removal) {
    this.cancellation = cancellation;
    this.callers = callers;
    this.removal = removal;
  }

  /** {@code reason} may be null. */
  void delete(Running running, String reason) {
    cancellation.abandonInside(running.root());
    running.end("EXTERNALLY_TERMINATED", reason);
    callers.of(running).ifPresent(call -> deleteCaller(call, reason));
  }

  private void deleteCaller(Activity call, String reason) {
    removal.remove(call, cancellation::abandon);
    deleteIfEmpty(call.running(), reason);
  }

  /** Ends an instance that has no activities left. */
  void deleteIfEmpty(Running running, String reason) {
    if (!running.hasEnded() && running.activities().underWayIn(running.root()).isEmpty()) {
      delete(running, reason);
    }
  }
}
