package dev.outwork.engine.waiting;

import dev.outwork.api.DatabaseUnavailableException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.Texts;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.TooManyWaitingException;
import dev.outwork.api.externaltask.WaitingCaller;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.engine.concurrent.SlowWorkLog;
import dev.outwork.engine.concurrent.Threads;
import dev.outwork.engine.database.Settings;
import dev.outwork.engine.database.Transactions;
import dev.outwork.engine.externaltask.Arguments;
import dev.outwork.engine.externaltask.FetchTransaction;
import dev.outwork.engine.externaltask.TaskRights;
import dev.outwork.engine.externaltask.WorkAvailable;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.tally.Sighting.Place;
import dev.outwork.engine.tally.WorkerSightings;
import dev.outwork.engine.together.Combiner;
import dev.outwork.engine.together.OwnOutcome;
import dev.outwork.engine.waiting.Deadlines.Deadline;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;

/** The waiting room of this node. */
@ApplicationScoped
public class Room implements WaitingRoom {
  private static final Logger LOG = Logger.getLogger(Room.class.getName());

  private static final Duration ASKS_EVERY = Duration.ofSeconds(2);
  private static final Duration LONGEST_END = Duration.ofSeconds(10);

  @Inject private Grants grants;
  @Inject private ExternalTaskService externalTasks;
  @Inject private FetchTransaction fetchTransaction;
  @Inject private Transactions transactions;
  @Inject private FetchableTopics fetchableTopics;
  @Inject private HintChannel hints;
  @Inject private WorkerSightings sightings;
  @Inject private Clock clock;

  @Inject private Threads threads;
  @Inject private SlowWorkLog slowWork;

