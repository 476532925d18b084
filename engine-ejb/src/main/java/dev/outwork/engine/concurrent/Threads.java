package dev.outwork.engine.concurrent;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The engine's own threads, created by the container's thread factory. Work never waits for other
 * work: each piece gets a thread at once, and the timer only hands work over. The container's
 * default executors do not guarantee that; Payara's scheduled one has a single thread for the whole
 * server.
 */
@ApplicationScoped
public class Threads implements Executor {
  private static final Duration KEPT_IDLE = Duration.ofSeconds(30);

  @Resource private ManagedThreadFactory factory;

  private ThreadPoolExecutor workers;
  private ScheduledThreadPoolExecutor timer;

  @PostConstruct
  void open() {
    // Few callers use it, each for one piece of work at a time, so there is no limit.
    workers =
        new ThreadPoolExecutor(
            0,
            Integer.MAX_VALUE,
            KEPT_IDLE.toSeconds(),
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            factory);
    timer = new ScheduledThreadPoolExecutor(1, factory);
    timer.setRemoveOnCancelPolicy(true);
  }

  /**
   * Runs work on another thread at once.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the engine has stopped
   */
  @Override
  public void execute(Runnable work) {
    workers.execute(work);
  }

  /**
   * Runs work on another thread after a delay.
   *
   * @throws java.util.concurrent.RejectedExecutionException if the engine has stopped
   */
  public void later(Duration delay, Runnable work) {
    timer.schedule(() -> workers.execute(work), delay.toNanos(), TimeUnit.NANOSECONDS);
  }

  @PreDestroy
  void close() {
    timer.shutdownNow();
    workers.shutdown();
  }
}
