package dev.outwork.api.worker.spi;

import java.util.ArrayList;
import java.util.List;

/**
 * Where an engine says that it is there, and who calls workers learns of it. An engine may start
 * after the workers, end before them, and come again.
 */
public final class Engines {
  private static final List<WorkerService> THERE = new ArrayList<>();
  private static final List<Listener> LISTENERS = new ArrayList<>();

  /** Is told when an engine comes and goes. */
  public interface Listener {
    void available(WorkerService engine);

    /** Returns when nothing of the engine is in use any more. */
    void gone(WorkerService engine);
  }

  private Engines() {}

  /** An engine is ready to be used. */
  public static void add(WorkerService engine) {
    List<Listener> listeners;
    synchronized (Engines.class) {
      THERE.add(engine);
      listeners = List.copyOf(LISTENERS);
    }
    listeners.forEach(listener -> listener.available(engine));
  }

  /** An engine is about to stop. */
  public static void remove(WorkerService engine) {
    List<Listener> listeners;
    synchronized (Engines.class) {
      THERE.remove(engine);
      listeners = List.copyOf(LISTENERS);
    }
    listeners.forEach(listener -> listener.gone(engine));
  }

  /** Tells of the engines that are there, now, and of all others when they come. */
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
