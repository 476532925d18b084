package dev.outwork.engine.instance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.incident.Incident;
import dev.outwork.api.incident.IncidentFilter;
import dev.outwork.api.incident.IncidentSort;
import dev.outwork.api.instance.Execution;
import dev.outwork.api.instance.ExecutionFilter;
import dev.outwork.api.instance.ExecutionSort;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.api.variable.VariableCondition;
import dev.outwork.api.variable.VariableCondition.Operator;
import dev.outwork.engine.testkit.AnyValue;
import dev.outwork.engine.testkit.Rows;
import dev.outwork.engine.testkit.SharedEngineTest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** Running instances and their activities as executions (docs/rest-api.md, "Executions"). */
class ExecutionsTest extends SharedEngineTest {
  private static final TypedValue RED = TypedValue.string("red");
  private static final TypedValue BLUE = TypedValue.string("blue");

  /** start --> work (external) --> paid (message) --> end. */
  private static final BpmnModelInstance WORK =
      Bpmn.createExecutableProcess("working")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .intermediateCatchEvent("paid")
          .message("paid")
          .endEvent()
          .done();

  /** start --> call (call activity: working) --> end. */
  private static final BpmnModelInstance CALLING =
      Bpmn.createExecutableProcess("calling")
          .startEvent()
          .callActivity("call")
          .calledElement("working")
          .endEvent()
          .done();

  @Test
  void an_execution_is_an_instance_or_an_activity_that_is_under_way() {
    ProcessInstance instance = start(WORK);
    String work = at("work");

    assertThat(engine.runtime().executions(all()))
        .containsExactlyInAnyOrder(
            new Execution(instance.id(), instance.id(), false, null),
            new Execution(work, instance.id(), false, null));
    assertThat(engine.runtime().execution(work))
        .contains(new Execution(work, instance.id(), false, null));

    alice.does("work");

    assertThat(engine.runtime().execution(work)).isEmpty();
    assertThat(engine.runtime().countExecutions(all())).isEqualTo(2);
  }

  @Test
  void what_an_execution_is_part_of_is_matched() {
    ProcessInstance instance = start(WORK, Map.of("color", RED));
    engine.runtime().changeVariablesLocal(at("work"), Map.of("shade", BLUE), List.of());

    assertThat(ids(ExecutionFilter.PROCESS_DEFINITION_KEY, "working")).hasSize(2);
    assertThat(ids(ExecutionFilter.PROCESS_DEFINITION_ID, instance.processDefinitionId()))
        .hasSize(2);
    assertThat(ids(ExecutionFilter.PROCESS_INSTANCE_ID, instance.id())).hasSize(2);
    assertThat(ids(ExecutionFilter.ACTIVITY_ID, "work")).containsExactly(at("work"));
    assertThat(ids(ExecutionFilter.BUSINESS_KEY, "none")).isEmpty();
    assertThat(ids(ExecutionFilter.TENANT_ID_IN, List.of("north"))).isEmpty();
    assertThat(ids(ExecutionFilter.VARIABLES, is("color", "red"))).containsExactly(instance.id());
    assertThat(ids(ExecutionFilter.VARIABLES, is("shade", "blue"))).containsExactly(at("work"));
    assertThat(ids(ExecutionFilter.PROCESS_VARIABLES, is("color", "red"))).hasSize(2);
    assertThat(ids(ExecutionFilter.PROCESS_VARIABLES, is("shade", "blue"))).isEmpty();
    assertThat(ids(ExecutionFilter.ACTIVE, true)).hasSize(2);
    assertThat(ids(ExecutionFilter.SUSPENDED, true)).isEmpty();
  }

  @Test
  void what_an_execution_listens_for_is_matched() {
    start(WORK);
    alice.does("work");

    assertThat(ids(ExecutionFilter.MESSAGE_EVENT_SUBSCRIPTION_NAME, "paid"))
        .containsExactly(at("paid"));
    assertThat(ids(ExecutionFilter.MESSAGE_EVENT_SUBSCRIPTION_NAME, "other")).isEmpty();
    assertThat(ids(ExecutionFilter.SIGNAL_EVENT_SUBSCRIPTION_NAME, "paid")).isEmpty();
  }

  @Test
  void every_filter_lists_as_many_as_it_counts() {
    start(WORK);
    for (ExecutionFilter filter : ExecutionFilter.values()) {
      ListQuery<ExecutionFilter, ExecutionSort> query = all().with(filter, AnyValue.of(filter));
      assertThat(engine.runtime().executions(query))
          .as("%s", filter)
          .hasSize((int) engine.runtime().countExecutions(query));
    }
  }

  @Test
  void every_sort_key_sorts() {
    start(WORK);
    for (ExecutionSort key : ExecutionSort.values()) {
      assertThat(engine.runtime().executions(all().orderBy(key, false))).as("%s", key).hasSize(2);
    }
  }

  @Test
  void an_execution_has_variables_of_its_own() {
    ProcessInstance instance = start(WORK, Map.of("color", RED));
    String work = at("work");

    engine.runtime().changeVariablesLocal(work, Map.of("color", BLUE, "old", BLUE), List.of());
    engine.runtime().changeVariablesLocal(work, Map.of(), List.of("old", "never there"));

    assertThat(engine.runtime().variablesLocal(work)).isEqualTo(Map.of("color", BLUE));
    assertThat(engine.runtime().variableLocal(work, "color")).contains(BLUE);
    assertThat(engine.runtime().variablesLocal(instance.id())).isEqualTo(Map.of("color", RED));
    assertThat(engine.runtime().variable(work, "color")).contains(BLUE);
  }

