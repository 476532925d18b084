package dev.outwork.engine.externaltask;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.CompletedTask;
import dev.outwork.api.externaltask.FailedTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.ReportOutcome;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.AtOnce;
import dev.outwork.engine.testkit.AtOnce.Outcome;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Several concurrent bulk reports, on the same instances and on the same tasks. */
class BulkRaceTest extends SharedEngineTest {
  private static final int INSTANCES = 15;
  private static final int CALLERS = 4;

  private final AtOnce atOnce = new AtOnce();

  @AfterEach
  void stop() {
    atOnce.close();
  }

  @Test
  void callers_with_branches_of_the_same_instances_never_lock_each_other_out() throws Exception {
    List<ProcessInstance> instances = startForks();
    List<String> tasks = shuffled(fetched("branch"), new Random(1));

    List<Outcome<List<ReportOutcome>>> calls =
        atOnce.run(CALLERS, caller -> () -> completes(part(tasks, caller)));

    assertThat(calls).extracting(Outcome::failure).containsOnlyNulls();
    assertThat(calls).flatExtracting(Outcome::result).hasSize(4 * INSTANCES);
    assertThat(calls).flatExtracting(Outcome::result).allMatch(ReportOutcome::isTaken);
    assertThat(alice.fetches("after")).hasSize(INSTANCES);
    assertThat(instances)
        .allSatisfy(one -> assertThat(engine.waitsAt(one)).containsExactly("after"));
  }

  @Test
  void concurrent_reports_complete_each_task_once() throws Exception {
    List<ProcessInstance> instances = startForks();
    List<String> tasks = fetched("branch");

    List<Outcome<List<ReportOutcome>>> calls =
        atOnce.run(CALLERS, caller -> () -> completes(shuffled(tasks, new Random(caller))));

    assertThat(calls).extracting(Outcome::failure).containsOnlyNulls();
    assertThat(calls)
        .flatExtracting(Outcome::result)
        .filteredOn(ReportOutcome::isTaken)
        .extracting(ReportOutcome::id)
        .containsExactlyInAnyOrderElementsOf(tasks);
    assertThat(instances)
        .allSatisfy(one -> assertThat(engine.waitsAt(one)).containsExactly("after"));
  }

  @Test
  void many_and_single_reports_and_fetches_go_on_beside_each_other() throws Exception {
    startForks();
    List<String> tasks = shuffled(fetched("branch"), new Random(2));
    // Their locks have expired, so that a fetch competes for the same tasks.
    engine.clock().advance(Duration.ofHours(1));

    List<Outcome<Object>> calls =
        atOnce.run(
            List.of(
                () -> completes(part(tasks, 0)),
                () -> fails(part(tasks, 1)),
                () -> bob.fetches("branch"),
                () -> {
                  engine.reclaimLocks();
                  return null;
                },
                () -> {
                  part(tasks, 2).forEach(id -> engine.externalTasks().unlock(id));
                  return null;
                }));

    assertThat(calls).extracting(Outcome::failure).containsOnlyNulls();
    assertThat(outcomes(calls.get(0))).hasSize(INSTANCES);
    assertThat(outcomes(calls.get(1))).hasSize(INSTANCES);
  }

  private static List<?> outcomes(Outcome<Object> call) {
    return (List<?>) call.result();
  }

  private static List<ReportOutcome> completes(List<String> ids) {
    return engine
        .externalTasks()
        .completeAll("alice", ids.stream().map(CompletedTask::of).toList());
  }

  private static List<ReportOutcome> fails(List<String> ids) {
    Failure failure = Failure.of("not now", 3, Duration.ZERO);
    return engine
        .externalTasks()
        .handleFailures("alice", ids.stream().map(id -> new FailedTask(id, failure)).toList());
  }

  private List<String> fetched(String topic) {
    List<LockedExternalTask> tasks = alice.fetches(topic);
    return tasks.stream().map(task -> task.task().id()).toList();
  }

  private static List<String> part(List<String> ids, int caller) {
    return IntStream.range(0, ids.size())
        .filter(i -> i % CALLERS == caller)
        .mapToObj(ids::get)
        .toList();
  }

  private static List<String> shuffled(List<String> ids, Random random) {
    List<String> shuffled = new ArrayList<>(ids);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }

  private static List<ProcessInstance> startForks() {
    engine.deploy(Forks.andJoin("forking", 4));
    return IntStream.range(0, INSTANCES).mapToObj(i -> engine.start("forking")).toList();
  }
}
