package dev.outwork.api.worker.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Registry in which an engine announces itself to those that call workers. An engine may start
 * after the workers, stop before them, and start again.
 */
public final class Engines {
  private static final List<WorkerService> THERE = new ArrayList<>();
  private static final List<Listener> LISTENERS = new ArrayList<>();

  /** Is notified when an engine starts or stops. */
  public interface Listener {
    void available(WorkerService engine);

    /** Returns when the engine is no longer in use. */
    void gone(WorkerService engine);
  }

  private Engines() {}

  /** Announces an engine that is ready. */
  public static void add(WorkerService engine) {
    List<Listener> listeners;
    synchronized (Engines.class) {
      THERE.add(engine);
      listeners = List.copyOf(LISTENERS);
    }
    listeners.forEach(listener -> listener.available(engine));
  }

  /** Withdraws an engine that is about to stop. */
  public static void remove(WorkerService engine) {
    List<Listener> listeners;
    synchronized (Engines.class) {
      THERE.remove(engine);
      listeners = List.copyOf(LISTENERS);
    }
    listeners.forEach(listener -> listener.gone(engine));
  }

  /** Notifies the listener of all present engines now, and of others when they start. */
  public static void listen(Listener listener) {
    List<WorkerService> there;
    synchronized (Engines.class) {
      LISTENERS.add(listener);
      there = List.copyOf(THERE);
    }
    there.forEach(listener::available);
  }

  public static synchronized void ignore(Listener listener) {
    LISTENERS.remove(listener);
  }
}
