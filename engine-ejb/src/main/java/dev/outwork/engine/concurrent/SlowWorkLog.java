package dev.outwork.engine.concurrent;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Logs the name of work that takes long, while it is in progress. */
@ApplicationScoped
public class SlowWorkLog {
  private static final Logger LOG = Logger.getLogger(SlowWorkLog.class.getName());

  static final Duration LONG = Duration.ofSeconds(10);
  private static final Duration LOOKS_EVERY = Duration.ofSeconds(5);

  @Inject private Threads threads;

  private final Set<UnderWay> underWay = ConcurrentHashMap.newKeySet();
  private final LongSupplier nanoTime;
  private volatile boolean closed;

  /** Work in progress; compared by identity. */
  private static final class UnderWay {
    private final String name;
    private final long since;
    private volatile boolean told;

    UnderWay(String name, long since) {
      this.name = name;
      this.since = since;
    }
  }

  SlowWorkLog() {
    this(System::nanoTime);
  }

  SlowWorkLog(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  @PostConstruct
  void open() {
    threads.later(LOOKS_EVERY, this::lookAgain);
  }

  /** Runs work and logs it if it takes long. */
  public <T> T over(String name, Supplier<T> work) {
    UnderWay mine = new UnderWay(name, nanoTime.getAsLong());
    underWay.add(mine);
    try {
      return work.get();
    } finally {
      underWay.remove(mine);
      if (mine.told) {
        LOG.warning(() -> "%s ended after %d s".formatted(name, secondsOf(mine)));
      }
    }
  }

  /** Runs work and logs it if it takes long. */
  public void over(String name, Runnable work) {
    over(
        name,
        () -> {
          work.run();
          return null;
        });
  }

  private void lookAgain() {
    if (!closed) {
      look();
      threads.later(LOOKS_EVERY, this::lookAgain);
    }
  }

  void look() {
    for (UnderWay one : underWay) {
      if (!one.told && secondsOf(one) >= LONG.toSeconds()) {
        one.told = true;
        LOG.warning(
            () ->
                "%s has been running for %d s; other work continues"
                    .formatted(one.name, secondsOf(one)));
      }
    }
  }

  private long secondsOf(UnderWay one) {
    return Duration.ofNanos(nanoTime.getAsLong() - one.since).toSeconds();
  }

  @PreDestroy
  void close() {
    closed = true;
  }
}
