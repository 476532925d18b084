package dev.outwork.delegate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import dev.outwork.api.deployment.CodeProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.IntegerValue;
import org.junit.jupiter.api.Test;

/** The methods that a delegate can call, and those that it cannot. */
class ServedExecutionTest {
  private final TestTask task =
      TestTask.of("class", "any", "any")
          .with(CodeProperty.ACTIVITY_NAME, "Charge the card")
          .seeing("amount", 30)
          .seeing("nothing", null);
  private final CodeTask fetched = task.task();
  private final WrittenVariables variables = new WrittenVariables(fetched.variables());
  private final DelegateExecution execution =
      Served.as(DelegateExecution.class, new ServedExecution(fetched, variables));

  @Test
  void it_knows_where_it_is() {
    assertThat(execution.getId()).isEqualTo("execution-1");
    assertThat(execution.getProcessInstanceId()).isEqualTo("instance-1");
    assertThat(execution.getProcessDefinitionId()).isEqualTo("order:1:1");
    assertThat(execution.getBusinessKey()).isEqualTo("order-1");
    assertThat(execution.getProcessBusinessKey()).isEqualTo("order-1");
    assertThat(execution.getTenantId()).isEqualTo("tenant-1");
    assertThat(execution.getCurrentActivityId()).isEqualTo("charge");
    assertThat(execution.getCurrentActivityName()).isEqualTo("Charge the card");
    assertThat(execution.getActivityInstanceId()).isEqualTo("charge:execution-1");
    assertThat(execution.getEventName()).isNull();
    assertThat(execution).hasToString("Execution[execution-1]").isEqualTo(execution);
  }

  @Test
  void on_a_flow_it_knows_which_one_and_where_it_came_from() {
    CodeTask taken =
        TestTask.of("class", "any", "any").at("take").with(CodeProperty.TRANSITION, "paid").task();
    DelegateExecution onFlow =
        Served.as(
            DelegateExecution.class,
            new ServedExecution(taken, new WrittenVariables(taken.variables())));

    assertThat(onFlow.getCurrentTransitionId()).isEqualTo("paid");
    assertThat(onFlow.getCurrentActivityId()).isEqualTo("charge");
    assertThat(onFlow.getEventName()).isEqualTo("take");
    assertThat(execution.getCurrentTransitionId()).isNull();
  }

  @Test
  void variables_are_read_with_their_types() {
    IntegerValue typed = execution.getVariableTyped("amount");

    assertThat(typed.getValue()).isEqualTo(30);
    assertThat(execution.getVariable("amount")).isEqualTo(30);
    assertThat(execution.getVariable("unknown")).isNull();
    assertThat(execution.hasVariable("nothing")).isTrue();
    assertThat(execution.hasVariable("unknown")).isFalse();
    assertThat(execution.getVariableNames()).isEqualTo(Set.of("amount", "nothing"));
    assertThat(execution.getVariables()).containsEntry("amount", 30).containsEntry("nothing", null);
  }

  @Test
  void written_variables_are_visible_at_once_and_reported() {
    execution.setVariable("amount", 31);
    execution.setVariables(Map.of("typed", Variables.stringValue("s")));
    execution.setVariableLocal("own", 1);
    execution.setVariable("own", 2);

    assertThat(execution.getVariable("amount")).isEqualTo(31);
    assertThat(execution.getVariable("typed")).isEqualTo("s");
    assertThat(execution.getVariableLocal("own")).isEqualTo(2);
    assertThat(variables.written())
        .containsExactly(entry("amount", 31), entry("typed", Variables.stringValue("s")));
    assertThat(variables.writtenLocal()).containsExactly(entry("own", 2));
  }

  @Test
  void a_removed_variable_is_reported_as_null_if_it_existed() {
    execution.setVariable("mine", 1);
    execution.removeVariables(List.of("mine", "amount"));
    execution.removeVariable("unknown");

    assertThat(execution.hasVariable("amount")).isFalse();
    assertThat(execution.getVariable("amount")).isNull();
    assertThat(execution.getVariableNames()).isEqualTo(Set.of("nothing"));
    assertThat(variables.written()).containsExactly(entry("amount", null));

    execution.setVariable("amount", 5);

    assertThat(execution.getVariable("amount")).isEqualTo(5);
    assertThat(variables.written()).containsExactly(entry("amount", 5));
  }

  @Test
  void an_unsupported_method_throws_with_its_name() {
    assertThatThrownBy(execution::getProcessEngineServices)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "DelegateExecution.getProcessEngineServices is not available to a worker outside the engine");
    assertThatThrownBy(execution::getVariablesLocal)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("DelegateExecution.getVariablesLocal");
    assertThatThrownBy(() -> execution.setVariable("name", 1, "activity"))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void a_task_listener_has_the_elements_names_and_the_variables_but_no_task() {
    CodeTask step = task.at("create").task();
    DelegateTask created =
        Served.as(DelegateTask.class, new ServedTask(step, variables, execution));

    created.setVariable("seen", true);

    assertThat(created.getTaskDefinitionKey()).isEqualTo("charge");
    assertThat(created.getName()).isEqualTo("Charge the card");
    assertThat(created.getEventName()).isEqualTo("create");
    assertThat(created.getExecution().getVariable("seen")).isEqualTo(true);
    assertThatThrownBy(() -> created.setAssignee("ann"))
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessageContaining("DelegateTask.setAssignee");
  }
}
