package dev.outwork.engine.token;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Tokens side by side: forks, joins and sub-processes (BPMN 2.0, chapters 10.6.4 and 10.3.5). */
class ParallelTest extends SharedEngineTest {
  /**
   *
   *
   * <pre>
   *                +--> a (external) --+
   * start --> fork +--> b (external) --+ join --> end
   *                +--> c (external) --+
   * </pre>
   */
  private static final BpmnModelInstance THREE_AT_ONCE =
      Bpmn.createExecutableProcess("three")
          .startEvent("start")
          .parallelGateway("fork")
          .serviceTask("a")
          .operatonExternalTask("a")
          .parallelGateway("join")
          .endEvent("end")
          .moveToNode("fork")
          .serviceTask("b")
          .operatonExternalTask("b")
          .connectTo("join")
          .moveToNode("fork")
          .serviceTask("c")
          .operatonExternalTask("c")
          .connectTo("join")
          .done();

  @Test
  void a_fork_sends_a_token_along_every_way_in_the_order_drawn() {
    ProcessInstance instance = start(THREE_AT_ONCE);

    assertThat(engine.path(instance)).containsExactly("start", "fork", "a", "b", "c");
    assertThat(engine.waitsAt(instance)).containsExactly("a", "b", "c");
  }

  @ParameterizedTest
  @CsvSource({"a,b,c", "a,c,b", "b,a,c", "b,c,a", "c,a,b", "c,b,a"})
  void a_join_waits_for_all_whoever_comes_first(String first, String second, String third) {
    ProcessInstance instance = start(THREE_AT_ONCE);

    alice.does(first);
    assertThat(engine.waitsAt(instance)).containsExactlyInAnyOrder("join", second, third);
    bob.does(second);
    assertThat(engine.waitsAt(instance)).containsExactlyInAnyOrder("join", "join", third);
    alice.does(third);

    assertThat(engine.path(instance))
        .containsExactly("start", "fork", "a", "b", "c", "join", "join", "join", "end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  @Test
  void tokens_that_reach_a_join_at_the_same_moment_are_joined_once() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      for (int round = 0; round < 10; round++) {
        ProcessInstance instance = start(THREE_AT_ONCE);
        CyclicBarrier together = new CyclicBarrier(3);

        List<Future<?>> reports = new ArrayList<>();
        for (LockedExternalTask task : alice.fetches("a", "b", "c")) {
          reports.add(
              threads.submit(
                  () -> {
                    together.await();
                    alice.completes(task);
                    return null;
                  }));
        }
        for (Future<?> report : reports) {
          report.get();
        }

        assertThat(engine.path(instance)).filteredOn("end"::equals).hasSize(1);
        assertThat(engine.state(instance)).isEqualTo("COMPLETED");
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /**
   *
   *
   * <pre>
   *                          +--> a (external) --+
   * start --> merge --> fork +--> b (external) --+ join --> again? --[${again}]--> merge, else --> end
   * </pre>
   */
  @Test
  void a_join_in_a_loop_starts_afresh_each_time() {
    ProcessInstance instance =
        start(
            withDefault(
                Bpmn.createExecutableProcess("looping")
                    .startEvent("start")
                    .exclusiveGateway("merge")
                    .parallelGateway("fork")
                    .serviceTask("a")
                    .operatonExternalTask("a")
                    .parallelGateway("join")
                    .exclusiveGateway("again")
                    .condition("once more", "${again}")
                    .connectTo("merge")
                    .moveToNode("again")
                    .sequenceFlowId("enough")
                    .endEvent("end")
                    .moveToNode("fork")
                    .serviceTask("b")
                    .operatonExternalTask("b")
                    .connectTo("join")
                    .done(),
                "again",
                "enough"));

    alice.does("a");
    alice.completes(alice.fetchesOne("b"), Map.of("again", TypedValue.bool(true)));
    assertThat(engine.waitsAt(instance)).containsExactly("a", "b");
    alice.does("b");
    assertThat(engine.waitsAt(instance)).containsExactly("a", "join");
    alice.completes(alice.fetchesOne("a"), Map.of("again", TypedValue.bool(false)));

    assertThat(engine.path(instance))
        .containsExactly(
            "start", "merge", "fork", "a", "b", "join", "join", "again", "merge", "fork", "a", "b",
            "join", "join", "again", "end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /**
   *
   *
   * <pre>
   *                 +--> a (external) ---------------------------------+
   * start --> outer |                +--> b (external) --+             | both --> end
   *                 +--> inner ------+--> c (external) --+ all --------+
   * </pre>
   */
  @Test
  void forks_can_be_nested() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("nesting")
                .startEvent("start")
                .parallelGateway("outer")
                .serviceTask("a")
                .operatonExternalTask("a")
                .parallelGateway("both")
                .endEvent("end")
                .moveToNode("outer")
                .parallelGateway("inner")
                .serviceTask("b")
                .operatonExternalTask("b")
                .parallelGateway("all")
                .connectTo("both")
                .moveToNode("inner")
                .serviceTask("c")
                .operatonExternalTask("c")
                .connectTo("all")
                .done());

    alice.does("c");
    alice.does("a");
    assertThat(engine.waitsAt(instance)).containsExactly("all", "b", "both");
    alice.does("b");

    assertThat(engine.path(instance))
        .containsExactly(
            "start", "outer", "a", "inner", "b", "c", "all", "both", "all", "both", "end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /**
   *
   *
   * <pre>
   * start --> fork +--> a (external) --> end a
   *                +--> b (external) --> end b
   * </pre>
   */
  @Test
  void an_instance_ends_with_its_last_token() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("splitting")
                .startEvent("start")
                .parallelGateway("fork")
                .serviceTask("a")
                .operatonExternalTask("a")
                .endEvent("end-a")
                .moveToNode("fork")
                .serviceTask("b")
                .operatonExternalTask("b")
                .endEvent("end-b")
                .done());

    alice.does("b");
    assertThat(engine.state(instance)).isEqualTo("ACTIVE");
    alice.does("a");

    assertThat(engine.path(instance)).containsExactly("start", "fork", "a", "b", "end-b", "end-a");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /**
   *
   *
   * <pre>
   *           +-sub-----------------------------------+
   * start --> | inside --> fork +--> a (external)     | --> after (external) --> end
   *           |                 +--> b (external)     |
   *           +---------------------------------------+
   * </pre>
   */
  @Test
  void a_sub_process_is_done_when_its_last_token_has_ended() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("enclosing")
                .startEvent("start")
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent("inside")
                .parallelGateway("fork")
                .serviceTask("a")
                .operatonExternalTask("a")
                .moveToNode("fork")
                .serviceTask("b")
                .operatonExternalTask("b")
                .subProcessDone()
                .serviceTask("after")
                .operatonExternalTask("after")
                .endEvent("end")
                .done());
    assertThat(engine.waitsAt(instance)).containsExactly("a", "b", "sub");

    alice.does("a");
    assertThat(engine.waitsAt(instance)).containsExactly("b", "sub");
    alice.does("b");

    assertThat(engine.path(instance))
        .containsExactly("start", "sub", "inside", "fork", "a", "b", "after");
    assertThat(engine.waitsAt(instance)).containsExactly("after");
  }

  /**
   *
   *
   * <pre>
   *                              +-sub--------------------------------------------+
   * start --> fork +--> merge -->| inside --> split +--> x (external) --+         |
   *                +--> merge    |                  +--> y (external) --+ join    |
   *                              +------------------------------------------------+
   * </pre>
   */
  @Test
  void a_join_counts_only_the_tokens_of_its_own_sub_process() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("doubling")
                .startEvent("start")
                .parallelGateway("fork")
                .exclusiveGateway("merge")
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent("inside")
                .parallelGateway("split")
                .serviceTask("x")
                .operatonExternalTask("x")
                .parallelGateway("join")
                .endEvent("inside-end")
                .moveToNode("split")
                .serviceTask("y")
                .operatonExternalTask("y")
                .connectTo("join")
                .subProcessDone()
                .endEvent("end")
                .moveToNode("fork")
                .connectTo("merge")
                .done());

    List<LockedExternalTask> tasks = alice.fetches("x");
    tasks.forEach(alice::completes);

    assertThat(tasks).hasSize(2);
    assertThat(engine.waitsAt(instance)).containsExactly("join", "join", "sub", "sub", "y", "y");
    alice.fetches("y").forEach(alice::completes);
    assertThat(engine.path(instance)).filteredOn("end"::equals).hasSize(2);
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }

  /** start --> sub ( inside --> deep ( bottom --> work (external) ) ) --> end. */
  @Test
  void nested_sub_processes_end_together_with_their_last_token() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("digging")
                .startEvent("start")
                .subProcess("sub")
                .embeddedSubProcess()
                .startEvent("inside")
                .subProcess("deep")
                .embeddedSubProcess()
                .startEvent("bottom")
                .serviceTask("work")
                .operatonExternalTask("work")
                .subProcessDone()
                .subProcessDone()
                .endEvent("end")
                .done());
    assertThat(engine.waitsAt(instance)).containsExactly("deep", "sub", "work");

    alice.does("work");

    assertThat(engine.path(instance))
        .containsExactly("start", "sub", "inside", "deep", "bottom", "work", "end");
    assertThat(engine.state(instance)).isEqualTo("COMPLETED");
  }
}
