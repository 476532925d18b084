package dev.outwork.engine.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.engine.deployment.ProcessDefinitionEntity;
import dev.outwork.engine.testkit.SharedEngineTest;
import jakarta.persistence.EntityManager;
import org.eclipse.persistence.internal.sessions.UnitOfWorkImpl;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;

/** What the persistence context of a transaction keeps: nothing that the engine has read. */
class EntitiesTest extends SharedEngineTest {
  private final EntityManager entityManager = engine.bean(EntityManager.class);

  /** start --> ask (user task) --> end */
  private static ProcessDefinition deploy() {
    return engine.deploy(
        Bpmn.createExecutableProcess("asking").startEvent().userTask("ask").endEvent().done());
  }

  @Test
  void entities_of_lists_and_look_ups_are_detached() throws Exception {
    ProcessInstance instance = engine.start(deploy().key());

    engine.inTransaction(
        () -> {
          engine.runtime().processInstance(instance.id());
          engine.runtime().processInstances(ListQuery.all());
          engine.history().processInstance(instance.id());
          engine.history().processInstances(ListQuery.all());
          engine.history().activityInstances(ListQuery.all());
          engine.repository().processDefinitions(ListQuery.all());
          engine.repository().deployments(ListQuery.all());

          assertNothingIsKept();
          return null;
        });
  }

  @Test
  void entities_of_a_deployment_are_detached() throws Exception {
    engine.inTransaction(
        () -> {
          deploy();

          assertNothingIsKept();
          return null;
        });
  }

  private void assertNothingIsKept() {
    assertThat(entityManager.unwrap(UnitOfWorkImpl.class).getCloneMapping().size()).isZero();
  }

  @Test
  void reads_see_changes_made_by_statements() throws Exception {
    engine.inTransaction(
        () -> {
          String id = engine.start(deploy().key()).id();
          assertThat(engine.runtime().processInstance(id).orElseThrow().suspended()).isFalse();

          engine.runtime().setProcessInstanceSuspended(id, true);

          assertThat(engine.runtime().processInstance(id).orElseThrow().suspended()).isTrue();
          assertThat(engine.runtime().processInstances(ListQuery.all()))
              .filteredOn(ProcessInstance::suspended)
              .extracting(ProcessInstance::id)
              .containsExactly(id);
          return null;
        });
  }

  @Test
  void entities_of_the_caller_stay_managed() throws Exception {
    String definitionId = deploy().id();

    engine.inTransaction(
        () -> {
          ProcessDefinitionEntity own =
              entityManager.find(ProcessDefinitionEntity.class, definitionId);

          engine.repository().deployments(ListQuery.all());
          engine.runtime().processInstance("none");

          assertThat(entityManager.contains(own)).isTrue();
          return null;
        });
  }
}
