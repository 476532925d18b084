package dev.outwork.api.externaltask;

/** A waiting caller that may disconnect without notice. */
@FunctionalInterface
public interface WaitingCaller {
  /**
   * Whether the caller can still be reached; only {@code false} is certain. Any thread may ask, but
   * never two at a time: before tasks are locked for the caller, before they are handed over, and
   * from time to time in between. A caller that is gone loses its place and gets nothing.
   */
  boolean isThere();

  /**
   * Whether a proxy may hide for a while that the caller has disconnected. Such a caller is checked
   * more often, and several times before it gets tasks.
   */
  default boolean comesThroughProxy() {
    return false;
  }
}
