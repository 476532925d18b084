package dev.outwork.api.externaltask;

/** Somebody who waits for tasks, and may go away without a word. */
@FunctionalInterface
public interface WaitingCaller {
  /**
   * Whether it can still be reached; certain is only that it cannot. Asked by any thread, before
   * tasks are taken for it, before they are given to it and now and then in between, never by two
   * at a time. If not, it gives its place up, and gets nothing.
   */
  boolean isThere();

  /**
   * Whether something stands between that hides for some questions that it has gone. Then it is
   * asked more often, and several times before it gets tasks.
   */
  default boolean comesThroughProxy() {
    return false;
  }
}
