package dev.outwork.mover.moving;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;

/** Does the tasks of a process for one element, and lets its events happen twice. */
final class ElementWorker implements Worker {
  private static final int MOST_EVENTS = 25;

  private final Random random;
  private final Map<String, Integer> times = new HashMap<>();
  private int chosen;

  ElementWorker(long seed) {
    this.random = new Random(seed);
  }

  @Override
  public OptionalInt choose(List<Waiting> waits) {
    List<Integer> possible = new ArrayList<>();
    for (int i = 0; i < waits.size(); i++) {
      boolean isTask = waits.get(i).kind().compareTo(Waiting.Kind.USER_TASK) <= 0;
      boolean isMeant = times.getOrDefault(waits.get(i).key(), 0) < 2 && chosen < MOST_EVENTS;
      if (isTask || isMeant) {
        possible.add(i);
      }
    }
    chosen++;
    if (possible.isEmpty()) {
      return waits.isEmpty() ? OptionalInt.empty() : OptionalInt.of(random.nextInt(waits.size()));
    }
    int one = possible.get(random.nextInt(possible.size()));
    times.merge(waits.get(one).key(), 1, Integer::sum);
    return OptionalInt.of(one);
  }

  @Override
  public Deed decide(Waiting waiting) {
    return new Deed(Map.of("go", random.nextInt(3)), null);
  }
}
