package dev.outwork.engine.tracing;

import java.util.function.Supplier;

/**
 * The trace of one call, from the caller's thread to the one that does its work. This one is of a
 * call that nobody traces: it hands on the trace of its task, if there is one.
 */
public class CallTrace {
  /** Of a call that nobody traces. */
  public static final CallTrace NONE = new CallTrace();

  CallTrace() {}

  /**
   * The call starts an instance.
   *
   * @param key of the definition, or null
   * @param id of the definition, or null
   * @return the traceparent of what it creates; null if nobody traces
   */
  public String starts(String key, String id) {
    return null;
  }

  /** The instance that it has started. */
  public void started(String processInstanceId) {}

  /**
   * The call reports on a task. It belongs to the trace of its caller, or else to that of its task:
   * a retry, which began a new one, only has a link.
   *
   * @return the traceparent of what it creates; null if nobody traces
   */
  public String reports(TracedTask task) {
    return task.traceparent();
  }

  /** Does the call, and ends its span with the outcome. */
  public <T> T during(Supplier<T> work) {
    return work.get();
  }

  /**
   * Ends the span.
   *
   * @param failure why the call has failed; null if it has not
   */
  public void end(Throwable failure) {}
}
