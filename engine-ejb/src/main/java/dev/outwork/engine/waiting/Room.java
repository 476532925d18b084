package dev.outwork.engine.waiting;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.TooManyWaitingException;
import dev.outwork.api.externaltask.WaitingCaller;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.engine.concurrent.Threads;
import dev.outwork.engine.concurrent.Watch;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.externaltask.Arguments;
import dev.outwork.engine.externaltask.WorkAvailable;
import dev.outwork.engine.waiting.Deadlines.Deadline;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The waiting room of this node. */
@ApplicationScoped
public class Room implements WaitingRoom {
  private static final Logger LOG = Logger.getLogger(Room.class.getName());

  private static final Duration ASKS_EVERY = Duration.ofSeconds(2);

  @Inject private ExternalTaskService externalTasks;
  @Inject private FetchableTopics fetchableTopics;
  @Inject private HintChannel hints;
  @Inject private Clock clock;

  @Inject private Threads threads;
  @Inject private Watch watch;

  private final Turns turns = new Turns();
  private final Reachability database = new Reachability(System::nanoTime);
  private final Set<Waiter> arriving = ConcurrentHashMap.newKeySet();
  private final ConcurrentLinkedQueue<Waiter> waiters = new ConcurrentLinkedQueue<>();
  private final AtomicInteger waiting = new AtomicInteger();
  private final AtomicBoolean asking = new AtomicBoolean();
  private WakeUps wakeUps;
  private Deadlines deadlines;
  private Handover handover;
  private volatile boolean closed;
  private int capacity;

  @PostConstruct
  void open() {
    capacity = Settings.maxWaiting();
    handover = new Handover(externalTasks, clock);
    wakeUps = new WakeUps(threads, this::serve);
    deadlines = new Deadlines(threads::later, threads);
    hints.open(this::wake);
    threads.later(ASKS_EVERY, this::askAgain);
  }

  @Override
  public List<LockedExternalTask> fetchAndLock(FetchAndLock request) {
    return turns.take(() -> fetched(request));
  }

  @Override
  public CompletableFuture<List<LockedExternalTask>> fetchAndLock(
      FetchAndLock request, Duration timeout) {
    return fetchAndLock(request, timeout, () -> true);
  }

  @Override
  public CompletableFuture<List<LockedExternalTask>> fetchAndLock(
      FetchAndLock request, Duration timeout, WaitingCaller caller) {
    Arguments.check(request);
    if (closed || timeout.isNegative() || timeout.isZero()) {
      return CompletableFuture.completedFuture(fetchAndLock(request));
    }
    long arrived = System.nanoTime();
    Waiter waiter = new Waiter(request, caller);
    arriving.add(waiter);
    try {
      // Whoever stands before it has seen that there is nothing, or is about to be served.
      boolean looks = !waiter.isBehind(waiters);
      List<LockedExternalTask> tasks = looks ? fetchAndLock(request) : List.of();
      return tasks.isEmpty()
          ? wait(waiter, arrived + timeout.toNanos(), looks)
          : CompletableFuture.completedFuture(tasks);
    } finally {
      arriving.remove(waiter);
    }
  }

  private CompletableFuture<List<LockedExternalTask>> wait(
      Waiter waiter, long until, boolean looked) {
    if (waiting.incrementAndGet() > capacity) {
      waiting.decrementAndGet();
      throw new TooManyWaitingException(
          "Worker '%s' cannot wait for tasks: %d requests are waiting already"
              .formatted(waiter.request().workerId(), capacity));
    }
    // Before anything can answer it, or it would stay here for ever.
    waiters.add(waiter);
    Deadline end = deadlines.add(until, () -> end(waiter));
    waiter
        .answer()
        .whenComplete(
            (tasks, failure) -> {
              deadlines.remove(end);
              waiters.remove(waiter);
              waiting.decrementAndGet();
            });
    // Who has been served or called meanwhile has left nothing to rely on.
    if (waiter.isCalled() || (!looked && !waiter.isBehind(waiters))) {
      wakeUps.wake(waiter.topics());
    }
    if (closed) {
      waiter.answer().complete(List.of());
    }
    return waiter.answer();
  }

  // Nobody must believe that there was no work while nobody could look.
  private void end(Waiter waiter) {
    if (waiter.isAnswered()) {
      return;
    }
    if (database.isAway()) {
      waiter.answer().completeExceptionally(new DatabaseUnavailableException(null));
    } else {
      waiter.answer().complete(List.of());
    }
  }

  void workIsAvailable(@Observes(during = TransactionPhase.AFTER_SUCCESS) WorkAvailable work) {
    hints.tell(work.topics());
    wake(work.topics());
  }

