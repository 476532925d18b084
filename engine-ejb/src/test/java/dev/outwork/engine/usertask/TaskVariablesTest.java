package dev.outwork.engine.usertask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.NullValueException;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** The variables that a task sees, and those that are its own. */
class TaskVariablesTest extends UserTaskTest {
  private static final TypedValue RED = TypedValue.string("red");
  private static final TypedValue BLUE = TypedValue.string("blue");
  private static final TypedValue GREEN = TypedValue.string("green");

  /**
   *
   *
   * <pre>
   * start --> paint (user; tint = ${color}) --> end
   * </pre>
   */
  private static final BpmnModelInstance PAINTING =
      Bpmn.createExecutableProcess("painting")
          .startEvent()
          .userTask("paint")
          .operatonInputParameter("tint", "${color}")
          .endEvent()
          .done();

  @Test
  void a_task_sees_what_is_around_it_and_its_own_first() {
    String id = started();

    tasks().changeVariablesLocal(id, Map.of("color", BLUE), List.of());

    assertThat(tasks().variables(id))
        .containsOnly(Map.entry("color", BLUE), Map.entry("tint", RED));
    assertThat(tasks().variable(id, "color")).contains(BLUE);
    assertThat(tasks().variablesLocal(id)).containsExactly(Map.entry("color", BLUE));
    assertThat(tasks().variableLocal(id, "color")).contains(BLUE);
    assertThat(tasks().variableLocal(id, "tint")).isEmpty();
    assertThat(engine.runtime().variables(only().executionId()))
        .containsOnly(Map.entry("color", RED), Map.entry("tint", RED));
  }

  @Test
  void a_variable_is_set_where_its_name_is_found_first() {
    String id = started();
    tasks().changeVariablesLocal(id, Map.of("own", RED), List.of());

    tasks()
        .changeVariables(
            id, Map.of("own", GREEN, "tint", GREEN, "color", GREEN, "new", GREEN), List.of());

    assertThat(tasks().variablesLocal(id)).containsExactly(Map.entry("own", GREEN));
    assertThat(engine.runtime().variables(only().processInstanceId()))
        .containsOnly(Map.entry("color", GREEN), Map.entry("new", GREEN));
    assertThat(engine.runtime().variable(only().executionId(), "tint")).contains(GREEN);
  }

  @Test
  void a_variable_is_removed_where_it_is_found_first() {
    String id = started();
    tasks().changeVariablesLocal(id, Map.of("color", BLUE), List.of());

    tasks().changeVariables(id, Map.of(), List.of("color", "unheard of"));
    assertThat(tasks().variable(id, "color")).contains(RED);

    tasks().changeVariablesLocal(id, Map.of(), List.of("color", "tint"));
    assertThat(tasks().variables(id)).containsOnlyKeys("color", "tint");

    tasks().changeVariables(id, Map.of(), List.of("color"));
    assertThat(tasks().variables(id)).containsOnlyKeys("tint");
  }

  @Test
  void a_single_file_includes_its_content() {
    String id = started();
    byte[] content = "canvas".getBytes(StandardCharsets.UTF_8);

    tasks()
        .changeVariables(
            id, Map.of("outer", TypedValue.file("a.txt", null, null, content)), List.of());
    tasks()
        .changeVariablesLocal(
            id, Map.of("inner", TypedValue.file("b.txt", null, null, content)), List.of());

    assertThat(tasks().variable(id, "outer").orElseThrow().value()).isEqualTo(content);
    assertThat(tasks().variableLocal(id, "inner").orElseThrow().value()).isEqualTo(content);
    assertThat(tasks().variables(id).get("inner").value()).isNull();
  }

  @Test
  void variables_can_be_changed_while_the_task_is_suspended() {
    String id = started();
    engine.runtime().setProcessInstanceSuspended(only().processInstanceId(), true);

    tasks().changeVariables(id, Map.of("color", BLUE), List.of());

    assertThat(tasks().variable(id, "color")).contains(BLUE);
  }

  @Test
  void a_task_that_does_not_exist_has_no_variables() {
    String id = started();
    tasks().complete(id, Map.of());

    for (ThrowingCallable command :
        List.<ThrowingCallable>of(
            () -> tasks().variables(id),
            () -> tasks().variablesLocal(id),
            () -> tasks().variable(id, "color"),
            () -> tasks().variableLocal(id, "color"),
            () -> tasks().changeVariables(id, Map.of("color", BLUE), List.of()),
            () -> tasks().changeVariablesLocal(id, Map.of("color", BLUE), List.of()))) {
      assertThatThrownBy(command)
          .isExactlyInstanceOf(NullValueException.class)
          .hasMessageStartingWith("Cannot find task with id " + id);
    }
  }

  private static String started() {
    ProcessInstance instance = start(PAINTING, Map.of("color", RED));
    assertThat(instance.ended()).isFalse();
    return only().id();
  }
}
