package dev.outwork.engine.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Runs things at the same time, each in a thread of its own that starts when all are ready. */
public final class AtOnce implements AutoCloseable {
  private static final int LONGEST_SECONDS = 60;

  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** The outcome of one of several calls: its result or its exception. */
  public record Outcome<T>(T result, Throwable failure) {}

  /** Runs {@code count} things and waits for all of them. */
  public <T> List<Outcome<T>> run(int count, IntFunction<Callable<T>> thing) throws Exception {
    List<Callable<T>> things = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      things.add(thing.apply(i));
    }
    return run(things);
  }

  /** Runs all of these and waits for all of them. */
  public <T> List<Outcome<T>> run(List<Callable<T>> things) throws Exception {
    CyclicBarrier start = new CyclicBarrier(things.size());
    List<Future<T>> running = new ArrayList<>();
    for (Callable<T> thing : things) {
      running.add(
          threads.submit(
              () -> {
                start.await(LONGEST_SECONDS, TimeUnit.SECONDS);
                return thing.call();
              }));
    }
    List<Outcome<T>> outcomes = new ArrayList<>();
    for (Future<T> one : running) {
      outcomes.add(outcome(one));
    }
    return outcomes;
  }

  private static <T> Outcome<T> outcome(Future<T> one) throws Exception {
    try {
      return new Outcome<>(one.get(LONGEST_SECONDS, TimeUnit.SECONDS), null);
    } catch (ExecutionException e) {
      return new Outcome<>(null, e.getCause());
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
