package dev.outwork.comparison;

import static dev.outwork.comparison.Operated.Step.after;
import static dev.outwork.comparison.Operated.Step.before;
import static dev.outwork.comparison.Operated.Step.cancelAll;
import static dev.outwork.comparison.Operated.Step.cancelOne;
import static dev.outwork.comparison.Operated.Step.take;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.comparison.Operated.OpenTask;
import dev.outwork.comparison.Operated.Step;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Multi-instance activities that are modified: what stands afterwards, the counters of each task,
 * and the way from there to the end.
 */
class ModificationComparisonTest {
  private static final Operated CAMUNDA = new OperatedCamunda(Comparison.BOTH.camunda().engine());
  private static final Operated OUTWORK = new OperatedOutwork(Comparison.BOTH.outwork().engine());

  private static final String BODY = "#multiInstanceBody";
  private static final int MOST_TASKS = 20;
  private static final Set<String> DEPLOYED = new HashSet<>();

  /** start --> first --> {@code work} --> last; all tasks are of people. */
  private static String process(String key, String work) {
    return Comparison.document(
        """
        <process id="%s" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="f1" sourceRef="start" targetRef="first"/>
          <userTask id="first"/>
          <sequenceFlow id="f2" sourceRef="first" targetRef="work"/>
          %s
          <sequenceFlow id="f3" sourceRef="work" targetRef="last"/>
          <userTask id="last"/>
        </process>
        """
            .formatted(key, work));
  }

  private static String loop(boolean sequential, String content) {
    return "<multiInstanceLoopCharacteristics isSequential=\"%s\"><loopCardinality>2</loopCardinality>%s</multiInstanceLoopCharacteristics>"
        .formatted(sequential, content);
  }

  private static String task(boolean sequential) {
    return "<userTask id=\"work\">" + loop(sequential, "") + "</userTask>";
  }

  private static String until() {
    return "<userTask id=\"work\">"
        + loop(
            false,
            "<completionCondition xsi:type=\"tFormalExpression\">${nrOfActiveInstances == 1}</completionCondition>")
        + "</userTask>";
  }

  /** begin --> one --> two. */
  private static String subProcess(String loop, String one) {
    return """
    <subProcess id="work">%s
      <startEvent id="begin"/>
      <sequenceFlow id="g1" sourceRef="begin" targetRef="one"/>
      <userTask id="one">%s</userTask>
      <sequenceFlow id="g2" sourceRef="one" targetRef="two"/>
      <userTask id="two"/>
    </subProcess>
    """
        .formatted(loop, one);
  }

  private static final List<List<Step>> ON_A_TASK =
      List.of(
          List.of(before("work")),
          List.of(before("work"), before("work")),
          List.of(before("work" + BODY)),
          List.of(before("work" + BODY), before("work")),
          List.of(after("work", null)),
          List.of(after("work" + BODY, null)),
          List.of(take("f2")));

  private static final List<List<Step>> ON_A_RUNNING_TASK =
      List.of(
          List.of(before("work", Step.INSTANCE)),
          List.of(before("work" + BODY, Step.INSTANCE)),
          List.of(before("work", "work" + BODY)),
          List.of(before("work", "work" + BODY), before("work", "work" + BODY)),
          List.of(before("work", "work")),
          List.of(before("work" + BODY, "work" + BODY)),
          List.of(cancelOne("work")),
          List.of(cancelOne("work"), before("work")),
          List.of(cancelAll("work"), before("work")),
          List.of(before("work"), cancelAll("work")),
          List.of(cancelAll("work"), before("first")),
          List.of(cancelAll("work" + BODY), before("first")));

  private static final List<List<Step>> ON_A_SUB_PROCESS =
      List.of(
          List.of(before("two")),
          List.of(before("two"), before("two")),
          List.of(before("work")),
          List.of(before("work"), before("two")),
          List.of(before("work" + BODY)),
          List.of(before("work" + BODY), before("two")),
          List.of(after("one", null)),
          List.of(take("g2")));

  private static final List<List<Step>> ON_A_RUNNING_SUB_PROCESS =
      List.of(
          List.of(before("two", Step.INSTANCE)),
          List.of(before("two", Step.INSTANCE), before("two", Step.INSTANCE)),
          List.of(before("work", Step.INSTANCE)),
          List.of(after("one", Step.INSTANCE)),
          List.of(before("two", "work")),
          List.of(before("two", "work" + BODY)),
          List.of(before("work", "work" + BODY)),
          List.of(after("one", "work")),
          List.of(after("one", "work" + BODY)),
          List.of(cancelOne("work")),
          List.of(cancelOne("one")),
          List.of(before("two", "work"), cancelAll("one")),
          List.of(cancelAll("one"), before("two", "work")),
          List.of(cancelAll("one"), before("two")));

  private static final List<List<Step>> IN_A_BODY_IN_A_BODY =
      List.of(
          List.of(before("one")),
          List.of(before("one", "one" + BODY)),
          List.of(before("one", Step.INSTANCE)),
          List.of(before("one", "work")),
          List.of(before("one", "work" + BODY)),
          List.of(before("one" + BODY)),
          List.of(before("one" + BODY, "work")),
          List.of(before("one" + BODY, "work" + BODY)));