  // Who arrives is among the one or the other at any moment.
  private void wake(Set<String> topics) {
    arriving.stream().filter(waiter -> waiter.waitsForAnyOf(topics)).forEach(Waiter::call);
    if (!waiters.isEmpty()) {
      wakeUps.wake(topics);
    }
  }

  /** Finds what nobody told this node of. */
  void sweep() {
    Set<String> awaited = new HashSet<>();
    waiters.forEach(waiter -> awaited.addAll(waiter.topics()));
    if (!awaited.isEmpty()) {
      wake(watch.over("Looking for topics with work", () -> withWork(awaited)));
    }
  }

  private Set<String> withWork(Set<String> awaited) {
    database.asked();
    try {
      Set<String> topics = fetchableTopics.among(awaited);
      database.answered();
      return topics;
    } catch (RuntimeException e) {
      if (database.isAway()) {
        waiters.forEach(this::end);
      }
      throw e;
    }
  }

  boolean isToldByOtherNodes() {
    return hints.isListening();
  }

  // Whatever the database does, lines are kept in use.
  private void askAgain() {
    if (!closed) {
      askWhoIsThere(Waiter::isToBeAsked);
      threads.later(ASKS_EVERY, this::askAgain);
    }
  }

  private void askWhoIsThere(Predicate<Waiter> isAsked) {
    if (!waiters.isEmpty() && asking.compareAndSet(false, true)) {
      threads.execute(
          () -> {
            try {
              waiters.stream()
                  .filter(isAsked)
                  .forEach(
                      waiter ->
                          watch.over("Asking a worker whether it still waits", waiter::isThere));
            } finally {
              asking.set(false);
            }
          });
    }
  }

  @Override
  @PreDestroy
  public void close() {
    closed = true;
    waiters.forEach(waiter -> waiter.answer().complete(List.of()));
    turns.awaitEnd();
  }

  // The oldest first; a topic of which somebody who takes anything gets nothing is empty for all.
  // Who has filed while others were served relies on them, and an iterator may miss it: look again.
  private void serve(Set<String> topics) {
    Set<Waiter> seen = new HashSet<>();
    boolean anybodyNew = true;
    while (anybodyNew) {
      anybodyNew = false;
      for (Waiter waiter : waiters) {
        if (topics.isEmpty() || closed) {
          return;
        }
        if (waiter.waitsForAnyOf(topics) && seen.add(waiter)) {
          anybodyNew = true;
          if (waiter.isThere()) {
            topics.removeAll(serve(waiter));
          }
        }
      }
    }
  }

  /** Whether there was something for it. */
  private boolean hasGot(Waiter waiter) {
    List<LockedExternalTask> tasks = fetched(waiter.request());
    if (tasks.isEmpty()) {
      return false;
    }
    waiter.serve();
    // A worker that does not read keeps nobody but itself.
    threads.execute(() -> give(tasks, waiter));
    return true;
  }

  private void give(List<LockedExternalTask> tasks, Waiter waiter) {
    watch.over(
        "Answering a worker that has waited",
        () -> {
          boolean canBeServed = waiter.canBeServed();
          if (!canBeServed || !waiter.answer().complete(tasks)) {
            // Its time was up, or its caller gone, while the tasks were being taken.
            externalTasks.giveBack(tasks);
          }
          if (!canBeServed) {
            // Where one has gone, others have: a host, or a new version of a worker.
            askWhoIsThere(Waiter::comesThroughProxy);
          }
        });
  }

  // Of a server that stops the pool of connections may be gone already.
  private List<LockedExternalTask> fetched(FetchAndLock request) {
    if (closed) {
      return List.of();
    }
    List<LockedExternalTask> tasks = handover.fetch(request);
    database.answered();
    return tasks;
  }

  /** Returns the topics that have nothing more. */
  private Set<String> serve(Waiter waiter) {
    long before = hints.now();
    try {
      if (watch.over("Fetching for a worker that waits", () -> turns.take(() -> hasGot(waiter)))
          || closed) {
        return Set.of();
      }
      hints.nothingLeft(waiter.unfilteredTopics(), before);
      return waiter.unfilteredTopics();
    } catch (ProcessEngineException e) {
      waiter.answer().completeExceptionally(e);
    } catch (RuntimeException e) {
      LOG.log(
          Level.WARNING,
          e,
          () -> "Cannot fetch for worker '%s'".formatted(waiter.request().workerId()));
      waiter.answer().completeExceptionally(e);
    }
    return Set.of();
  }
}
