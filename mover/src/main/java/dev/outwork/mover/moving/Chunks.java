package dev.outwork.mover.moving;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Works on chunks in several threads, each with connections of its own. No more than one chunk for
 * each thread waits, so the memory does not depend on how many there are.
 */
final class Chunks implements AutoCloseable {
  private final MoveSettings settings;
  private final ExecutorService threads;
  private final BlockingQueue<List<String>> waiting;
  private final Pace pace;
  private final CountDownLatch failed = new CountDownLatch(1);

  /** Ids that come after one. */
  @FunctionalInterface
  interface Pages {
    List<String> after(Sides sides, String id);
  }

  /** What is done with a chunk. */
  @FunctionalInterface
  interface Work {
    void with(Sides sides, List<String> roots);
  }

  Chunks(MoveSettings settings) {
    this.settings = settings;
    this.threads = Executors.newFixedThreadPool(settings.threads());
    this.waiting = new LinkedBlockingQueue<>(settings.threads());
    this.pace = new Pace(settings.mostPerSecond());
  }

  /** Returns when all are done; throws the first failure, after which no chunk is begun. */
  void each(Pages pages, Work work) {
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < settings.threads(); i++) {
      workers.add(threads.submit(() -> work(work)));
    }
    RuntimeException failure = null;
    try {
      try {
        read(pages);
      } catch (RuntimeException unreadable) {
        failure = unreadable;
      }
      await(workers, failure);
    } catch (InterruptedException e) {
      failed.countDown();
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The work was interrupted", e);
    }
  }

  private void read(Pages pages) throws InterruptedException {
    try (Sides sides = Sides.open(settings)) {
      String after = "";
      while (!hasFailed()) {
        List<String> roots = pages.after(sides, after);
        sides.source().rollback();
        if (roots.isEmpty()) {
          break;
        }
        for (int i = 0; i < roots.size(); i += settings.chunk()) {
          put(roots.subList(i, Math.min(roots.size(), i + settings.chunk())));
        }
        after = roots.get(roots.size() - 1);
      }
    } catch (RuntimeException failure) {
      failed.countDown();
      throw failure;
    } finally {
      for (int i = 0; i < settings.threads(); i++) {
        put(List.of());
      }
    }
  }

  // Nobody takes any more after a failure.
  private void put(List<String> roots) throws InterruptedException {
    while (!hasFailed() && !waiting.offer(roots, 100, TimeUnit.MILLISECONDS)) {
      continue;
    }
  }

  private boolean hasFailed() {
    return failed.getCount() == 0;
  }

  private void work(Work work) {
    try (Sides sides = Sides.open(settings)) {
      while (!hasFailed()) {
        List<String> roots = waiting.poll(100, TimeUnit.MILLISECONDS);
        if (roots == null) {
          continue;
        }
        if (roots.isEmpty()) {
          return;
        }
        if (!failed.await(pause(roots), TimeUnit.NANOSECONDS)) {
          work.with(sides, roots);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException failure) {
      failed.countDown();
      throw failure;
    }
  }

  private long pause(List<String> roots) {
    return pace.turn(settings.clock().instant(), roots.size()).toNanos();
  }

  private static void await(List<Future<?>> workers, RuntimeException failure)
      throws InterruptedException {
    RuntimeException first = failure;
    for (Future<?> worker : workers) {
      try {
        worker.get();
      } catch (ExecutionException e) {
        if (first == null) {
          first =
              e.getCause() instanceof RuntimeException cause
                  ? cause
                  : new IllegalStateException(e.getCause());
        }
      }
    }
    if (first != null) {
      throw first;
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
