package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.random.RandomProcess;
import dev.outwork.mover.moving.Differential.NotComparedException;
import dev.outwork.mover.moving.DrivenCamunda.CamundaFailsException;
import dev.outwork.mover.source.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.variable.Variables;

/** Random processes that are moved together. */
final class RandomMoves {
  private static final int ATTEMPTS = 4;
  private static final int STEPS_BETWEEN = 3;

  /** Reasons that the documentation names, for what these processes can have. */
  private static final String DOCUMENTED =
      "it is compensating .*|it can undo .*|it is about to leave .*";

  /** The lists of numbers that are given to an instance of Outwork. */
  private static final Map<String, Object> COLLECTIONS =
      Map.of(
          RandomProcess.COLLECTION + 2,
          TypedValue.json("[0,1]"),
          RandomProcess.COLLECTION + 3,
          TypedValue.json("[0,1,2]"));

  private final BothEngines engines;
  private final List<Played> all = new ArrayList<>();
  private final Map<String, Integer> staying = new TreeMap<>();
  private final HistoryChoice history;
  private int moved;
  private int compared;
  private int notAsFar;
  private int failed;
  private int undoing;
  private final List<Long> unlike = new ArrayList<>();

  /**
   * What became of them.
   *
   * @param played those that Camunda deploys
   * @param moved of these; the others have ended before, or stayed
   * @param compared of these, to their ends, and there was no difference
   * @param notAsFar of these, those that differ, and of which another one at Outwork cannot do the
   *     same
   * @param failed how many Camunda could not go on with
   * @param undoing how many were compared until something repeated was undone
   * @param unlike seeds of those that Outwork plays unlike Camunda, moved or not
   * @param refused how many Camunda does not deploy
   * @param staying how many did not go, by reason
   */
  record Outcome(
      int played,
      int moved,
      int compared,
      int notAsFar,
      int failed,
      int undoing,
      List<Long> unlike,
      int refused,
      Map<String, Integer> staying) {
    static final Outcome NONE = new Outcome(0, 0, 0, 0, 0, 0, List.of(), 0, Map.of());

    Outcome and(Outcome other) {
      Map<String, Integer> both = new TreeMap<>(staying);
      other.staying().forEach((reason, count) -> both.merge(reason, count, Integer::sum));
      List<Long> seeds = new ArrayList<>(unlike);
      seeds.addAll(other.unlike());
      return new Outcome(
          played + other.played(),
          moved + other.moved(),
          compared + other.compared(),
          notAsFar + other.notAsFar(),
          failed + other.failed(),
          undoing + other.undoing(),
          seeds,
          refused + other.refused(),
          both);
    }
  }

  /** A process of a seed. */
  private record Played(
      long seed, String key, RandomProcess process, Random random, Differential course) {}

  /**
   * @param end the first seed that is none of theirs
   * @param history what of it comes over
   */
  RandomMoves(BothEngines engines, long first, long end, HistoryChoice history) {
    this.engines = engines;
    this.history = history;
    for (long seed = first; seed < end; seed++) {
      Random random = new Random(seed);
      String key = "random" + seed;
      RandomProcess process = RandomProcess.of(key, random);
      all.add(
          new Played(
              seed,
              key,
              process,
              random,
              new Differential(engines, new RandomWorker(random, process.document()))));
    }
  }

  Outcome play() {
    List<Deployment> deployments = new ArrayList<>();
    List<Played> deployed = new ArrayList<>();
    for (Played one : all) {
      Optional<Deployment> deployment = deploy(one);
      deployment.ifPresent(deployments::add);
      deployment.ifPresent(any -> deployed.add(one));
    }
    List<Played> left =
        deployed.stream()
            .filter(one -> told(one, () -> begin(one)))
            .filter(one -> !one.course().hasEndedAtCamunda())
            .toList();
    for (int attempt = 1; attempt <= ATTEMPTS && !left.isEmpty(); attempt++) {
      left = move(left, attempt == ATTEMPTS);
    }
    deployments.forEach(
        one -> engines.camunda().getRepositoryService().deleteDeployment(one.getId(), true));
    return new Outcome(
        deployed.size(),
        moved,
        compared,
        notAsFar,
        failed,
        undoing,
        unlike,
        all.size() - deployed.size(),
        Map.copyOf(staying));
  }

  /** Camunda refuses some of what Outwork executes. */
  private Optional<Deployment> deploy(Played one) {
    try {
      return Optional.of(
          engines
              .camunda()
              .getRepositoryService()
              .createDeployment()
              .addString(one.key() + ".bpmn", one.process().document())
              .deploy());
    } catch (ProcessEngineException refused) {
      return Optional.empty();
    }
  }

  private static void begin(Played one) {
    Map<String, Object> variables = new HashMap<>();
    for (int size : RandomProcess.COLLECTION_SIZES) {
      List<Integer> numbers = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        numbers.add(i);
      }
      variables.put(
          RandomProcess.COLLECTION + size,
          Variables.objectValue(numbers)
              .serializationDataFormat(Variables.SerializationDataFormats.JSON)
              .create());
    }
    one.course().start(one.key(), variables);
    one.course().goOnAtCamunda(one.random().nextInt(one.random().nextBoolean() ? 4 : 14));
  }

  /** Returns those that stay, a few steps later; none if it is the last attempt. */
  private List<Played> move(List<Played> some, boolean isLast) {
    Map<String, String> reasons = new LinkedHashMap<>();
    MoveListener listener =
        new MoveListener() {
          @Override
          public void stays(String rootId, String reason) {
            reasons.put(rootId, reason);
          }
        };
    engines.move(
        Slice.of(some.stream().map(one -> one.course().rootId()).toList()), history, listener);
    List<Played> left = new ArrayList<>();
    for (Played one : some) {
      String reason = reasons.get(one.course().rootId());
      if (reason == null) {
        moved++;
        told(one, () -> goOn(one));
        continue;
      }
      told(one, () -> assertThat(reason).matches(DOCUMENTED));
      if (!told(one, () -> one.course().goOnAtCamunda(STEPS_BETWEEN))) {
        continue;
      }
      if (isLast || one.course().hasEndedAtCamunda()) {
        staying.merge(reason.replaceAll("'[^']*'", "it"), 1, Integer::sum);
      } else {
        left.add(one);
      }
    }
    return left;
  }

  private void goOn(Played one) {
    boolean withHistory = history != HistoryChoice.NONE;
    try {
      one.course().goOnAtOutwork(withHistory);
      compared++;
    } catch (AssertionError difference) {
      switch (one.course().other(COLLECTIONS, withHistory)) {
        case ALIKE -> unlike.add(one.seed());
        case NOT_AS_FAR -> notAsFar++;
        case UNLIKE -> throw difference;
      }
    }
  }

  /** Returns whether it can go on. */
  private boolean told(Played one, Runnable what) {
    try {
      what.run();
      return true;
    } catch (CamundaFailsException failure) {
      failed++;
      return false;
    } catch (NotComparedException from) {
      undoing++;
      return false;
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(
          "Seed %d: %s%n%s%n%s"
              .formatted(one.seed(), e, one.course().steps(), one.process().document()),
          e);
    }
  }
}