  static Stream<Arguments> modifications() {
    List<Arguments> all = new ArrayList<>();
    for (boolean sequential : List.of(false, true)) {
      for (boolean running : List.of(false, true)) {
        ON_A_TASK.forEach(steps -> all.add(Arguments.of(task(sequential), running, steps)));
        ON_A_SUB_PROCESS.forEach(
            steps -> all.add(Arguments.of(subProcess(loop(sequential, ""), ""), running, steps)));
        IN_A_BODY_IN_A_BODY.stream()
            .filter(steps -> running || steps.get(0).ancestor() == null)
            .forEach(
                steps ->
                    all.add(
                        Arguments.of(
                            subProcess(loop(sequential, ""), loop(false, "")), running, steps)));
      }
      ON_A_RUNNING_TASK.forEach(steps -> all.add(Arguments.of(task(sequential), true, steps)));
      ON_A_RUNNING_SUB_PROCESS.forEach(
          steps -> all.add(Arguments.of(subProcess(loop(sequential, ""), ""), true, steps)));
    }
    all.add(Arguments.of(until(), true, List.of(before("work"))));
    all.add(Arguments.of(until(), true, List.of(before("work"), cancelOne("work"))));
    ON_A_RUNNING_SUB_PROCESS.stream()
        .filter(steps -> steps.stream().noneMatch(step -> String.valueOf(step).contains(BODY)))
        .forEach(steps -> all.add(Arguments.of(subProcess("", ""), true, steps)));
    return all.stream();
  }

  @ParameterizedTest(name = "{2}, running: {1}")
  @MethodSource("modifications")
  void an_instance_is_modified(String work, boolean running, List<Step> steps) {
    String key = deployed(work);

    assertThat(modified(OUTWORK, key, running, steps))
        .isEqualTo(modified(CAMUNDA, key, running, steps));
  }

  static Stream<Arguments> starts() {
    return modifications()
        .filter(
            arguments ->
                ((List<?>) arguments.get()[2])
                    .stream()
                        .map(Step.class::cast)
                        .noneMatch(
                            step ->
                                step.ancestor() != null || step.kind().name().startsWith("CANCEL")))
        .filter(arguments -> !((boolean) arguments.get()[1]));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("starts")
  void an_instance_starts_there(String work, boolean running, List<Step> steps) {
    String key = deployed(work);

    assertThat(started(OUTWORK, key, steps)).isEqualTo(started(CAMUNDA, key, steps));
  }

  /** The key of the process around some work, on both engines. */
  private static String deployed(String work) {
    String key = "modified-" + Integer.toHexString(work.hashCode());
    if (DEPLOYED.add(key)) {
      CAMUNDA.deploy(process(key, work), null);
      OUTWORK.deploy(process(key, work), null);
    }
    return key;
  }

  private static List<String> modified(
      Operated engine, String key, boolean running, List<Step> steps) {
    String id = engine.start(key, null);
    if (running) {
      engine.completeTask(engine.openTasks(id).get(0).id());
    }
    List<String> seen = new ArrayList<>();
    seen.add(outcome(() -> engine.modify(id, steps)));
    seen.addAll(wayToTheEnd(engine, id));
    return seen;
  }

  private static List<String> started(Operated engine, String key, List<Step> steps) {
    List<String> seen = new ArrayList<>();
    seen.add(outcome(() -> seen.addAll(wayToTheEnd(engine, engine.startAt(key, steps)))));
    return seen;
  }

  // Which exception it is differs on purpose.
  private static String outcome(Runnable command) {
    try {
      command.run();
      return "taken";
    } catch (RuntimeException e) {
      return "refused";
    }
  }

  private static List<String> wayToTheEnd(Operated engine, String id) {
    List<String> seen = new ArrayList<>(List.of(shown(engine, id)));
    for (int done = 0; done < MOST_TASKS; done++) {
      List<OpenTask> open = openInside(engine, id);
      if (open.isEmpty()) {
        return seen;
      }
      // Those that look the same are done together: which of them comes first is not promised.
      open.stream()
          .filter(task -> shown(task).equals(shown(open.get(0))))
          .filter(task -> isOpen(engine, id, task))
          .forEach(task -> engine.completeTask(task.id()));
      seen.add(shown(engine, id));
    }
    throw new AssertionError("There are tasks without an end: " + seen);
  }

  private static boolean isOpen(Operated engine, String id, OpenTask task) {
    return engine.openTasks(id).stream().anyMatch(open -> open.id().equals(task.id()));
  }

  private static List<OpenTask> openInside(Operated engine, String id) {
    return engine.openTasks(id).stream()
        .filter(task -> !List.of("first", "last").contains(task.elementId()))
        .sorted(Comparator.comparing(ModificationComparisonTest::shown))
        .toList();
  }

  private static String shown(Operated engine, String id) {
    return engine.tree(id)
        + " "
        + engine.openTasks(id).stream().map(ModificationComparisonTest::shown).sorted().toList();
  }

  private static String shown(OpenTask task) {
    return task.elementId() + task.variables();
  }
}
