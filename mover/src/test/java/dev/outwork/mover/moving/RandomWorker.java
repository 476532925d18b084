package dev.outwork.mover.moving;

import dev.outwork.engine.token.random.RandomProcess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/**
 * Works on a random process. After some steps it chooses the shortest way, and nothing unforeseen
 * happens any more.
 */
final class RandomWorker implements Worker {
  private static final int STEPS_BEFORE_HASTE = 40;
  private static final int MOST_CHOICES = 8;

  private final Random random;
  private final Set<String> happened = new HashSet<>();
  private final boolean repeats;
  private final boolean raises;
  private int chosen;

  /**
   * @param document of the process: where activities are repeated, each engine undoes something
   *     else; and where there are jobs, Camunda leaves a task open whose error nobody catches
   */
  RandomWorker(Random random, String document) {
    this.random = random;
    this.repeats = document.contains("<multiInstanceLoopCharacteristics");
    this.raises = !document.contains(" camunda:async");
  }

  @Override
  public boolean compares(List<Waiting> waits) {
    return !repeats || waits.stream().noneMatch(RandomWorker::undoes);
  }

  @Override
  public OptionalInt choose(List<Waiting> waits) {
    List<Integer> possible = new ArrayList<>();
    for (int i = 0; i < waits.size(); i++) {
      if (!mayHappen(waits.get(i)) || happensNow(waits.get(i))) {
        possible.add(i);
      }
    }
    chosen++;
    if (possible.isEmpty()) {
      return OptionalInt.empty();
    }
    int one = possible.get(random.nextInt(possible.size()));
    happened.add(waits.get(one).key());
    return OptionalInt.of(one);
  }

  /** A message that the process can go on without. */
  private static boolean mayHappen(Waiting waiting) {
    return waiting.kind() == Waiting.Kind.MESSAGE && RandomProcess.mayHappen(waiting.name());
  }

  // A second one beside the first could not be told from it.
  private boolean happensNow(Waiting waiting) {
    return !isInHaste() && random.nextInt(4) == 0 && !happened.contains(waiting.key());
  }

  private boolean isInHaste() {
    return chosen >= STEPS_BEFORE_HASTE;
  }

  @Override
  public Deed decide(Waiting waiting) {
    if (waiting.kind() != Waiting.Kind.EXTERNAL_TASK) {
      return new Deed(Map.of(), null);
    }
    if (raises && !isInHaste() && !undoes(waiting) && random.nextInt(16) == 0) {
      List<String> codes = RandomProcess.CODES;
      return new Deed(Map.of(), codes.get(random.nextInt(codes.size())));
    }
    int choice = isInHaste() ? 0 : random.nextInt(MOST_CHOICES);
    return new Deed(
        RandomProcess.decidedAt(waiting.element())
            .map(name -> Map.<String, Object>of(name, limited(name, choice)))
            .orElse(Map.of()),
        null);
  }

  private static boolean undoes(Waiting waiting) {
    return waiting.element().endsWith("_u");
  }

  // How often a multi-instance activity is done is a choice, too.
  private static int limited(String name, int choice) {
    return name.contains("inclusive") ? choice : choice % 4;
  }
}
