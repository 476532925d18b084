package dev.outwork.it.container;

import static dev.outwork.testkit.assertions.OutworkAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NotFoundException;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.externaltask.Topic;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.it.server.EngineArchive;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A caller in the same container: what it does with the engine commits or rolls back with its own
 * transaction.
 */
@ExtendWith(ArquillianExtension.class)
public class SharedTransactionIT {
  /** start --> archive (external) --> end. */
  private static final String ARCHIVING =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                   targetNamespace="http://outwork.dev/tests">
        <process id="archiving" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="toArchive" sourceRef="start" targetRef="archive"/>
          <serviceTask id="archive" camunda:type="external" camunda:topic="archive"/>
          <sequenceFlow id="toEnd" sourceRef="archive" targetRef="end"/>
          <endEvent id="end"/>
        </process>
      </definitions>
      """;

  @Inject private RepositoryService repository;
  @Inject private RuntimeService runtime;
  @Inject private ExternalTaskService externalTasks;
  @Resource private UserTransaction transaction;

  @Deployment
  static Archive<?> engineWithTest() {
    return EngineArchive.with(SharedTransactionIT.class);
  }

  @BeforeEach
  void deploy() {
    repository.createDeployment(
        DeploymentRequest.of("archiving.bpmn", ARCHIVING.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void a_completion_that_is_rolled_back_never_happened() throws Exception {
    ProcessInstance instance = start();
    LockedExternalTask task = fetch();

    transaction.begin();
    externalTasks.complete(task.task().id(), "alice", Map.of(), Map.of());
    transaction.rollback();

    assertThat(instance).isWaitingAt("archive").externalTask("archive").isLockedBy("alice");
    externalTasks.complete(task.task().id(), "alice", Map.of(), Map.of());
    assertThat(instance).isEnded().hasPassed("archive", "end");
  }

  @Test
  void a_start_that_is_rolled_back_offers_no_task() throws Exception {
    transaction.begin();
    start();
    transaction.rollback();

    assertEquals(0, externalTasks.countExternalTasks(ListQuery.all()));
  }

  @Test
  void several_completions_commit_together() throws Exception {
    ProcessInstance first = start();
    ProcessInstance second = start();
    transaction.begin();
    externalTasks
        .fetchAndLock(FetchAndLock.of("alice", 2, Topic.of("archive", Duration.ofMinutes(1))))
        .forEach(task -> externalTasks.complete(task.task().id(), "alice", Map.of(), Map.of()));
    transaction.commit();

    assertThat(first).isEnded().hasPassed("archive");
    assertThat(second).isEnded().hasPassed("archive");
  }

  @Test
  void a_refusal_reaches_the_caller_as_it_is_and_dooms_its_transaction() throws Exception {
    transaction.begin();
    start();
    assertThrows(
        NotFoundException.class,
        () -> externalTasks.complete("no-such-task", "alice", Map.of(), Map.of()));

    assertEquals(Status.STATUS_MARKED_ROLLBACK, transaction.getStatus());
    transaction.rollback();
  }

  private ProcessInstance start() {
    String definition = repository.latestProcessDefinition("archiving", null).orElseThrow().id();
    return runtime.startProcessInstance(definition, null, Map.of());
  }

  private LockedExternalTask fetch() {
    return externalTasks
        .fetchAndLock(FetchAndLock.of("alice", 1, Topic.of("archive", Duration.ofMinutes(1))))
        .get(0);
  }
}
