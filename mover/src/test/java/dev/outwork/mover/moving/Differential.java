package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.mover.source.Slice;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Two instances do the same at Camunda for some steps; then one of them is moved; then both are
 * driven to their ends by the same worker, and after each step wait for the same.
 */
final class Differential {
  private static final int MOST_STEPS = 300;
  private static final int MOST_EVENTS = 25;

  private final BothEngines engines;
  private final Random random;
  private final BiFunction<Waiting, Random, Map<String, Object>> decisions;
  private final Map<String, Integer> times = new HashMap<>();
  private final StringBuilder steps = new StringBuilder();
  private int performed;

  /**
   * @param decisions the variables that a step sets, besides one that says that it was done
   */
  Differential(
      BothEngines engines, long seed, BiFunction<Waiting, Random, Map<String, Object>> decisions) {
    this.engines = engines;
    this.random = new Random(seed);
    this.decisions = decisions;
  }

  /**
   * Plays a process whose only version is deployed at Camunda.
   *
   * @param before how many steps it does there
   */
  void play(String key, Map<String, Object> variables, int before) {
    DrivenCamunda stays = start(key, variables);
    DrivenCamunda goes = start(key, variables);
    for (int i = 0; i < before && !goes.waits().isEmpty(); i++) {
      step(stays, goes);
    }
    if (goes.waits().isEmpty()) {
      assertThat(goes.state()).isEqualTo("COMPLETED");
      return;
    }
    stays.remember();
    // At Camunda an activity has ended before the job that leaves it.
    Set<String> leaving =
        stays.waits().stream()
            .filter(waiting -> waiting.kind() == Waiting.Kind.JOB)
            .map(Waiting::element)
            .collect(Collectors.toSet());
    BothEngines.Told told = engines.move(Slice.of(List.of(goes.rootId())));
    if (!told.staying().isEmpty()) {
      assertThat(told.staying()).allMatch(reason -> reason.startsWith("it is compensating"));
      return;
    }
    DrivenOutwork moved = new DrivenOutwork(engines.outwork(), goes.rootId());
    same(stays, moved);
    while (!stays.waits().isEmpty()) {
      assertThat(performed).as("steps").isLessThan(MOST_STEPS);
      step(stays, moved);
    }
    assertThat(moved.state()).as(steps.toString()).isEqualTo(stays.state());
    assertThat(moved.variables()).as(steps.toString()).isEqualTo(stays.variables());
    assertThat(without(leaving, moved.activities()))
        .as(steps.toString())
        .isEqualTo(without(leaving, stays.activities()));
  }

  private static List<String> without(Set<String> elements, List<String> activities) {
    return activities.stream().filter(activity -> !elements.contains(activity)).toList();
  }

  private DrivenCamunda start(String key, Map<String, Object> variables) {
    return new DrivenCamunda(
        engines,
        engines.camunda().getRuntimeService().startProcessInstanceByKey(key, variables).getId());
  }

  private void step(Driven one, Driven other) {
    List<Waiting> waits = one.waits();
    int chosen = choose(waits);
    Waiting waiting = waits.get(chosen);
    Map<String, Object> variables = new HashMap<>(decisions.apply(waiting, random));
    variables.put("last", waiting.element() + performed);
    steps.append('\n').append(waiting.key()).append(' ').append(variables);
    performed++;
    one.perform(waiting, variables);
    other.perform(same(waits, other.waits()).get(chosen), variables);
    same(one, other);
  }

  private int choose(List<Waiting> waits) {
    List<Integer> possible = new java.util.ArrayList<>();
    for (int i = 0; i < waits.size(); i++) {
      boolean isTask = waits.get(i).kind().compareTo(Waiting.Kind.USER_TASK) <= 0;
      boolean isMeant = times.getOrDefault(waits.get(i).key(), 0) < 2 && performed < MOST_EVENTS;
      if (isTask || isMeant) {
        possible.add(i);
      }
    }
    if (possible.isEmpty()) {
      return random.nextInt(waits.size());
    }
    int chosen = possible.get(random.nextInt(possible.size()));
    times.merge(waits.get(chosen).key(), 1, Integer::sum);
    return chosen;
  }

  private void same(Driven one, Driven other) {
    same(one.waits(), other.waits());
  }

  private List<Waiting> same(List<Waiting> expected, List<Waiting> actual) {
    assertThat(actual.stream().map(Waiting::key).toList())
        .as("what it waits for after%s", steps)
        .isEqualTo(expected.stream().map(Waiting::key).toList());
    return actual;
  }
}
