package dev.outwork.api.tracing;

/**
 * The trace that a caller over a protocol has named, bound to the thread of its call. Whoever
 * receives the call sets it, and clears it at the end. A caller in the same server needs none: its
 * trace is the current context of OpenTelemetry.
 */
public final class TraceOfCaller {
  private static final ThreadLocal<String> CURRENT = new ThreadLocal<>();

  private TraceOfCaller() {}

  /** The {@code traceparent} as it was sent, valid or not; null if none was. */
  public static String traceparent() {
    return CURRENT.get();
  }

  /**
   * Binds a trace to this thread.
   *
   * @param traceparent null for none
   */
  public static void set(String traceparent) {
    if (traceparent == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(traceparent);
    }
  }
}
