package dev.outwork.engine.together;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A caller goes at once while no trip is under way; all who come meanwhile wait, and travel
 * together on the next trip, which leaves as soon as that one has ended.
 *
 * <p>So nobody waits for others to come, and who is alone goes alone, on its own thread. The oldest
 * of those who travel together leads: its thread does the work of all, and the others sleep until
 * they have their answers. If the trip does not end for some time, because a database hangs or a
 * row stays locked, those who wait leave nevertheless, and the late trips are no longer counted.
 *
 * @param <C> what a caller asks for
 * @param <R> what it gets
 */
public final class Combiner<C, R> {
  // docs/performance.md, "Callers that come together", has what two at once cost.
  private static final int TRIPS_AT_ONCE = 1;
  private static final int MOST_TRAVELLERS = 32;
  private static final Duration LONGEST_WAIT = Duration.ofMillis(200);

  private final int tripsAtOnce;
  private final int mostTravellers;
  private final Duration longestWait;
  private final Function<C, R> alone;
  private final Function<List<C>, ? extends List<? extends Supplier<R>>> together;

  private final Deque<Traveller> waiting = new ArrayDeque<>();
  // Since when, as System.nanoTime has it.
  private final Map<Traveller, Long> leading = new HashMap<>();
  private int underWay;

  /** A caller, compared by identity. It is told once how to go on. */
  private final class Traveller {
    private final C call;
    private final BlockingQueue<Supplier<R>> told = new ArrayBlockingQueue<>(1);

    Traveller(C call) {
      this.call = call;
    }
  }

  /**
   * Combines calls of one kind.
   *
   * @param longestWait after which those who wait leave, however many trips are under way
   * @param alone answers the only traveller of a trip
   * @param together answers two or more, in the order of their arrival: for each what its own
   *     thread does then, which returns the answer, throws, or goes alone. What it throws itself is
   *     thrown to all
   */
  public Combiner(
      int tripsAtOnce,
      int mostTravellers,
      Duration longestWait,
      Function<C, R> alone,
      Function<List<C>, ? extends List<? extends Supplier<R>>> together) {
    this.tripsAtOnce = tripsAtOnce;
    this.mostTravellers = mostTravellers;
    this.longestWait = longestWait;
    this.alone = alone;
    this.together = together;
  }

  /** Combines calls of one kind with the limits of the engine. */
  public static <C, R> Combiner<C, R> of(
      Function<C, R> alone, Function<List<C>, ? extends List<? extends Supplier<R>>> together) {
    return new Combiner<>(TRIPS_AT_ONCE, MOST_TRAVELLERS, LONGEST_WAIT, alone, together);
  }

  /** Answers a call, alone or together with others. */
  public R call(C call) {
    Traveller traveller = new Traveller(call);
    List<Traveller> party = arrive(traveller);
    return party.isEmpty() ? await(traveller).get() : lead(party);
  }

  private synchronized List<Traveller> arrive(Traveller traveller) {
    waiting.add(traveller);
    return leading.size() < tripsAtOnce ? depart() : List.of();
  }

  /** Those who travel together next, their leader first. */
  private List<Traveller> depart() {
    List<Traveller> party = new ArrayList<>();
    while (!waiting.isEmpty() && party.size() < mostTravellers) {
      party.add(waiting.remove());
    }
    leading.put(party.get(0), System.nanoTime());
    underWay++;
    return party;
  }

  private Supplier<R> await(Traveller traveller) {
    boolean interrupted = false;
    try {
      while (true) {
        try {
          Supplier<R> told = traveller.told.poll(longestWait.toNanos(), TimeUnit.NANOSECONDS);
          if (told != null) {
            return told;
          }
          leaveNevertheless(traveller, longestWait);
        } catch (InterruptedException e) {
          interrupted = true;
          leaveNevertheless(traveller, Duration.ZERO);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private synchronized void leaveNevertheless(Traveller traveller, Duration late) {
    if (waiting.contains(traveller)) {
      long now = System.nanoTime();
      leading.values().removeIf(since -> now - since >= late.toNanos());
      if (leading.size() < tripsAtOnce) {
        letNextLeave();
      }
    }
  }

  private void letNextLeave() {
    if (!waiting.isEmpty()) {
      List<Traveller> party = depart();
      party.get(0).told.add(() -> lead(party));
    }
  }

  private R lead(List<Traveller> party) {
    List<? extends Supplier<R>> answers;
    try {
      answers = answers(party);
      for (int i = 1; i < party.size(); i++) {
        party.get(i).told.add(answers.get(i));
      }
    } finally {
      arriveAtEnd(party.get(0));
    }
    return answers.get(0).get();
  }

  private List<? extends Supplier<R>> answers(List<Traveller> party) {
    try {
      if (party.size() == 1) {
        return List.of(OwnOutcome.of(alone.apply(party.get(0).call)));
      }
      List<? extends Supplier<R>> answers =
          together.apply(party.stream().map(traveller -> traveller.call).toList());
      if (answers.size() != party.size() || answers.stream().anyMatch(Objects::isNull)) {
        throw new IllegalStateException(
            "%d callers got %d answers".formatted(party.size(), answers.size()));
      }
      return answers;
    } catch (Throwable e) {
      // Also what no method declares, which a proxy may throw: nobody waits for ever.
      return all(party, failure(e));
    }
  }

  private static <R> Supplier<R> failure(Throwable thrown) {
    if (thrown instanceof Error error) {
      return () -> {
        throw error;
      };
    }
    return OwnOutcome.failed(
        thrown instanceof RuntimeException failure ? failure : new IllegalStateException(thrown));
  }

  private static <R, T> List<Supplier<R>> all(List<T> party, Supplier<R> answer) {
    return Collections.nCopies(party.size(), answer);
  }

  private synchronized void arriveAtEnd(Traveller leader) {
    underWay--;
    notifyAll();
    // A late trip was not counted any more.
    if (leading.remove(leader) != null) {
      letNextLeave();
    }
  }

  synchronized int underWay() {
    return underWay;
  }

  /** How many wait for the next trip. */
  public synchronized int waiting() {
    return waiting.size();
  }

  /** Returns when no trip is under way, or after some time. */
  public synchronized void awaitEnd(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    try {
      for (long left = longest.toNanos();
          underWay > 0 && left > 0;
          left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