  @Test
  void nothing_is_looked_up_further_out_for_what_is_local() {
    start(WORK, Map.of("color", RED));
    String work = at("work");

    engine.runtime().changeVariablesLocal(work, Map.of(), List.of("color"));

    assertThat(engine.runtime().variableLocal(work, "color")).isEmpty();
    assertThat(engine.runtime().variable(work, "color")).contains(RED);
  }

  @Test
  void an_execution_that_is_not_there_has_no_variables() {
    assertThatThrownBy(() -> engine.runtime().variablesLocal("none"))
        .isInstanceOf(NullValueException.class)
        .hasMessageContaining("execution none doesn't exist");
    assertThatThrownBy(
            () -> engine.runtime().changeVariablesLocal("none", Map.of("a", RED), List.of()))
        .isInstanceOf(NullValueException.class);
  }

  @Test
  void somebody_creates_an_incident_at_an_activity() {
    ProcessInstance instance = start(WORK);

    Incident created = engine.runtime().createIncident(at("work"), "custom", "about", "broken");

    assertThat(created.incidentType()).isEqualTo("custom");
    assertThat(created.configuration()).isEqualTo("about");
    assertThat(created.incidentMessage()).isEqualTo("broken");
    assertThat(created.activityId()).isEqualTo("work");
    assertThat(created.failedActivityId()).isEqualTo("work");
    assertThat(created.executionId()).isEqualTo(at("work"));
    assertThat(created.processInstanceId()).isEqualTo(instance.id());
    assertThat(created.causeIncidentId()).isEqualTo(created.id());
    assertThat(created.rootCauseIncidentId()).isEqualTo(created.id());
    assertThat(engine.incidents().incident(created.id())).contains(created);
    assertThat(ids(ExecutionFilter.INCIDENT_ID, created.id())).containsExactly(at("work"));
    assertThat(ids(ExecutionFilter.INCIDENT_TYPE, "custom")).containsExactly(at("work"));
    assertThat(ids(ExecutionFilter.INCIDENT_MESSAGE, "broken")).containsExactly(at("work"));
    assertThat(ids(ExecutionFilter.INCIDENT_MESSAGE_LIKE, "%ken")).containsExactly(at("work"));
  }

  @Test
  void an_incident_ends_with_its_activity() {
    start(WORK);
    Incident created = engine.runtime().createIncident(at("work"), "custom", null, null);

    alice.does("work");

    assertThat(engine.incidents().incident(created.id())).isEmpty();
    assertThat(state(created)).containsExactly("DELETED");
    assertThat(engine.runtime().countExecutions(all().with(ExecutionFilter.ACTIVITY_ID, "paid")))
        .isEqualTo(1);
  }

  @Test
  void an_incident_ends_with_its_instance() {
    ProcessInstance instance = start(WORK);
    Incident created = engine.runtime().createIncident(at("work"), "custom", null, null);

    engine.runtime().deleteProcessInstance(instance.id(), null);

    assertThat(state(created)).containsExactly("DELETED");
    assertThat(engine.state(instance)).isEqualTo("EXTERNALLY_TERMINATED");
  }

  @Test
  void callers_have_the_incidents_of_what_they_have_called() {
    engine.deploy(WORK);
    ProcessInstance caller = start(CALLING);
    Incident created = engine.runtime().createIncident(at("work"), "custom", null, "broken");

    List<Incident> ofCaller =
        engine
            .incidents()
            .incidents(
                ListQuery.<IncidentFilter, IncidentSort>all()
                    .with(IncidentFilter.PROCESS_INSTANCE_ID, caller.id()));

    assertThat(ofCaller)
        .singleElement()
        .satisfies(
            incident -> {
              assertThat(incident.activityId()).isEqualTo("call");
              assertThat(incident.rootCauseIncidentId()).isEqualTo(created.id());
            });

    alice.does("work");

    assertThat(engine.incidents().countIncidents(ListQuery.all())).isZero();
  }

  @Test
  void an_incident_needs_an_activity_and_a_type() {
    ProcessInstance instance = start(WORK);

    assertThatThrownBy(() -> engine.runtime().createIncident("none", "custom", null, null))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("Cannot find an execution with executionId 'none'");
    assertThatThrownBy(() -> engine.runtime().createIncident(instance.id(), "custom", null, null))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("Execution must be related to an activity");
    assertThatThrownBy(() -> engine.runtime().createIncident(at("work"), null, null, null))
        .isInstanceOf(BadUserRequestException.class)
        .hasMessageContaining("incidentType is null");
    assertThatThrownBy(
            () -> engine.runtime().createIncident(at("work"), "x".repeat(256), null, null))
        .isInstanceOf(ProcessEngineException.class)
        .hasMessageContaining("at most 255");
    assertThat(engine.incidents().countIncidents(ListQuery.all())).isZero();
  }

  private static List<String> state(Incident incident) {
    return Rows.strings(
        engine.database(), "select state from incident where id = ?", incident.id());
  }

  private static String at(String activityId) {
    List<String> found = ids(ExecutionFilter.ACTIVITY_ID, activityId);
    assertThat(found).hasSize(1);
    return found.get(0);
  }

  private static List<String> ids(ExecutionFilter filter, Object value) {
    return engine.runtime().executions(all().with(filter, value)).stream()
        .map(Execution::id)
        .toList();
  }

  private static List<VariableCondition> is(String name, Object value) {
    return List.of(new VariableCondition(name, Operator.EQUALS, value, false, false));
  }

  private static ListQuery<ExecutionFilter, ExecutionSort> all() {
    return ListQuery.all();
  }
}
