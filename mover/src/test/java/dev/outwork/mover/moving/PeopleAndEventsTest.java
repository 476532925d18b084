package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.event.EventSubscription;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import dev.outwork.api.task.IdentityLink;
import dev.outwork.api.task.Task;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.mover.source.Slice;
import dev.outwork.testkit.TestDatabase;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** User tasks with their people, tenants, and conditions. */
class PeopleAndEventsTest {
  /** start --> a (user) with a condition at it, and another one that stays beside --> end */
  private static final String WATCHED =
      """
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
          xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
          xmlns:camunda="http://camunda.org/schema/1.0/bpmn" targetNamespace="moved">
        <process id="watched" isExecutable="true">
          <startEvent id="s"/>
          <userTask id="a" camunda:candidateUsers="ann,bob" camunda:candidateGroups="staff"
              camunda:dueDate="2026-12-24T12:00:00" camunda:priority="70" camunda:formKey="form"/>
          <boundaryEvent id="many" attachedToRef="a">
            <conditionalEventDefinition><condition xsi:type="tFormalExpression">${amount &gt; 100}</condition></conditionalEventDefinition>
          </boundaryEvent>
          <boundaryEvent id="some" attachedToRef="a" cancelActivity="false">
            <conditionalEventDefinition><condition xsi:type="tFormalExpression">${amount &gt; 10 and amount &lt; 100}</condition></conditionalEventDefinition>
          </boundaryEvent>
          <intermediateCatchEvent id="few">
            <conditionalEventDefinition><condition xsi:type="tFormalExpression">${amount &lt; 5}</condition></conditionalEventDefinition>
          </intermediateCatchEvent>
          <userTask id="b"/>
          <userTask id="c"/>
          <endEvent id="e"/>
          <sequenceFlow id="s_a" sourceRef="s" targetRef="a"/>
          <sequenceFlow id="a_few" sourceRef="a" targetRef="few"/>
          <sequenceFlow id="few_e" sourceRef="few" targetRef="e"/>
          <sequenceFlow id="many_b" sourceRef="many" targetRef="b"/>
          <sequenceFlow id="some_c" sourceRef="some" targetRef="c"/>
          <subProcess id="esp" triggeredByEvent="true">
            <startEvent id="es" isInterrupting="false">
              <conditionalEventDefinition><condition xsi:type="tFormalExpression">${amount == 50}</condition></conditionalEventDefinition>
            </startEvent>
            <userTask id="d"/>
            <endEvent id="ee"/>
            <sequenceFlow id="es_d" sourceRef="es" targetRef="d"/>
            <sequenceFlow id="d_ee" sourceRef="d" targetRef="ee"/>
          </subProcess>
        </process>
      </definitions>
      """;

  private static BothEngines engines;

  @BeforeAll
  static void start() {
    engines = BothEngines.on(TestDatabase.H2);
    engines
        .camunda()
        .getRepositoryService()
        .createDeployment()
        .tenantId("acme")
        .addString("watched.bpmn", WATCHED)
        .deploy();
  }

  @AfterAll
  static void stop() {
    engines.close();
  }

  private static RuntimeService camunda() {
    return engines.camunda().getRuntimeService();
  }

  private static DrivenCamunda startThere() {
    return new DrivenCamunda(
        engines, camunda().startProcessInstanceByKey("watched", Map.of("amount", 7)).getId());
  }

  private static DrivenOutwork move(String id) {
    assertThat(engines.move(Slice.of(List.of(id))).staying()).isEmpty();
    return new DrivenOutwork(engines, id);
  }

  private static void change(String id) {
    TaskService tasks = engines.camunda().getTaskService();
    String task = tasks.createTaskQuery().processInstanceId(id).singleResult().getId();
    tasks.addCandidateUser(task, "cid");
    tasks.addUserIdentityLink(task, "dan", "watcher");
    org.camunda.bpm.engine.task.Task there = tasks.createTaskQuery().taskId(task).singleResult();
    there.setName("Look");
    there.setDescription("closely");
    there.setOwner("eve");
    there.setFollowUpDate(Date.from(Instant.parse("2026-12-01T08:00:00Z")));
    tasks.saveTask(there);
    tasks.delegateTask(there.getId(), "fay");
    tasks.setVariableLocal(there.getId(), "note", "mine");
  }

