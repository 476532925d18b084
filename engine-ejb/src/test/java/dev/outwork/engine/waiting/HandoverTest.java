package dev.outwork.engine.waiting;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Locks begin when their tasks are handed over, however long the database has taken for it. */
class HandoverTest extends SharedEngineTest {
  /** start --> archive (external) --> end. */
  private static final BpmnModelInstance ARCHIVE =
      Bpmn.createExecutableProcess("archiving")
          .startEvent()
          .serviceTask("archive")
          .operatonExternalTask("archive")
          .endEvent()
          .done();

  private static final Duration LOCK = Duration.ofSeconds(20);
  private static final FetchAndLock REQUEST =
      FetchAndLock.of("alice", 10, Topic.of("archive", LOCK));

  /** Actions between the commit of each call and its answer. */
  private final Deque<Runnable> delays = new ArrayDeque<>();

  private final ExternalTaskService slow = slowly(engine.externalTasks());
  private final Handover handover = new Handover(slow, engine.clock());
  private ProcessInstance instance;

  @BeforeEach
  void begin() {
    instance = start(ARCHIVE);
  }

  @Test
  void a_punctual_lock_is_not_touched() {
    Instant end = engine.clock().instant().plus(LOCK);
    delays.add(() -> engine.clock().advance(Duration.ofMillis(900)));

    assertThat(fetch()).map(HandoverTest::lockEnd).containsExactly(end);

    assertThat(storedLockEnd()).isEqualTo(end);
  }

  @Test
  void a_lock_that_was_long_under_way_begins_anew() {
    delays.add(() -> engine.clock().advance(Duration.ofSeconds(15)));

    List<LockedExternalTask> tasks = fetch();

    Instant end = engine.clock().instant().plus(LOCK);
    assertThat(tasks).map(HandoverTest::lockEnd).containsExactly(end);
    assertThat(storedLockEnd()).isEqualTo(end);
    alice.completes(tasks.get(0));
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void a_task_that_somebody_else_has_got_meanwhile_is_not_handed_over() {
    delays.add(
        () -> {
          engine.clock().advance(LOCK);
          bob.fetchesOne("archive");
        });

    assertThat(fetch()).isEmpty();

    assertThat(engine.externalTasks().fetchAndLock(REQUEST)).isEmpty();
  }

  @Test
  void a_task_that_was_suspended_meanwhile_is_not_handed_over() {
    delays.add(
        () -> {
          engine.clock().advance(Duration.ofSeconds(15));
          engine.runtime().setProcessInstanceSuspended(instance.id(), true);
        });

    assertThat(fetch()).isEmpty();
  }

  @Test
  void a_lock_that_has_expired_whatever_was_tried_is_given_back() {
    for (int i = 0; i < 4; i++) {
      delays.add(() -> engine.clock().advance(LOCK));
    }

    assertThat(fetch()).isEmpty();

    assertThat(bob.fetches("archive")).hasSize(1);
  }

  private List<LockedExternalTask> fetch() {
    return handover.handedOver(REQUEST, slow.fetchAndLock(REQUEST));
  }

  private Instant storedLockEnd() {
    return engine.externalTasks().externalTasks(ListQuery.all()).get(0).lockExpirationTime();
  }

  private static Instant lockEnd(LockedExternalTask task) {
    return task.task().lockExpirationTime();
  }

  private ExternalTaskService slowly(ExternalTaskService real) {
    return (ExternalTaskService)
        Proxy.newProxyInstance(
            getClass().getClassLoader(),
            new Class<?>[] {ExternalTaskService.class},
            (proxy, method, arguments) -> {
              try {
                Object answer = method.invoke(real, arguments);
                if (!delays.isEmpty()) {
                  delays.remove().run();
                }
                return answer;
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
