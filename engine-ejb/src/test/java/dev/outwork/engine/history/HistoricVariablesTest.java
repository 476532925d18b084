package dev.outwork.engine.history;

import static dev.outwork.api.history.HistoricVariableInstanceFilter.ACTIVITY_INSTANCE_ID_IN;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.EXECUTION_ID_IN;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.INCLUDE_DELETED;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.PROCESS_DEFINITION_ID;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.PROCESS_DEFINITION_KEY;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.PROCESS_INSTANCE_ID;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.TASK_ID_IN;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_NAME;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_NAMES_IGNORE_CASE;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_NAME_IN;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_NAME_LIKE;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_TYPE_IN;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_VALUE;
import static dev.outwork.api.history.HistoricVariableInstanceFilter.VARIABLE_VALUES_IGNORE_CASE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotValidException;
import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Variables of running and ended instances (docs/rest-api.md, "Historic variable instances"). */
class HistoricVariablesTest extends SharedEngineTest {
  /** start --> check (user task, with an input parameter "sheet") --> end; kept for two days. */
  private static final BpmnModelInstance CHECK =
      Bpmn.createExecutableProcess("checking")
          .operatonHistoryTimeToLive(2)
          .startEvent()
          .userTask("check")
          .operatonInputParameter("sheet", "A4")
          .endEvent()
          .done();

  private static final byte[] CONTENT = "dear all".getBytes(StandardCharsets.UTF_8);

  private ProcessInstance instance;
  private Task task;
  private Instant begin;

  @BeforeEach
  void startAndAddAnOwnVariableOfTheTask() {
    begin = engine.clock().instant();
    instance =
        start(
            CHECK,
            Map.of(
                "Color", TypedValue.string("Red"),
                "amount", TypedValue.integer(5),
                "letter", TypedValue.file("letter.txt", "text/plain", null, CONTENT)));
    task = engine.tasks().tasks(ListQuery.all()).get(0);
    engine
        .tasks()
        .changeVariablesLocal(task.id(), Map.of("remark", TypedValue.string("ok")), List.of());
  }

  @Test
  void a_variable_tells_whose_it_is() {
    HistoricVariableInstance color = one("Color");
    HistoricVariableInstance sheet = one("sheet");
    HistoricVariableInstance remark = one("remark");

    assertThat(color.value()).isEqualTo(TypedValue.string("Red"));
    assertThat(color.processDefinitionKey()).isEqualTo("checking");
    assertThat(color.processDefinitionId()).isEqualTo(instance.processDefinitionId());
    assertThat(color.processInstanceId()).isEqualTo(instance.id());
    assertThat(color.rootProcessInstanceId()).isEqualTo(instance.id());
    assertThat(color.executionId()).isEqualTo(instance.id());
    assertThat(color.activityInstanceId()).isEqualTo(instance.id());
    assertThat(color.taskId()).isNull();
    assertThat(color.createTime()).isEqualTo(begin);
    assertThat(color.removalTime()).isNull();
    assertThat(sheet.executionId()).isEqualTo(task.executionId());
    assertThat(sheet.activityInstanceId()).isEqualTo("check:" + task.executionId());
    assertThat(sheet.taskId()).isNull();
    assertThat(remark.executionId()).isEqualTo(task.executionId());
    assertThat(remark.activityInstanceId()).isEqualTo("check:" + task.executionId());
    assertThat(remark.taskId()).isEqualTo(task.id());
    assertThat(engine.history().variableInstance(color.id())).contains(color);
    assertThat(engine.history().variableInstance("unheard of")).isEmpty();
  }

  @Test
  void variables_stay_when_the_instance_has_ended() {
    engine.tasks().complete(task.id(), Map.of());

    assertThat(one("Color").removalTime()).isEqualTo(begin.plus(Duration.ofDays(2)));
    assertThat(names(ofInstance())).contains("Color", "amount", "letter");
  }

  @Test
  void the_bytes_of_a_file_are_only_there_when_asked_for() {
    HistoricVariableInstance letter = one("letter");

    assertThat(letter.value().value()).isNull();
    assertThat(letter.value().valueInfo()).containsEntry(TypedValue.FILENAME, "letter.txt");
    TypedValue content = engine.history().variableContent(letter.id()).orElseThrow();
    assertThat((byte[]) content.value()).isEqualTo(CONTENT);
    assertThat(engine.history().variableContent(one("Color").id()))
        .contains(TypedValue.string("Red"));
    assertThat(engine.history().variableContent("unheard of")).isEmpty();
  }

