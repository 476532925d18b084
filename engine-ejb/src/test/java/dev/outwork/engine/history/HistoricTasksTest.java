package dev.outwork.engine.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.Page;
import dev.outwork.api.history.HistoricTaskInstance;
import dev.outwork.api.history.HistoricTaskInstanceFilter;
import dev.outwork.api.history.HistoricTaskInstanceSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** The history of user tasks (docs/rest-api.md, "Historic user tasks"). */
class HistoricTasksTest extends SharedEngineTest {
  private static final BpmnModelInstance CHECK =
      Bpmn.createExecutableProcess("checked-by-hand")
          .name("By hand")
          .startEvent()
          .userTask("check")
          .name("Check it")
          .operatonAssignee("mary")
          .endEvent()
          .done();

  private ProcessInstance open;
  private ProcessInstance completed;
  private ProcessInstance cancelled;

  @BeforeEach
  void start_three() {
    engine.deploy(CHECK);
    open = engine.start("checked-by-hand", "A", Map.of("amount", 1));
    completed = engine.start("checked-by-hand", "B", Map.of("amount", 2));
    cancelled = engine.start("checked-by-hand", "C", Map.of("amount", 3));
    engine.tasks().complete(task(completed).id(), Map.of());
    engine.runtime().deleteProcessInstance(cancelled.id(), "no longer needed");
  }

  @Test
  void a_task_tells_how_it_ended() {
    assertThat(task(open).state()).isEqualTo("Created");
    assertThat(task(open).endTime()).isNull();
    assertThat(task(completed).state()).isEqualTo("Completed");
    assertThat(task(completed).endTime()).isNotNull();
    assertThat(task(cancelled).state()).isEqualTo("Deleted");
    assertThat(task(cancelled).details().assignee()).isEqualTo("mary");
    assertThat(task(cancelled).rootProcessInstanceId()).isEqualTo(cancelled.id());

    engine.tasks().setAssignee(task(open).id(), "bob");

    assertThat(task(open).state()).isEqualTo("Updated");
    assertThat(task(open).details().assignee()).isEqualTo("bob");
  }

  @Test
  void tasks_are_found_by_their_end_and_by_their_instance() {
    assertThat(ofDefinition(HistoricTaskInstanceFilter.FINISHED, true))
        .containsExactlyInAnyOrder(completed.id(), cancelled.id());
    assertThat(ofDefinition(HistoricTaskInstanceFilter.UNFINISHED, true))
        .containsExactly(open.id());
    assertThat(ofDefinition(HistoricTaskInstanceFilter.PROCESS_UNFINISHED, true))
        .containsExactly(open.id());
    assertThat(ofDefinition(HistoricTaskInstanceFilter.ROOT_PROCESS_INSTANCE_ID, completed.id()))
        .containsExactly(completed.id());
    assertThat(ofDefinition(HistoricTaskInstanceFilter.PROCESS_INSTANCE_BUSINESS_KEY, "C"))
        .containsExactly(cancelled.id());
    assertThat(ofDefinition(HistoricTaskInstanceFilter.PROCESS_DEFINITION_NAME, "By hand"))
        .hasSize(3);
    assertThat(ofDefinition(HistoricTaskInstanceFilter.PROCESS_DEFINITION_NAME, "by hand"))
        .isEmpty();
    assertThat(
            ofDefinition(
                HistoricTaskInstanceFilter.ACTIVITY_INSTANCE_ID_IN,
                List.of(task(open).activityInstanceId())))
        .containsExactly(open.id());
  }

  @ParameterizedTest
  @EnumSource
  void each_filter_can_be_asked(HistoricTaskInstanceFilter filter) {
    ListQuery<HistoricTaskInstanceFilter, HistoricTaskInstanceSort> query =
        new ListQuery<>(Map.of(filter, AnyValue.of(filter)), List.of(), Page.ALL);

    assertThat(engine.history().countTaskInstances(query))
        .isEqualTo(engine.history().taskInstances(query).size());
  }

  private List<String> ofDefinition(HistoricTaskInstanceFilter filter, Object value) {
    return list(
            Map.of(
                HistoricTaskInstanceFilter.PROCESS_DEFINITION_ID,
                open.processDefinitionId(),
                filter,
                value))
        .stream()
        .map(HistoricTaskInstance::processInstanceId)
        .toList();
  }

  private static HistoricTaskInstance task(ProcessInstance instance) {
    return list(Map.of(HistoricTaskInstanceFilter.PROCESS_INSTANCE_ID, instance.id())).get(0);
  }

  private static List<HistoricTaskInstance> list(Map<HistoricTaskInstanceFilter, Object> filters) {
    return engine.history().taskInstances(new ListQuery<>(filters, List.of(), Page.ALL));
  }
}