  @Test
  void a_user_task_has_its_people_its_dates_and_its_own_variables() {
    DrivenCamunda stays = startThere();
    change(stays.rootId());
    TaskService tasks = engines.camunda().getTaskService();
    var there = tasks.createTaskQuery().processInstanceId(stays.rootId()).initializeFormKeys();
    var task = there.singleResult();
    var links =
        tasks.getIdentityLinksForTask(task.getId()).stream()
            .map(link -> new IdentityLink(link.getUserId(), link.getGroupId(), link.getType()))
            .toList();

    move(stays.rootId());

    Task here = engines.outwork().tasks().task(task.getId()).orElseThrow();
    assertThat(here.name()).isEqualTo(task.getName()).isEqualTo("Look");
    assertThat(here.details().description()).isEqualTo(task.getDescription());
    assertThat(here.assignee()).isEqualTo(task.getAssignee()).isEqualTo("fay");
    assertThat(here.owner()).isEqualTo(task.getOwner());
    assertThat(here.details().delegationState().name()).isEqualTo(task.getDelegationState().name());
    assertThat(here.details().due()).isEqualTo(task.getDueDate().toInstant());
    assertThat(here.details().followUp()).isEqualTo(task.getFollowUpDate().toInstant());
    assertThat(here.details().priority()).isEqualTo(task.getPriority()).isEqualTo(70);
    assertThat(here.created()).isEqualTo(task.getCreateTime().toInstant());
    assertThat(here.lastUpdated()).isEqualTo(task.getLastUpdated().toInstant());
    assertThat(here.formKey()).isEqualTo(task.getFormKey()).isEqualTo("form");
    assertThat(here.tenantId()).isEqualTo(task.getTenantId()).isEqualTo("acme");
    assertThat(engines.outwork().tasks().identityLinks(task.getId()))
        .containsExactlyInAnyOrderElementsOf(links);
    assertThat(engines.outwork().tasks().variablesLocal(task.getId()))
        .isEqualTo(Map.of("note", TypedValue.string("mine")));
    engines.outwork().tasks().resolveTask(task.getId(), Map.of());
    assertThat(engines.outwork().tasks().task(task.getId()).orElseThrow().assignee())
        .isEqualTo("eve");
  }

  @Test
  void an_instance_and_its_subscriptions_belong_to_their_tenant() {
    DrivenCamunda stays = startThere();
    move(stays.rootId());

    assertThat(engines.outwork().runtime().processInstance(stays.rootId()).orElseThrow().tenantId())
        .isEqualTo("acme");
    assertThat(
            engines
                .outwork()
                .events()
                .eventSubscriptions(
                    ListQuery.<EventSubscriptionFilter, EventSubscriptionSort>all()
                        .with(EventSubscriptionFilter.PROCESS_INSTANCE_ID, stays.rootId())))
        .extracting(EventSubscription::activityId)
        .containsExactlyInAnyOrder("many", "some", "es");
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 20, 50, 200})
  void a_condition_is_met_as_at_the_copy_that_stays(int amount) {
    DrivenCamunda stays = startThere();
    DrivenOutwork moved = move(startThere().rootId());
    stays.remember();

    set(stays, moved, amount);

    assertThat(waits(moved)).isEqualTo(waits(stays));
    completeAll(stays);
    completeAll(moved);
    assertThat(waits(moved)).isEqualTo(waits(stays));
    set(stays, moved, 4);
    assertThat(moved.state()).isEqualTo(stays.state()).isEqualTo("COMPLETED");
    assertThat(moved.activities()).isEqualTo(stays.activities());
  }

  private static void set(DrivenCamunda stays, DrivenOutwork moved, int amount) {
    if (!stays.state().equals("COMPLETED")) {
      camunda().setVariable(stays.rootId(), "amount", amount);
    }
    if (!moved.state().equals("COMPLETED")) {
      engines
          .outwork()
          .runtime()
          .changeVariables(moved.rootId(), Map.of("amount", TypedValue.integer(amount)), List.of());
    }
  }

  private static void completeAll(Driven driven) {
    driven.waits().forEach(waiting -> driven.perform(waiting, Map.of()));
  }

  private static List<String> waits(Driven driven) {
    return driven.waits().stream().map(Waiting::key).toList();
  }
}