  @Test
  void names_and_types_are_matched() {
    assertThat(names(ofInstance().with(VARIABLE_NAME_LIKE, "%ol%r"))).containsExactly("Color");
    assertThat(names(ofInstance().with(VARIABLE_NAME_IN, List.of("amount", "none"))))
        .containsExactly("amount");
    assertThat(names(ofInstance().with(VARIABLE_NAME, "color"))).isEmpty();
    assertThat(
            names(ofInstance().with(VARIABLE_NAME, "cOLOR").with(VARIABLE_NAMES_IGNORE_CASE, true)))
        .containsExactly("Color");
    assertThat(names(ofInstance().with(VARIABLE_TYPE_IN, List.of("integer", "File"))))
        .containsExactlyInAnyOrder("amount", "letter");
    assertThat(names(ofInstance().with(INCLUDE_DELETED, true))).hasSize(5);
  }

  @Test
  void a_structure_without_a_type_is_found_as_json_and_as_object() {
    engine
        .runtime()
        .changeVariables(
            instance.id(),
            Map.of(
                "structure", TypedValue.structure(List.of(), "[1]"),
                "json", TypedValue.json("[1]"),
                "object", TypedValue.object("a.B", "application/json", "[1]")),
            List.of());

    assertThat(names(ofInstance().with(VARIABLE_TYPE_IN, List.of("json"))))
        .containsExactlyInAnyOrder("json", "structure");
    assertThat(names(ofInstance().with(VARIABLE_TYPE_IN, List.of("object"))))
        .containsExactlyInAnyOrder("object", "structure");
  }

  @Test
  void a_value_is_matched_with_its_name_only() {
    assertThat(names(ofInstance().with(VARIABLE_NAME, "amount").with(VARIABLE_VALUE, 5L)))
        .containsExactly("amount");
    assertThat(names(ofInstance().with(VARIABLE_NAME, "amount").with(VARIABLE_VALUE, 6))).isEmpty();
    assertThat(names(ofInstance().with(VARIABLE_NAME, "Color").with(VARIABLE_VALUE, "red")))
        .isEmpty();
    assertThat(
            names(
                ofInstance()
                    .with(VARIABLE_NAME, "Color")
                    .with(VARIABLE_VALUE, "red")
                    .with(VARIABLE_VALUES_IGNORE_CASE, true)))
        .containsExactly("Color");
    assertThatThrownBy(() -> names(ofInstance().with(VARIABLE_VALUE, 5)))
        .isInstanceOf(NotValidException.class)
        .hasMessageContaining("variable name and value are required");
  }

  @Test
  void whose_they_are_is_matched() {
    String execution = task.executionId();

    assertThat(names(all().with(EXECUTION_ID_IN, List.of(execution, "none"))))
        .containsExactlyInAnyOrder("sheet", "remark");
    assertThat(names(all().with(ACTIVITY_INSTANCE_ID_IN, List.of("check:" + execution))))
        .containsExactlyInAnyOrder("sheet", "remark");
    assertThat(names(all().with(ACTIVITY_INSTANCE_ID_IN, List.of(instance.id())))).hasSize(3);
    assertThat(names(all().with(TASK_ID_IN, List.of(task.id())))).containsExactly("remark");
    assertThat(names(all().with(TASK_ID_IN, List.of(execution)))).isEmpty();
    assertThat(names(all().with(PROCESS_DEFINITION_ID, instance.processDefinitionId()))).hasSize(5);
    assertThat(names(ofInstance().with(PROCESS_DEFINITION_KEY, "checking"))).hasSize(5);
    assertThat(names(ofInstance().with(PROCESS_DEFINITION_KEY, "other"))).isEmpty();
  }

  @Test
  void every_filter_and_every_order_can_be_asked_for() {
    for (HistoricVariableInstanceFilter filter : HistoricVariableInstanceFilter.values()) {
      var query =
          (filter == VARIABLE_VALUE ? all().with(VARIABLE_NAME, "any") : all())
              .with(filter, AnyValue.of(filter));
      assertThat(engine.history().variableInstances(query))
          .as("%s", filter)
          .hasSize((int) engine.history().countVariableInstances(query));
    }
    for (HistoricVariableInstanceSort key : HistoricVariableInstanceSort.values()) {
      assertThat(names(ofInstance().orderBy(key, false))).as("%s", key).hasSize(5);
    }
    assertThat(names(ofInstance().orderBy(HistoricVariableInstanceSort.VARIABLE_NAME, false)))
        .startsWith("sheet", "remark");
  }

  private HistoricVariableInstance one(String name) {
    return engine.history().variableInstances(ofInstance().with(VARIABLE_NAME, name)).get(0);
  }

  private ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> ofInstance() {
    return all().with(PROCESS_INSTANCE_ID, instance.id());
  }

  private static ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> all() {
    return ListQuery.all();
  }

  private static List<String> names(
      ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query) {
    return engine.history().variableInstances(query).stream()
        .map(HistoricVariableInstance::name)
        .toList();
  }
}
