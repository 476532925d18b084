package dev.outwork.engine.waiting;

import static dev.outwork.engine.testkit.Await.until;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.externaltask.WaitingRoom;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import dev.outwork.testkit.container.TestHintConnections;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/**
 * Everything that makes tasks fetchable on one node wakes waiting workers on another, without a
 * sweep.
 */
class HintChannelTest extends SharedEngineTest {
  /** start --> work (external, its topic from a variable) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("hinted")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("${topic}")
          .endEvent()
          .done();

  private static final Duration LOCK = Duration.ofMinutes(5);
  private static final int LONGEST_SECONDS = 20;

  private final List<CompletableFuture<?>> waiting = new ArrayList<>();
  private TestEngine other;
  private TestWorker carol;

  @BeforeEach
  void startAnotherNode() throws Exception {
    assumeThat(database).isEqualTo(TestDatabase.POSTGRESQL);
    engine.deploy(WORK);
    other = engine.anotherNode();
    carol = other.worker("carol");
    // A server creates the waiting room at its start.
    engine.bean(Sweep.class).lookAround();
    other.bean(Sweep.class).lookAround();
    until(() -> isListening(engine) && isListening(other));
  }

  @AfterEach
  void stopIt() {
    waiting.forEach(one -> one.cancel(false));
    if (other != null) {
      other.close();
    }
  }

  @Test
  void a_new_task() {
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    start("a");

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void an_unlocked_task() {
    start("a");
    LockedExternalTask task = carol.fetchesOne("a");
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    other.externalTasks().unlock(task.task().id());

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void new_retries() {
    start("a");
    LockedExternalTask task = carol.fetchesOne("a");
    carol.fails(task, 0, Duration.ZERO);
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    other.externalTasks().setRetries(task.task().id(), 1);

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void a_failure_to_be_retried_at_once() {
    start("a");
    LockedExternalTask task = carol.fetchesOne("a");
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    carol.fails(task, 3, Duration.ZERO);

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void an_activated_instance() {
    ProcessInstance instance = start("a");
    other.runtime().setProcessInstanceSuspended(instance.id(), true);
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    other.runtime().setProcessInstanceSuspended(instance.id(), false);

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void a_lock_that_has_expired() {
    start("a");
    carol.fetchesOne("a");
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    engine.clock().advance(LOCK);
    other.reclaimLocks();

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void a_retry_that_is_due() {
    start("a");
    carol.fails(carol.fetchesOne("a"), 1, Duration.ofMinutes(1));
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");

    engine.clock().advance(Duration.ofMinutes(1));
    other.reclaimLocks();

    assertThat(answer(waiting)).hasSize(1);
  }

  @Test
  void hints_are_heard_again_after_all_connections_were_ended() throws Exception {
    CompletableFuture<List<LockedExternalTask>> waiting = waitsFor("a");
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          select pg_terminate_backend(a.pid)
            from pg_stat_activity a
           where a.datname = current_database()
             and a.application_name like 'outwork-hints%'
          """);
    }
    until(() -> !isListening(engine) || !isListening(other));
    until(() -> isListening(engine) && isListening(other));

    start("a");

    assertThat(answer(waiting)).hasSize(1);
  }

  private static boolean isListening(TestEngine node) {
    return node.bean(HintChannel.class).isListening();
  }

  private static Connection connect() throws SQLException {
    return engine.bean(TestHintConnections.class).open();
  }

  private ProcessInstance start(String topic) {
    return other.start("hinted", Map.of("topic", TypedValue.string(topic)));
  }

  /** Bob waits on the first node. */
  private CompletableFuture<List<LockedExternalTask>> waitsFor(String topic) {
    CompletableFuture<List<LockedExternalTask>> answer =
        engine.bean(WaitingRoom.class).fetchAndLock(request(topic), Duration.ofMinutes(30));
    waiting.add(answer);
    return answer;
  }

  private static FetchAndLock request(String topic) {
    return FetchAndLock.of("bob", 1, Topic.of(topic, LOCK));
  }

  private static List<LockedExternalTask> answer(
      CompletableFuture<List<LockedExternalTask>> waiting) {
    return waiting.orTimeout(LONGEST_SECONDS, SECONDS).join();
  }
}
