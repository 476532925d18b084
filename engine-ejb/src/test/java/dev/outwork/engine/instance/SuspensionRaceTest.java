package dev.outwork.engine.instance;

import static dev.outwork.engine.token.Sketch.call;
import static dev.outwork.engine.token.Sketch.document;
import static dev.outwork.engine.token.Sketch.end;
import static dev.outwork.engine.token.Sketch.external;
import static dev.outwork.engine.token.Sketch.path;
import static dev.outwork.engine.token.Sketch.processOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.engine.token.Sketch;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** Suspension while others are at the same instances (docs/rest-api.md, "Suspension"). */
class SuspensionRaceTest extends SharedEngineTest {
  private static final int ROUNDS = 20;
  private static final int INSTANCES = 6;

  /** start --> call (start --> work (external) --> end) --> end. */
  private static final String CALLING =
      document(
          processOf(
              "outer",
              Sketch.start("start"),
              call("call", "inner"),
              end("end"),
              path("start", "call", "end")),
          processOf(
              "inner",
              Sketch.start("begin"),
              external("work"),
              end("done"),
              path("begin", "work", "done")));

  @Test
  void nobody_brings_a_suspended_task_back() throws Exception {
    try (AtOnce atOnce = new AtOnce()) {
      for (int round = 0; round < ROUNDS; round++) {
        String definitionId = deploy();
        startSome();
        LockedExternalTask held = alice.fetches(1, "work").get(0);
        LockedExternalTask failing = alice.fetches(1, "work").get(0);

        List<AtOnce.Outcome<Void>> outcomes =
            atOnce.run(
                List.of(
                    suspending(definitionId),
                    doing(() -> bob.fetches("work")),
                    doing(() -> alice.fails(failing, 3, Duration.ZERO)),
                    doing(
                        () ->
                            engine
                                .externalTasks()
                                .extendLock(held.task().id(), "alice", Duration.ofHours(1))),
                    doing(() -> engine.externalTasks().setPriority(held.task().id(), 5)),
                    doing(() -> engine.externalTasks().setRetries(failing.task().id(), 7))));

        assertThat(outcomes).extracting(AtOnce.Outcome::failure).allMatch(SuspensionRaceTest::told);
        assertThat(engine.externalTasks().externalTasks(ListQuery.all()))
            .hasSize(INSTANCES)
            .extracting(ExternalTask::suspended)
            .containsOnly(true);
        engine.endWhatStillRuns();
      }
    }
  }

  @Test
  void suspensions_and_reports_of_the_same_trees_never_wait_for_each_other_for_good()
      throws Exception {
    try (AtOnce atOnce = new AtOnce()) {
      for (int round = 0; round < ROUNDS; round++) {
        String definitionId = deploy();
        startSome();
        List<Callable<Void>> things = new ArrayList<>();
        things.add(suspending(definitionId));
        things.add(suspending(definitionId));
        things.add(activating(definitionId));
        alice.fetches("work").forEach(task -> things.add(doing(() -> alice.completes(task))));

        List<AtOnce.Outcome<Void>> outcomes = atOnce.run(things);

        assertThat(outcomes).extracting(AtOnce.Outcome::failure).allMatch(SuspensionRaceTest::told);
        engine.endWhatStillRuns();
      }
    }
  }

  /** Of the called process, whose instances are in trees of others. */
  private static String deploy() {
    engine.deploy(CALLING);
    return engine.repository().latestProcessDefinition("inner", null).orElseThrow().id();
  }

  private static void startSome() {
    for (int i = 0; i < INSTANCES; i++) {
      engine.start("outer", Map.of());
    }
  }

  private static Callable<Void> suspending(String definitionId) {
    return doing(
        () -> engine.repository().setProcessDefinitionSuspended(definitionId, true, true, null));
  }

  private static Callable<Void> activating(String definitionId) {
    return doing(
        () -> engine.repository().setProcessDefinitionSuspended(definitionId, false, true, null));
  }

  private static Callable<Void> doing(Runnable thing) {
    return () -> {
      thing.run();
      return null;
    };
  }

  /** Nothing went wrong, or what was asked for is refused now that the task is suspended. */
  private static boolean told(Throwable failure) {
    return failure == null || failure instanceof ProcessEngineException;
  }
}
