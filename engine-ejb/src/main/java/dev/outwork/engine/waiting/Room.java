package dev.outwork.engine.waiting;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.TooManyWaitingException;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.externaltask.WorkAvailable;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The waiting room of this node. */
@ApplicationScoped
public class Room implements WaitingRoom {
  private static final Logger LOG = Logger.getLogger(Room.class.getName());

  @Inject private ExternalTaskService externalTasks;
  @Inject private FetchableTopics fetchableTopics;

  @Resource private ManagedScheduledExecutorService executor;

  private final ConcurrentLinkedQueue<Waiter> waiters = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final Set<String> woken = new HashSet<>();
  private final AtomicBoolean serving = new AtomicBoolean();
  private volatile boolean closed;
  private int capacity;

  @PostConstruct
  void open() {
    capacity = Settings.maxWaiting();
  }

  @Override
  public CompletableFuture<List<LockedExternalTask>> fetchAndLock(
      FetchAndLock request, Duration timeout) {
    List<LockedExternalTask> tasks = externalTasks.fetchAndLock(request);
    if (!tasks.isEmpty() || closed || timeout.isNegative() || timeout.isZero()) {
      return CompletableFuture.completedFuture(tasks);
    }
    return wait(request, timeout);
  }

  private CompletableFuture<List<LockedExternalTask>> wait(FetchAndLock request, Duration timeout) {
    if (waiting.incrementAndGet() > capacity) {
      waiting.decrementAndGet();
      throw new TooManyWaitingException(
          "Worker '%s' cannot wait for tasks: %d requests are waiting already"
              .formatted(request.workerId(), capacity));
    }
    Waiter waiter = new Waiter(request);
    // Before anything can answer it, or it would stay here for ever.
    waiters.add(waiter);
    Future<?> end =
        executor.schedule(
            () -> waiter.answer().complete(List.of()), timeout.toMillis(), TimeUnit.MILLISECONDS);
    waiter
        .answer()
        .whenComplete(
            (tasks, failure) -> {
              end.cancel(false);
              waiters.remove(waiter);
              waiting.decrementAndGet();
            });
    // What became fetchable between the attempt and the filing told nobody.
    wake(waiter.topics());
    if (closed) {
      waiter.answer().complete(List.of());
    }
    return waiter.answer();
  }

  void workIsAvailable(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkAvailable work) {
    if (!waiters.isEmpty()) {
      wake(work.topics());
    }
  }

  /** Finds what nobody on this node told of. */
  void sweep() {
    Set<String> awaited = new HashSet<>();
    waiters.forEach(waiter -> awaited.addAll(waiter.topics()));
    if (!awaited.isEmpty()) {
      wake(fetchableTopics.among(awaited));
    }
  }

  @PreDestroy
  void close() {
    closed = true;
    waiters.forEach(waiter -> waiter.answer().complete(List.of()));
  }

  private void wake(Set<String> topics) {
    if (topics.isEmpty()) {
      return;
    }
    synchronized (woken) {
      woken.addAll(topics);
    }
    if (serving.compareAndSet(false, true)) {
      executor.execute(this::serve);
    }
  }

  private void serve() {
    try {
      for (Set<String> topics = takeWoken(); !topics.isEmpty(); topics = takeWoken()) {
        serve(topics);
      }
    } finally {
      serving.set(false);
    }
    boolean more;
    synchronized (woken) {
      more = !woken.isEmpty();
    }
    if (more && serving.compareAndSet(false, true)) {
      executor.execute(this::serve);
    }
  }

  private Set<String> takeWoken() {
    synchronized (woken) {
      Set<String> topics = new HashSet<>(woken);
      woken.clear();
      return topics;
    }
  }

  // The oldest first; a topic of which somebody who takes anything gets nothing is empty for all.
  private void serve(Set<String> topics) {
    for (Waiter waiter : waiters) {
      if (topics.isEmpty() || closed) {
        return;
      }
      if (!waiter.isAnswered() && waiter.waitsForAnyOf(topics) && !serve(waiter)) {
        topics.removeAll(waiter.unfilteredTopics());
      }
    }
  }

  /** Whether there was anything for it. */
  private boolean serve(Waiter waiter) {
    try {
      List<LockedExternalTask> tasks = externalTasks.fetchAndLock(waiter.request());
      if (tasks.isEmpty()) {
        return false;
      }
      if (!waiter.answer().complete(tasks)) {
        // Its time was up, or its caller gone, while the tasks were being taken.
        externalTasks.giveBack(tasks);
      }
      return true;
    } catch (ProcessEngineException e) {
      waiter.answer().completeExceptionally(e);
      return true;
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          e,
          () -> "Cannot fetch for worker '%s'".formatted(waiter.request().workerId()));
      waiter.answer().completeExceptionally(e);
      return true;
    }
  }
}
