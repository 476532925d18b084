package dev.outwork.engine.externaltask;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingLong;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.Failure;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Whatever was done before, in whatever order: a fetch gets the first open tasks of the queue
 * (docs/rest-api.md, "Fetch and lock"), though it does not look for them from the beginning each
 * time.
 */
class QueueOrderTest extends SharedEngineTest {
  private static final int STEPS = 250;
  private static final Duration LOCK = Duration.ofMinutes(5);

  /** start --> work (external, its priority from a variable) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("queued")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("queue")
          .operatonTaskPriority("${priority}")
          .endEvent()
          .done();

  private final List<LockedExternalTask> inHand = new ArrayList<>();
  private int fromHeads;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void a_fetch_gets_the_first_tasks_of_the_queue(long seed) {
    Random random = new Random(seed);
    engine.deploy(WORK);
    for (int step = 0; step < STEPS; step++) {
      step(random, 1 + (int) seed % 2 * 4);
    }

    // Only there somebody else's transaction can make the beginning of a queue expensive.
    assertThat(fromHeads > 0).isEqualTo(database.name().equals("POSTGRESQL"));
  }

  private void step(Random random, int priorities) {
    switch (random.nextInt(8)) {
      case 0, 1, 2 -> engine.start("queued", Map.of("priority", random.nextInt(priorities)));
      case 3, 4 -> fetch(random.nextBoolean(), 1 + random.nextInt(3));
      case 5 ->
          any(
              random,
              task ->
                  engine.externalTasks().complete(task.task().id(), "alice", Map.of(), Map.of()));
      case 6 -> any(random, task -> putBack(random, task.task().id()));
      default -> engine.clock().advance(Duration.ofMillis(random.nextInt(300)));
    }
  }

  private void putBack(Random random, String id) {
    switch (random.nextInt(3)) {
      case 0 -> engine.externalTasks().unlock(id);
      case 1 ->
          engine.externalTasks().handleFailure(id, "alice", Failure.of("no", 1, Duration.ZERO));
      default -> {
        engine.externalTasks().setPriority(id, random.nextInt(9));
        engine.externalTasks().unlock(id);
      }
    }
  }

  private void any(Random random, Consumer<LockedExternalTask> action) {
    if (!inHand.isEmpty()) {
      action.accept(inHand.remove(random.nextInt(inHand.size())));
    }
  }

  private void fetch(boolean byPriority, int most) {
    List<String> expected =
        engine.externalTasks().externalTasks(ListQuery.all()).stream()
            .filter(task -> isFree(task, engine.clock().instant()))
            .sorted(order(byPriority))
            .limit(most)
            .map(ExternalTask::id)
            .toList();
    FetchAndLock request =
        new FetchAndLock("alice", most, byPriority, null, List.of(Topic.of("queue", LOCK)));
    fromHeads +=
        engine.bean(QueueHeads.class).of(request, engine.clock().instant()).isEmpty() ? 0 : 1;

    List<LockedExternalTask> fetched = engine.externalTasks().fetchAndLock(request);

    // Who gets fewer than there are asks again.
    assertThat(expected)
        .startsWith(fetched.stream().map(one -> one.task().id()).toArray(String[]::new));
    assertThat(fetched.isEmpty()).isEqualTo(expected.isEmpty());
    inHand.addAll(fetched);
  }

  private static boolean isFree(ExternalTask task, Instant now) {
    return task.lockExpirationTime() == null || !task.lockExpirationTime().isAfter(now);
  }

  private static Comparator<ExternalTask> order(boolean byPriority) {
    Comparator<ExternalTask> byAge =
        comparing(ExternalTask::createTime).thenComparing(ExternalTask::id);
    return byPriority
        ? comparingLong(ExternalTask::priority).reversed().thenComparing(byAge)
        : byAge;
  }
}
