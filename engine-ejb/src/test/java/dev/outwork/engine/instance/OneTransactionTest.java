package dev.outwork.engine.instance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.testkit.SharedEngineTest;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** A caller's transaction that reads, changes and reads again sees what it has changed. */
class OneTransactionTest extends SharedEngineTest {
  private static final BpmnModelInstance ONE_TASK =
      Bpmn.createExecutableProcess("oneTask")
          .startEvent()
          .serviceTask("work")
          .operatonExternalTask("work")
          .endEvent()
          .done();

  @Test
  void an_instance_that_it_ends_has_ended() throws Exception {
    engine.deploy(ONE_TASK);
    engine.inTransaction(
        () -> {
          ProcessInstance instance = engine.start("oneTask");
          assertThat(engine.state(instance)).isEqualTo("ACTIVE");
          assertThat(engine.runtime().processInstance(instance.id())).isPresent();
          assertThat(engine.externalTasks().externalTasks(ListQuery.all())).hasSize(1);

          alice.does("work");

          assertThat(engine.state(instance)).isEqualTo("COMPLETED");
          assertThat(engine.runtime().processInstance(instance.id())).isEmpty();
          assertThat(engine.externalTasks().externalTasks(ListQuery.all())).isEmpty();
          return null;
        });
  }

  @Test
  void a_task_that_it_takes_is_locked() throws Exception {
    engine.deploy(ONE_TASK);
    engine.inTransaction(
        () -> {
          ProcessInstance instance = engine.start("oneTask");
          assertThat(onlyWorker()).isNull();

          alice.fetches("work");

          assertThat(onlyWorker()).isEqualTo("alice");
          return engine.runtime().activityInstances(instance.id());
        });
  }

  private static String onlyWorker() {
    return engine.externalTasks().externalTasks(ListQuery.all()).get(0).workerId();
  }
}
