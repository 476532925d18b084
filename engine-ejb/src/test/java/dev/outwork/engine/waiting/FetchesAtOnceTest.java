package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.builder.ParallelGatewayBuilder;

/** Workers that fetch from one node at the same time. */
class FetchesAtOnceTest extends SharedEngineTest {
  private static final int WORKERS = 12;
  private static final int TASKS = 600;

  private final WaitingRoom room = engine.bean(WaitingRoom.class);

  @Test
  void each_task_is_given_to_one_worker_and_is_locked_by_it() throws Exception {
    engine.deploy(fork());
    IntStream.range(0, TASKS / 20).forEach(i -> engine.start("forking"));

    List<Outcome<List<LockedExternalTask>>> outcomes;
    try (AtOnce atOnce = new AtOnce()) {
      outcomes = atOnce.run(WORKERS, worker -> () -> allFor("worker" + worker, 1 + worker % 3));
    }

    assertThat(outcomes).extracting(Outcome::failure).containsOnlyNulls();
    Set<String> given = new HashSet<>();
    for (int worker = 0; worker < WORKERS; worker++) {
      for (LockedExternalTask task : outcomes.get(worker).result()) {
        assertThat(given.add(task.task().id())).isTrue();
        assertThat(task.task().workerId()).isEqualTo("worker" + worker);
        assertThat(engine.externalTasks().externalTask(task.task().id()))
            .hasValueSatisfying(
                stored -> assertThat(stored.workerId()).isEqualTo(task.task().workerId()));
      }
    }
    assertThat(given).hasSize(TASKS);
  }

  private List<LockedExternalTask> allFor(String worker, int most) {
    Topic a = Topic.of("a", Duration.ofMinutes(5));
    Topic b = Topic.of("b", Duration.ofMinutes(10));
    List<LockedExternalTask> all = new ArrayList<>();
    List<LockedExternalTask> some;
    do {
      // Most ask for both, in either order; some ask for one.
      some =
          room.fetchAndLock(
              most == 3
                  ? FetchAndLock.of(worker, most, b)
                  : most == 2
                      ? FetchAndLock.of(worker, most, b, a)
                      : FetchAndLock.of(worker, most, a, b));
      assertThat(some).hasSizeLessThanOrEqualTo(most);
      all.addAll(some);
    } while (!some.isEmpty());
    return all;
  }

  /** start --> + --> twenty times: work (external, topic a or b) --> end. */
  private static BpmnModelInstance fork() {
    ParallelGatewayBuilder fork =
        Bpmn.createExecutableProcess("forking").startEvent().parallelGateway("fork");
    IntStream.range(0, 20)
        .forEach(
            i ->
                fork.serviceTask("work" + i)
                    .operatonExternalTask(i % 2 == 0 ? "a" : "b")
                    .endEvent());
    return fork.done();
  }
}
