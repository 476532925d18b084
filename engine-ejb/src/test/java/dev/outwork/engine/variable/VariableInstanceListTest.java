package dev.outwork.engine.variable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.ValueType;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.api.variable.VariableCondition.TextOrDate;
import dev.outwork.api.variable.VariableInstance;
import dev.outwork.api.variable.VariableInstanceFilter;
import dev.outwork.api.variable.VariableInstanceSort;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Lists of variables of running instances (docs/rest-api.md, "Variable instances"). */
class VariableInstanceListTest extends SharedEngineTest {
  private static final Instant DAY = Instant.parse("2026-03-01T09:00:00Z");
  private static final byte[] BYTES = {1, 2, 3};

  /** start --> sign (user) --> work (external) --> end. */
  private static final BpmnModelInstance SIGNING =
      Bpmn.createExecutableProcess("signing")
          .startEvent()
          .userTask("sign")
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .done();

  private ProcessInstance instance;
  private Task task;

  /** Of the instance amount, due and picture; of the activity shade; of the task note. */
  @BeforeEach
  void setVariables() {
    instance =
        start(
            SIGNING,
            Map.of(
                "amount", TypedValue.integer(5),
                "due", TypedValue.of(ValueType.DATE, DAY),
                "picture", TypedValue.file("p.png", "image/png", null, BYTES)));
    task = engine.tasks().tasks(ListQuery.all()).get(0);
    engine
        .runtime()
        .changeVariablesLocal(
            task.executionId(), Map.of("shade", TypedValue.string("blue")), List.of());
    engine
        .tasks()
        .changeVariablesLocal(
            task.id(), Map.of("note", TypedValue.of(ValueType.BYTES, BYTES)), List.of());
  }

  @Test
  void everything_is_listed_with_what_it_belongs_to() {
    assertThat(engine.runtime().variableInstances(all()))
        .extracting(
            VariableInstance::name,
            VariableInstance::executionId,
            VariableInstance::taskId,
            VariableInstance::activityInstanceId)
        .containsExactlyInAnyOrder(
            tuple("amount", instance.id(), null, instance.id()),
            tuple("due", instance.id(), null, instance.id()),
            tuple("picture", instance.id(), null, instance.id()),
            tuple("shade", task.executionId(), null, "sign:" + task.executionId()),
            tuple("note", task.executionId(), task.id(), "sign:" + task.executionId()));
    assertThat(engine.runtime().variableInstances(all()))
        .allSatisfy(
            variable -> {
              assertThat(variable.processInstanceId()).isEqualTo(instance.id());
              assertThat(variable.processDefinitionId()).isEqualTo(instance.processDefinitionId());
              assertThat(variable.tenantId()).isNull();
            });
    assertThat(engine.runtime().countVariableInstances(all())).isEqualTo(5);
  }

  @Test
  void a_variable_without_content_is_the_same_alone_and_in_a_list() {
    VariableInstance listed =
        engine
            .runtime()
            .variableInstances(all().with(VariableInstanceFilter.VARIABLE_NAME, "due"))
            .get(0);

    assertThat(engine.runtime().variableInstance(listed.id())).contains(listed);
  }

  @Test
  void content_comes_with_a_single_one_only() {
    for (String name : List.of("picture", "note")) {
      VariableInstance listed =
          engine
              .runtime()
              .variableInstances(all().with(VariableInstanceFilter.VARIABLE_NAME, name))
              .get(0);
      VariableInstance single = engine.runtime().variableInstance(listed.id()).orElseThrow();

      assertThat(listed.value().value()).isNull();
      assertThat(single.value().value()).isEqualTo(BYTES);
      assertThat(single.value().valueInfo()).isEqualTo(listed.value().valueInfo());
    }
    assertThat(engine.runtime().variableInstance("none")).isEmpty();
  }

  @Test
  void names_and_scopes_are_matched() {
    assertThat(names(VariableInstanceFilter.VARIABLE_NAME, "amount")).containsExactly("amount");
    assertThat(names(VariableInstanceFilter.VARIABLE_NAME_LIKE, "%e"))
        .containsExactly("due", "note", "picture", "shade");
    assertThat(names(VariableInstanceFilter.EXECUTION_ID_IN, List.of(task.executionId())))
        .containsExactly("note", "shade");
    assertThat(names(VariableInstanceFilter.PROCESS_INSTANCE_ID_IN, List.of(instance.id())))
        .hasSize(5);
    assertThat(names(VariableInstanceFilter.TASK_ID_IN, List.of(task.id())))
        .containsExactly("note");
    assertThat(
            names(
                VariableInstanceFilter.VARIABLE_SCOPE_ID_IN,
                List.of(task.id(), task.executionId())))
        .containsExactly("note", "shade");
    assertThat(names(VariableInstanceFilter.VARIABLE_SCOPE_ID_IN, List.of(task.id())))
        .containsExactly("note");
    assertThat(
            names(
                VariableInstanceFilter.ACTIVITY_INSTANCE_ID_IN,
                List.of("sign:" + task.executionId())))
        .containsExactly("note", "shade");
    assertThat(names(VariableInstanceFilter.TENANT_ID_IN, List.of("north"))).isEmpty();
    assertThat(names(VariableInstanceFilter.CASE_INSTANCE_ID_IN, List.of("any"))).isEmpty();
    assertThat(names(VariableInstanceFilter.CASE_EXECUTION_ID_IN, List.of("any"))).isEmpty();
    assertThat(names(VariableInstanceFilter.BATCH_ID_IN, List.of("any"))).isEmpty();
  }

