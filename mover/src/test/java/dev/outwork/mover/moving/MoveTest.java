package dev.outwork.mover.moving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.testkit.TestDatabase;
import java.util.Map;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A worker that has fetched a task at Camunda completes it at Outwork, and the instance goes on.
 */
class MoveTest {
  private static final long LOCK_MILLIS = 600_000;

  /** start --> check (external, timer P1D) --> ship (external) --> end, late (external) --> end */
  private static BpmnModelInstance order() {
    return Bpmn.createExecutableProcess("order")
        .startEvent()
        .serviceTask("check")
        .camundaExternalTask("check")
        .boundaryEvent("aDay")
        .timerWithDuration("P1D")
        .serviceTask("late")
        .camundaExternalTask("late")
        .endEvent()
        .moveToActivity("check")
        .serviceTask("ship")
        .camundaExternalTask("ship")
        .endEvent()
        .done();
  }

  @ParameterizedTest
  @EnumSource(TestDatabase.class)
  void a_worker_completes_elsewhere_what_it_has_fetched(TestDatabase database) {
    try (BothEngines engines = BothEngines.on(database)) {
      engines
          .camunda()
          .getRepositoryService()
          .createDeployment()
          .addModelInstance("order.bpmn", order())
          .deploy();
      String id =
          engines
              .camunda()
              .getRuntimeService()
              .startProcessInstanceByKey("order", "A-1", Map.of("amount", 7, "name", "Ann"))
              .getId();
      LockedExternalTask fetched =
          engines
              .camunda()
              .getExternalTaskService()
              .fetchAndLock(1, "alice")
              .topic("check", LOCK_MILLIS)
              .execute()
              .get(0);

      BothEngines.Told told = engines.move();

      assertThat(told.staying()).isEmpty();
      assertThat(told.done()).isEqualTo(1);
      var task = engines.outwork().externalTasks().externalTask(fetched.getId()).orElseThrow();
      assertThat(task.workerId()).isEqualTo("alice");
      assertThat(task.lockExpirationTime()).isEqualTo(fetched.getLockExpirationTime().toInstant());
      assertThat(task.businessKey()).isEqualTo("A-1");
      engines.outwork().externalTasks().complete(fetched.getId(), "alice", Map.of(), Map.of());
      engines.outwork().worker("bob").does("ship");
      var instance = engines.outwork().history().processInstance(id).orElseThrow();
      assertThat(instance.state()).isEqualTo("COMPLETED");
      assertThat(
              engines.camunda().getRuntimeService().createProcessInstanceQuery().suspended().list())
          .hasSize(1);
      assertThat(engines.move().done()).isZero();
    }
  }
}
