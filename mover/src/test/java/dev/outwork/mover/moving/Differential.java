package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.mover.moving.Worker.Deed;
import dev.outwork.mover.source.Slice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Two instances do the same at Camunda for some steps; then one of them is moved; then both are
 * driven to their ends by the same worker, and after each step wait for the same.
 */
final class Differential {
  private static final int MOST_STEPS = 1000;

  /** From here on the engines do not do the same, moved or not. */
  static final class NotComparedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** What was done, so that it can be done again. */
  private record Step(String key, Map<String, Object> variables, String errorCode) {
    void perform(Driven instance, Waiting waiting) {
      if (errorCode == null) {
        instance.perform(waiting, variables);
      } else {
        instance.raise(waiting, errorCode);
      }
    }
  }

  private final BothEngines engines;
  private final Worker worker;
  private final StringBuilder steps = new StringBuilder();
  private final List<Step> done = new ArrayList<>();
  private String key;
  private DrivenCamunda stays;
  private DrivenCamunda goes;
  private int performed;
  private int doneBefore;

  Differential(BothEngines engines, Worker worker) {
    this.engines = engines;
    this.worker = worker;
  }

  /**
   * Plays a process whose only version is deployed at Camunda.
   *
   * @param before how many steps it does there
   */
  void play(String key, Map<String, Object> variables, int before) {
    start(key, variables);
    goOnAtCamunda(before);
    if (hasEndedAtCamunda()) {
      return;
    }
    BothEngines.Told told = engines.move(Slice.of(List.of(rootId())));
    if (!told.staying().isEmpty()) {
      assertThat(told.staying()).allMatch(reason -> reason.startsWith("it is compensating"));
      return;
    }
    goOnAtOutwork(false);
  }

  void start(String processKey, Map<String, Object> variables) {
    key = processKey;
    stays = DrivenCamunda.start(engines, key, variables);
    goes = DrivenCamunda.start(engines, key, variables);
  }

  /** The one that is moved. */
  String rootId() {
    return goes.rootId();
  }

  /** Both do so many steps, or as many as there are. */
  void goOnAtCamunda(int most) {
    int done = 0;
    while (done < most && step(stays, goes)) {
      done++;
    }
  }

  boolean hasEndedAtCamunda() {
    return goes.state().equals("COMPLETED");
  }

  /**
   * The one that was moved, and the one that has stayed, are driven to their ends.
   *
   * @param withHistory whether what had ended before was moved, too
   */
  void goOnAtOutwork(boolean withHistory) {
    // At Camunda an activity has ended before the job that leaves it.
    doneBefore = done.size();
    Set<String> leaving = withHistory ? Set.of() : leaving();
    if (!withHistory) {
      stays.remember();
    }
    DrivenOutwork moved = new DrivenOutwork(engines, rootId());
    steps.append("\nmoved");
    compare(stays, moved);
    while (step(stays, moved)) {
      assertThat(performed).as("steps").isLessThan(MOST_STEPS);
    }
    assertThat(moved.state()).as(steps.toString()).isEqualTo(stays.state());
    assertThat(moved.variables()).as(steps.toString()).isEqualTo(stays.variables());
    assertThat(without(leaving, moved.activities()))
        .as(steps.toString())
        .isEqualTo(without(leaving, stays.activities()));
  }

  private Set<String> leaving() {
    return stays.waits().stream()
        .filter(waiting -> waiting.kind() == Waiting.Kind.JOB)
        .map(Waiting::element)
        .collect(Collectors.toSet());
  }

  private static List<String> without(Set<String> elements, List<String> activities) {
    return activities.stream()
        .filter(activity -> !elements.contains(activity.replaceFirst(" .*", "")))
        .toList();
  }

  private boolean step(Driven one, Driven other) {
    List<Waiting> waits = one.waits();
    OptionalInt choice = worker.choose(waits);
    if (choice.isEmpty()) {
      return false;
    }
    int chosen = choice.getAsInt();
    Waiting waiting = waits.get(chosen);
    Deed deed = worker.decide(waiting);
    Map<String, Object> variables = new HashMap<>(deed.variables());
    variables.put("last", waiting.element() + performed);
    Waiting same = same(waits, other.waits()).get(chosen);
    Step step = new Step(waiting.key(), variables, deed.errorCode());
    steps.append('\n').append(step);
    performed++;
    done.add(step);
    step.perform(one, waiting);
    step.perform(other, same);
    compare(one, other);
    return true;
  }

  private void compare(Driven one, Driven other) {
    List<Waiting> waits = one.waits();
    if (!worker.compares(waits)) {
      throw new NotComparedException();
    }
    same(waits, other.waits());
  }

  /** What an instance does that was never moved. */
  enum Other {
    /** It is where the moved one is. */
    ALIKE,
    UNLIKE,
    /** It does not get as far: it cannot do what both have done. */
    NOT_AS_FAR
  }

  /**
   * Where an instance that was never moved, and does the same at Outwork from its start on,
   * arrives: if it is where the moved one is, then it is not the move that made it differ from
   * Camunda.
   */
  Other other(Map<String, Object> variables, boolean withHistory) {
    DrivenOutwork moved = new DrivenOutwork(engines, rootId());
    DrivenOutwork other = new DrivenOutwork(engines, engines.outwork().start(key, variables).id());
    for (int i = 0; i < done.size(); i++) {
      if (i == doneBefore && !withHistory) {
        other.remember();
      }
      Step step = done.get(i);
      Optional<Waiting> waiting =
          other.waits().stream().filter(each -> each.key().equals(step.key())).findFirst();
      if (waiting.isEmpty()) {
        return Other.NOT_AS_FAR;
      }
      step.perform(other, waiting.get());
    }
    if (doneBefore == done.size() && !withHistory) {
      other.remember();
    }
    return keys(other.waits()).equals(keys(moved.waits()))
            && other.state().equals(moved.state())
            && dense(other.variables()).equals(dense(moved.variables()))
            && other.activities().equals(moved.activities())
        ? Other.ALIKE
        : Other.UNLIKE;
  }

  /** Lists are written without spaces. */
  private static Map<String, String> dense(Map<String, String> variables) {
    Map<String, String> dense = new HashMap<>(variables);
    dense.replaceAll((name, value) -> value.replaceAll("\\s", ""));
    return dense;
  }

  private static List<String> keys(List<Waiting> waits) {
    return waits.stream().map(Waiting::key).toList();
  }

  /** What both have done. */
  String steps() {
    return steps.toString();
  }

  private List<Waiting> same(List<Waiting> expected, List<Waiting> actual) {
    assertThat(keys(actual)).as("what it waits for after%s", steps).isEqualTo(keys(expected));
    return actual;
  }
}