  private final Combiner<FetchAndLock, List<LockedExternalTask>> fetches =
      Combiner.of(this::fetched, this::fetchedTogether);
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
    return look(permitted(request));
  }

  // Whoever makes the fetch later, does it without the user of this thread.
  private FetchAndLock permitted(FetchAndLock request) {
    TaskRights rights = TaskRights.ofCaller(grants.ofCaller());
    Arguments.check(request);
    return rights.fetchable(request);
  }

  private List<LockedExternalTask> look(FetchAndLock permitted) {
    return transactions.isActive() ? fetched(permitted) : fetches.call(permitted);
  }

  @Override
  public CompletableFuture<List<LockedExternalTask>> fetchAndLock(
      FetchAndLock request, Duration timeout) {
    return fetchAndLock(request, timeout, () -> true);
  }

  @Override
  public CompletableFuture<List<LockedExternalTask>> fetchAndLock(
      FetchAndLock request, Duration timeout, WaitingCaller caller) {
    FetchAndLock permitted = permitted(request);
    if (closed || timeout.isNegative() || timeout.isZero()) {
      return CompletableFuture.completedFuture(look(permitted));
    }
    long arrived = System.nanoTime();
    Waiter waiter = new Waiter(permitted, caller);
    arriving.add(waiter);
    try {
      List<LockedExternalTask> tasks = waiter.mustLook(waiters) ? look(permitted) : rely(permitted);
      return tasks.isEmpty()
          ? wait(waiter, arrived + timeout.toNanos())
          : CompletableFuture.completedFuture(tasks);
    } finally {
      arriving.remove(waiter);
    }
  }

  // Who looks is seen there.
  private List<LockedExternalTask> rely(FetchAndLock request) {
    sightings.polled(request);
    return List.of();
  }

  private CompletableFuture<List<LockedExternalTask>> wait(Waiter waiter, long until) {
    if (waiting.incrementAndGet() > capacity) {
      waiting.decrementAndGet();
      throw new TooManyWaitingException(
          "Worker '%s' cannot wait for tasks: %d requests are already waiting"
              .formatted(waiter.request().workerId(), capacity));
    }
    // Must be added before anything can answer it, or it would stay here forever.
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
    if (waiter.mustBeServed(waiters)) {
      wakeUps.wake(waiter.topics());
    }
    if (closed) {
      waiter.answer().complete(List.of());
    }
    return waiter.answer();
  }

  // A waiter must not be told that there was no work while the database could not be queried.
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

  // At any moment a new waiter is in one of the two.
  private void wake(Set<String> topics) {
    arriving.stream().filter(waiter -> waiter.waitsForAnyOf(topics)).forEach(Waiter::call);
    if (!waiters.isEmpty()) {
      wakeUps.wake(topics);
    }
  }

  /** Finds work that no hint has announced. */
  void sweep() {
    Set<String> awaited = new HashSet<>();
    waiters.forEach(waiter -> awaited.addAll(waiter.topics()));
    if (!awaited.isEmpty()) {
      wake(slowWork.over("Sweeping for topics with tasks", () -> withWork(awaited)));
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

  /** How many requests of a worker wait for a topic. */
  public Map<Place, Integer> waitingRequests() {
    Map<Place, Integer> requests = new HashMap<>();
    for (Waiter waiter : waiters) {
      waiter
          .topics()
          .forEach(
              topic ->
                  requests.merge(new Place(waiter.request().workerId(), topic), 1, Integer::sum));
    }
    return requests;
  }

  boolean isToldByOtherNodes() {
    return hints.isListening();
  }

  // Connections of waiting workers are kept alive whatever the state of the database.
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
                          slowWork.over("Checking whether a worker still waits", waiter::isThere));
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
    fetches.awaitEnd(LONGEST_END);
  }

  // Serves the oldest first; if a waiter without filters gets nothing of a topic, the topic is
  // empty for all. A waiter that arrived meanwhile relies on the others, and an iterator may miss
  // it: check again.
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

  /** Whether there were tasks for it. */
  private boolean hasGot(Waiter waiter) {
    List<LockedExternalTask> tasks = fetches.call(waiter.request());
    if (tasks.isEmpty()) {
      return false;
    }
    waiter.serve();
    // A worker that does not read blocks only itself.
    threads.execute(() -> give(tasks, waiter));
    return true;
  }

  private void give(List<LockedExternalTask> tasks, Waiter waiter) {
    slowWork.over(
        "Answering a waiting worker",
        () -> {
          boolean canBeServed = waiter.canBeServed();
          if (!canBeServed || !waiter.answer().complete(tasks)) {
            // It timed out, or its caller disconnected, while tasks were being claimed.
            externalTasks.giveBack(tasks);
          }
          if (!canBeServed) {
            // Where one caller has disconnected, others may have: a host, or a new version of a
            // worker.
            askWhoIsThere(Waiter::comesThroughProxy);
          }
        });
  }

  // When the server stops, the connection pool may be gone already.
  private List<LockedExternalTask> fetched(FetchAndLock request) {
    if (closed) {
      return List.of();
    }
    List<LockedExternalTask> tasks = handover.handedOver(request, fetchTransaction.fetch(request));
    database.answered();
    return tasks;
  }

  private List<Supplier<List<LockedExternalTask>>> fetchedTogether(List<FetchAndLock> requests) {
    if (closed || !fetchTransaction.canShare()) {
      return requests.stream().map(this::outcome).toList();
    }
    List<Optional<List<LockedExternalTask>>> shared = fetchTransaction.fetch(requests);
    database.answered();
    return IntStream.range(0, requests.size())
        .mapToObj(i -> answer(requests.get(i), shared.get(i)))
        .toList();
  }

  private Supplier<List<LockedExternalTask>> outcome(FetchAndLock request) {
    try {
      return OwnOutcome.of(fetched(request));
    } catch (RuntimeException e) {
      return OwnOutcome.failed(e);
    }
  }

  private Supplier<List<LockedExternalTask>> answer(
      FetchAndLock request, Optional<List<LockedExternalTask>> shared) {
    return () ->
        shared.map(tasks -> handover.handedOver(request, tasks)).orElseGet(() -> fetched(request));
  }

  /** Returns the topics without further tasks. */
  private Set<String> serve(Waiter waiter) {
    long before = hints.now();
    try {
      if (slowWork.over("Fetching for a waiting worker", () -> hasGot(waiter)) || closed) {
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
          () ->
              "Cannot fetch for worker '%s'"
                  .formatted(Texts.inOneLine(waiter.request().workerId())));
      waiter.answer().completeExceptionally(e);
    }
    return Set.of();
  }
}
