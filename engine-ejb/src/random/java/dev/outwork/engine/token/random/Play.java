package dev.outwork.engine.token.random;

import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.token.random.Ground.OpenTask;
import dev.outwork.engine.token.random.Reference.Kind;
import dev.outwork.engine.token.random.Reference.Wait;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Plays one random process with random workers to its end, step by step in the engine and in the
 * reference, and compares after each step.
 */
public final class Play {
  static final String COLLECTION = "collection";

  /** The topic of all external tasks. */
  public static final String TOPIC = "work";

  static final List<String> CODES = List.of("red", "green", "blue");

  private static final String KEY = "random";

  /**
   * After so many steps, workers choose the shortest way and nothing unforeseen happens any more.
   */
  private static final int STEPS_BEFORE_HASTE = 60;

  private static final int MOST_STEPS = 5000;

  private final long seed;
  private final Ground ground;
  private final Random random;
  private final RandomProcess process;
  private final Reference reference = new Reference();
  private final List<String> steps = new ArrayList<>();

  private Play(long seed, Ground ground) {
    this.seed = seed;
    this.ground = ground;
    this.random = new Random(seed);
    this.process = RandomProcess.of(KEY, random);
  }

  /**
   * Plays the process of a seed.
   *
   * @return how many steps it took
   */
  public static int of(long seed, Ground ground) {
    Play play = new Play(seed, ground);
    try {
      play.toTheEnd();
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError(play.report(e.toString()), e);
    }
    return play.steps.size();
  }

  private void toTheEnd() {
    ground.deploy(process.document());
    ground.start(
        KEY,
        Map.of(
            COLLECTION + 2, TypedValue.json("[0,1]"), COLLECTION + 3, TypedValue.json("[0,1,2]")));
    reference.start(process.scope());
    ground.goOn();
    compare();
    while (!reference.hasEnded()) {
      step();
      ground.goOn();
      compare();
    }
  }

  private void step() {
    boolean isInHaste = steps.size() >= STEPS_BEFORE_HASTE;
    List<Wait> possible =
        reference.waits().stream()
            .filter(wait -> wait.kind() != Kind.OTHER_EVENT || mayHappen(wait, isInHaste))
            .toList();
    if (possible.isEmpty() || steps.size() > MOST_STEPS) {
      throw new AssertionError("The reference does not end");
    }
    Wait wait = possible.get(random.nextInt(possible.size()));
    if (wait.kind() != Kind.TASK) {
      hear(wait);
    } else if (isInHaste || random.nextInt(5) > 0 || !raise(wait)) {
      complete(wait, isInHaste ? 0 : random.nextInt(wait.choices()));
    }
  }

  private boolean mayHappen(Wait wait, boolean isInHaste) {
    return !isInHaste && random.nextInt(8) == 0 && !reference.isBeside(wait.key());
  }

  private void hear(Wait wait) {
    steps.add("message " + wait.key());
    ground.message(wait.key());
    reference.happen(wait, 0);
  }

  private void complete(Wait wait, int choice) {
    steps.add("complete " + wait.key() + " with " + choice);
    OpenTask task = task(wait);
    ground.complete(task, Decision.variables(task.elementId(), choice));
    reference.happen(wait, choice);
  }

  private boolean raise(Wait wait) {
    List<String> codes = CODES.stream().filter(code -> reference.canRaise(wait, code)).toList();
    if (codes.isEmpty()) {
      return false;
    }
    String code = codes.get(random.nextInt(codes.size()));
    steps.add("raise " + code + " from " + wait.key());
    ground.raise(task(wait), code);
    reference.raise(wait, code);
    return true;
  }

  private OpenTask task(Wait wait) {
    return ground.tasks().stream()
        .filter(task -> task.key().equals(wait.key()))
        .findFirst()
        .orElseThrow();
  }

  private void compare() {
    check("open tasks", ground.tasks().stream().map(OpenTask::key).toList(), expected(true));
    check("awaited messages", ground.messages(), expected(false));
    check("end", List.of("" + ground.hasEnded()), List.of("" + reference.hasEnded()));
    if (reference.hasEnded()) {
      check("tokens", ground.waitsAt(), List.of());
    }
  }

  private List<String> expected(boolean tasks) {
    return reference.waits().stream()
        .filter(wait -> (wait.kind() == Kind.TASK) == tasks)
        .map(Wait::key)
        .toList();
  }

  private static void check(String what, List<String> found, List<String> expected) {
    List<String> sortedFound = found.stream().sorted().toList();
    List<String> sortedExpected = expected.stream().sorted().toList();
    if (!sortedFound.equals(sortedExpected)) {
      throw new AssertionError(
          "%s: the engine has %s, the reference %s".formatted(what, sortedFound, sortedExpected));
    }
  }

  private String report(String problem) {
    return """
        Seed %d: %s

        The steps:
          %s

        The process:
        %s
        %s"""
        .formatted(
            seed,
            problem,
            String.join("\n  ", steps),
            process.scope().outline(),
            process.document());
  }
}
