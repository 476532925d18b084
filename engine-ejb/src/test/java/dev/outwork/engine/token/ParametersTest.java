package dev.outwork.engine.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.builder.ServiceTaskBuilder;

/** Input and output parameters (docs/rest-api.md, "Variable scopes"). */
class ParametersTest extends SharedEngineTest {
  /**
   * start --> work (external) --> after (external) --> end; the caller gives work its parameters.
   */
  private static BpmnModelInstance working(UnaryOperator<ServiceTaskBuilder> parameters) {
    ServiceTaskBuilder work =
        Bpmn.createExecutableProcess("working")
            .startEvent("start")
            .serviceTask("work")
            .operatonExternalTask("work");
    return parameters
        .apply(work)
        .serviceTask("after")
        .operatonExternalTask("after")
        .endEvent("end")
        .done();
  }

  @Test
  void an_input_parameter_is_seen_by_the_worker_and_not_by_the_instance() {
    ProcessInstance instance =
        start(
            working(work -> work.operatonInputParameter("twice", "${amount * 2}")),
            Map.of("amount", TypedValue.integer(21)));

    LockedExternalTask task = alice.fetchesOne("work");

    assertThat(task.variables().get("twice").value()).isEqualTo(42L);
    assertThat(task.variables().get("amount").value()).isEqualTo(21);
    assertThat(engine.runtime().variables(instance.id())).containsOnlyKeys("amount");
  }

  @Test
  void an_input_parameter_hides_an_outer_variable_of_its_name_until_the_task_ends() {
    ProcessInstance instance =
        start(
            working(work -> work.operatonInputParameter("amount", "${amount + 1}")),
            Map.of("amount", TypedValue.integer(1)));

    LockedExternalTask task = alice.fetchesOne("work");

    assertThat(task.variables().get("amount").value()).isEqualTo(2L);
    assertThat(engine.runtime().variables(instance.id()).get("amount").value()).isEqualTo(1);
    alice.completes(task);
    assertThat(alice.fetchesOne("after").variables().get("amount").value()).isEqualTo(1);
  }

  @Test
  void input_parameters_see_what_surrounds_the_task_and_not_each_other() {
    start(
        working(
            work ->
                work.operatonInputParameter("left", "${right}")
                    .operatonInputParameter("right", "${left}")),
        Map.of("left", TypedValue.string("L"), "right", TypedValue.string("R")));

    Map<String, TypedValue> swapped = alice.fetchesOne("work").variables();

    assertThat(swapped.get("left").value()).isEqualTo("R");
    assertThat(swapped.get("right").value()).isEqualTo("L");
  }

  @Test
  void a_result_with_the_name_of_an_input_parameter_ends_with_the_task() {
    ProcessInstance instance =
        start(
            working(work -> work.operatonInputParameter("result", "none yet")),
            Map.of("result", TypedValue.string("of the instance")));

    alice.completes(alice.fetchesOne("work"), Map.of("result", TypedValue.string("of the worker")));

    assertThat(engine.runtime().variables(instance.id()).get("result").value())
        .isEqualTo("of the instance");
  }

  @Test
  void an_output_parameter_carries_a_local_variable_out() {
    ProcessInstance instance =
        start(working(work -> work.operatonOutputParameter("total", "${net + tax}")));
    LockedExternalTask task = alice.fetchesOne("work");

    engine
        .externalTasks()
        .complete(
            task.task().id(),
            "alice",
            Map.of("net", TypedValue.integer(100)),
            Map.of("tax", TypedValue.integer(19)));

    Map<String, TypedValue> after = engine.runtime().variables(instance.id());
    assertThat(after).containsOnlyKeys("net", "total");
    assertThat(after.get("total").value()).isEqualTo(119L);
  }

  @Test
  void a_later_output_parameter_sees_what_an_earlier_one_has_set() {
    ProcessInstance instance =
        start(
            working(
                work ->
                    work.operatonOutputParameter("one", "${1}")
                        .operatonOutputParameter("two", "${one + 1}")));

    alice.does("work");

    assertThat(engine.runtime().variables(instance.id()).get("two").value()).isEqualTo(2L);
  }

  @Test
  void parameters_pass_on_what_is_json_and_what_cannot_be_looked_into() {
    ProcessInstance instance =
        start(
            working(
                work ->
                    work.operatonInputParameter("items", "${order.items}")
                        .operatonOutputParameter("copy", "${scan}")),
            Map.of(
                "order",
                TypedValue.json("{\"items\": [{\"id\": 1}, {\"id\": 2}]}"),
                "scan",
                TypedValue.file("scan.txt", "text/plain", "UTF-8", new byte[] {1, 2, 3})));

    LockedExternalTask task = alice.fetchesOne("work");
    alice.completes(task);

    assertThat(task.variables().get("items")).isEqualTo(TypedValue.json("[{\"id\":1},{\"id\":2}]"));
    assertThat(engine.runtime().variable(instance.id(), "copy").orElseThrow())
        .usingRecursiveComparison()
        .isEqualTo(TypedValue.file("scan.txt", "text/plain", "UTF-8", new byte[] {1, 2, 3}));
  }

