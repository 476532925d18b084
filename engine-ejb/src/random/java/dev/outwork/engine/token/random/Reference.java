package dev.outwork.engine.token.random;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;

/** A process as the blocks play it: what it waits for, and what happens then. */
final class Reference {
  private final List<Wait> waits = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Region> beside = new HashMap<>();
  private boolean hasEnded;

  /** For what is waited. */
  enum Kind {
    TASK,
    /** A required message. */
    NEXT_EVENT,
    /** A message that may come or not. */
    OTHER_EVENT
  }

  /**
   * Something that is waited for.
   *
   * @param key the element and, in multi-instance activities, the number of the instance
   * @param choices how many ways there are to go on
   */
  record Wait(Region region, Kind kind, String key, int choices, IntConsumer then) {}

  void start(Scope process) {
    process.play(this, Region.outermost(), () -> hasEnded = true);
  }

  boolean hasEnded() {
    return hasEnded;
  }

  /** Everything that is waited for. */
  List<Wait> waits() {
    waits.removeIf(wait -> !wait.region().isAlive());
    return List.copyOf(waits);
  }

  /** Whether a second one could not be told from a running one. */
  boolean isBeside(String key) {
    return beside.containsKey(key) && beside.get(key).isAlive();
  }

  void work(Region own, String id, int choices, IntConsumer then) {
    waits.add(new Wait(own, Kind.TASK, own.key(id), choices, then));
  }

  void hear(Region own, String id, Runnable then) {
    waits.add(new Wait(own, Kind.NEXT_EVENT, own.key(id), 1, any -> then.run()));
  }

  void listen(Region own, String id, Runnable then) {
    waits.add(new Wait(own, Kind.OTHER_EVENT, own.key(id), 1, any -> then.run()));
  }

  /** The awaited event occurs. */
  void happen(Wait wait, int choice) {
    if (wait.kind() == Kind.TASK) {
      waits.remove(wait);
    }
    wait.then().accept(choice);
  }

  boolean canRaise(Wait wait, String code) {
    return wait.region().catcherOf(Event.Kind.ERROR, code).isPresent();
  }

  void raise(Wait wait, String code) {
    wait.region().catcherOf(Event.Kind.ERROR, code).orElseThrow().happen().run();
  }

  /**
   * Another token in a scope, which the scope waits for as well.
   *
   * @return ends it
   */
  Runnable beginBeside(Region in, String key) {
    in.tokenBegins();
    beside.put(key, in);
    return () -> {
      beside.remove(key);
      in.tokenEnds();
    };
  }

  /** Lets everything be undone that was done in a scope. */
  void undo(Region in, Runnable then) {
    List<String> undoing = in.undo();
    if (undoing.isEmpty()) {
      then.run();
    }
    Runnable join = new Join(undoing.size(), then);
    for (String key : undoing) {
      Region own = in.inside(key);
      waits.add(
          new Wait(
              own,
              Kind.TASK,
              key,
              1,
              any -> {
                own.end();
                join.run();
              }));
    }
  }

  void count(String key, int count) {
    counts.put(key, count);
  }

  int countOf(String key) {
    return counts.get(key);
  }
}