  @Test
  void conditions_are_on_the_variable_itself() {
    assertThat(values(new VariableCondition("amount", Operator.GREATER, 4L, false, false)))
        .containsExactly("amount");
    assertThat(
            values(
                new VariableCondition("amount", Operator.GREATER, 4, false, false),
                new VariableCondition("amount", Operator.LESS, 5.5, false, false)))
        .containsExactly("amount");
    assertThat(
            values(
                new VariableCondition("amount", Operator.EQUALS, 5, false, false),
                new VariableCondition("shade", Operator.EQUALS, "blue", false, false)))
        .isEmpty();
    assertThat(values(new VariableCondition("SHADE", Operator.EQUALS, "BLUE", true, true)))
        .containsExactly("shade");
  }

  @ParameterizedTest
  @CsvSource({
    "EQUALS, 5, 1", "EQUALS, 5.5, 0", "NOT_EQUALS, 5.5, 1", "NOT_EQUALS, 5, 0",
    "GREATER, 4.5, 1", "GREATER, 5.5, 0", "GREATER_OR_EQUALS, 4.5, 1", "GREATER_OR_EQUALS, 5, 1",
    "GREATER_OR_EQUALS, 5.5, 0", "LESS, 5.5, 1", "LESS, 4.5, 0", "LESS, 5, 0",
    "LESS_OR_EQUALS, 5.5, 1", "LESS_OR_EQUALS, 5, 1", "LESS_OR_EQUALS, 4.5, 0", "LESS, 1e300, 1",
    "GREATER, -0.5, 1"
  })
  void a_integer_is_compared_with_fractions(Operator operator, double value, int matches) {
    assertThat(values(new VariableCondition("amount", operator, value, false, false)))
        .hasSize(matches);
  }

  @Test
  void a_text_that_can_be_a_date_matches_dates_and_texts() {
    String text = "2026-03-01T09:00:00.000+0000";
    engine
        .runtime()
        .changeVariables(instance.id(), Map.of("when", TypedValue.string(text)), List.of());
    TextOrDate either = new TextOrDate(text, DAY);

    assertThat(values(new VariableCondition("due", Operator.EQUALS, either, false, false)))
        .containsExactly("due");
    assertThat(values(new VariableCondition("when", Operator.EQUALS, either, false, false)))
        .containsExactly("when");
    assertThat(values(new VariableCondition("when", Operator.LIKE, either, false, false)))
        .containsExactly("when");
    assertThat(values(new VariableCondition("due", Operator.NOT_EQUALS, either, false, false)))
        .isEmpty();
    assertThat(values(new VariableCondition("due", Operator.LESS, either, false, false))).isEmpty();
  }

  @Test
  void ended_instances_have_no_running_variables() {
    engine.tasks().complete(task.id(), Map.of());

    assertThat(engine.runtime().variableInstances(all()))
        .extracting(VariableInstance::name)
        .containsExactlyInAnyOrder("amount", "due", "picture");

    alice.does("work");

    assertThat(engine.runtime().countVariableInstances(all())).isZero();
  }

  @Test
  void every_filter_lists_as_many_as_it_counts() {
    for (VariableInstanceFilter filter : VariableInstanceFilter.values()) {
      ListQuery<VariableInstanceFilter, VariableInstanceSort> query =
          all().with(filter, AnyValue.of(filter));
      assertThat(engine.runtime().variableInstances(query))
          .as("%s", filter)
          .hasSize((int) engine.runtime().countVariableInstances(query));
    }
  }

  @Test
  void every_sort_key_sorts_both_ways() {
    for (VariableInstanceSort key : VariableInstanceSort.values()) {
      for (boolean ascending : List.of(true, false)) {
        assertThat(engine.runtime().variableInstances(all().orderBy(key, ascending)))
            .as("%s", key)
            .hasSize(5);
      }
    }
    assertThat(
            engine
                .runtime()
                .variableInstances(all().orderBy(VariableInstanceSort.VARIABLE_NAME, false)))
        .extracting(VariableInstance::name)
        .containsExactly("shade", "picture", "note", "due", "amount");
  }

  private static List<String> values(VariableCondition... conditions) {
    return names(VariableInstanceFilter.VARIABLE_VALUES, List.of(conditions));
  }

  private static List<String> names(VariableInstanceFilter filter, Object value) {
    return engine
        .runtime()
        .variableInstances(
            all().with(filter, value).orderBy(VariableInstanceSort.VARIABLE_NAME, true))
        .stream()
        .map(VariableInstance::name)
        .toList();
  }

  private static ListQuery<VariableInstanceFilter, VariableInstanceSort> all() {
    return ListQuery.all();
  }
}