  @Test
  void an_output_parameter_that_fails_rolls_everything_back_and_leaves_the_task_locked() {
    ProcessInstance instance =
        start(working(work -> work.operatonOutputParameter("total", "${net + tax}")));
    LockedExternalTask task = alice.fetchesOne("work");

    assertThatThrownBy(() -> alice.completes(task, Map.of("net", TypedValue.integer(1))))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("parameter 'total'")
        .hasMessageContaining("serviceTask 'work'")
        .hasMessageContaining("process 'working'")
        .hasMessageContaining("'tax'");

    assertThat(engine.path(instance)).containsExactly("start", "work");
    assertThat(engine.runtime().variables(instance.id())).isEmpty();
    assertThat(bob.fetches("work")).isEmpty();
    alice.completes(task, Map.of("net", TypedValue.integer(1), "tax", TypedValue.integer(1)));
    assertThat(engine.waitsAt(instance)).containsExactly("after");
  }

  /** start --> before (external) --> work (external, needs ${amount}) --> end. */
  @Test
  void an_input_parameter_that_fails_rolls_back_the_completion_before_it() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("needing")
                .startEvent("start")
                .serviceTask("before")
                .operatonExternalTask("before")
                .serviceTask("work")
                .operatonExternalTask("work")
                .operatonInputParameter("copy", "${amount}")
                .endEvent("end")
                .done());
    LockedExternalTask task = alice.fetchesOne("before");

    assertThatThrownBy(() -> alice.completes(task))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("parameter 'copy'")
        .hasMessageContaining("serviceTask 'work'");

    assertThat(engine.waitsAt(instance)).containsExactly("before");
    assertThat(bob.fetches("work")).isEmpty();
  }

  @Test
  void an_output_parameter_is_set_when_a_caught_error_leaves_the_task() {
    ProcessInstance instance = start(guarded("${reason}"));
    LockedExternalTask task = alice.fetchesOne("work");

    engine
        .externalTasks()
        .handleBpmnError(
            task.task().id(), "alice", "bad", null, Map.of("reason", TypedValue.string("rust")));

    assertThat(engine.path(instance)).containsExactly("start", "work", "caught", "mend");
    assertThat(engine.runtime().variables(instance.id()).get("report").value()).isEqualTo("rust");
  }

  @Test
  void an_output_parameter_that_fails_refuses_the_error_that_leaves_the_task() {
    ProcessInstance instance = start(guarded("${reason}"));
    LockedExternalTask task = alice.fetchesOne("work");

    assertThatThrownBy(() -> alice.raises(task, "bad"))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("parameter 'report'");

    assertThat(engine.waitsAt(instance)).containsExactly("work");
    assertThat(bob.fetches("work")).isEmpty();
  }

  /**
   *
   *
   * <pre>
   * start --> work (external, output "report") --> end
   *            | (bad)
   *            +--> caught --> mend (external)
   * </pre>
   */
  private static BpmnModelInstance guarded(String report) {
    return Bpmn.createExecutableProcess("guarded")
        .startEvent("start")
        .serviceTask("work")
        .operatonExternalTask("work")
        .operatonOutputParameter("report", report)
        .boundaryEvent("caught")
        .error("bad")
        .serviceTask("mend")
        .operatonExternalTask("mend")
        .moveToActivity("work")
        .endEvent("end")
        .done();
  }

  /** start --> label (manual, with parameters) --> work (external) --> end. */
  @Test
  void parameters_of_a_task_that_waits_for_nobody_are_set_as_well() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("labelling")
                .startEvent("start")
                .manualTask("label")
                .operatonInputParameter("prefix", "no.")
                .operatonOutputParameter("label", "${prefix}${number}")
                .serviceTask("work")
                .operatonExternalTask("work")
                .endEvent("end")
                .done(),
            Map.of("number", TypedValue.integer(7)));

    assertThat(engine.runtime().variables(instance.id()))
        .containsEntry("label", TypedValue.string("no.7"))
        .doesNotContainKey("prefix");
  }

  /** start --> sub, with parameters ( inside --> work (external) ) --> after (external) --> end. */
  @Test
  void parameters_of_a_sub_process_are_seen_inside_and_carried_out() {
    ProcessInstance instance =
        start(
            Bpmn.createExecutableProcess("wrapping")
                .startEvent("start")
                .subProcess("sub")
                .operatonInputParameter("share", "${amount}")
                .operatonOutputParameter("result", "${share}")
                .embeddedSubProcess()
                .startEvent("inside")
                .serviceTask("work")
                .operatonExternalTask("work")
                .subProcessDone()
                .serviceTask("after")
                .operatonExternalTask("after")
                .endEvent("end")
                .done(),
            Map.of("amount", TypedValue.integer(5)));
    LockedExternalTask task = alice.fetchesOne("work");

    alice.completes(task, Map.of("share", TypedValue.integer(4)));

    assertThat(task.variables().get("share").value()).isEqualTo(5);
    assertThat(engine.runtime().variables(instance.id()))
        .containsOnlyKeys("amount", "result")
        .containsEntry("result", TypedValue.of(ValueType.INTEGER, 4));
  }

  @Test
  void local_variables_are_kept_in_the_database_after_their_task_has_ended() {
    ProcessInstance instance =
        start(working(work -> work.operatonInputParameter("note", "for the record")));
    String executionId = alice.fetchesOne("work").task().executionId();

    engine
        .externalTasks()
        .complete(
            engine.externalTasks().externalTasks(ListQuery.all()).get(0).id(),
            "alice",
            Map.of(),
            Map.of("seen", TypedValue.bool(true)));

    assertThat(engine.runtime().variables(instance.id())).isEmpty();
    assertThat(
            Rows.strings(
                engine.database(),
                "select name from variable where scope_id = ? order by name",
                executionId))
        .containsExactly("note", "seen");
  }
}
