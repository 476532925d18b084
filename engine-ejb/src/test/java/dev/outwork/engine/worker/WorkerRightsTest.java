package dev.outwork.engine.worker;

import static dev.outwork.engine.testkit.Await.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.outwork.api.ListQuery;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.WorkerOptions;
import dev.outwork.engine.testkit.GrantedEngineTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.model.bpmn.Bpmn;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;

/** A worker inside the server has the rights of the user that it runs as. */
class WorkerRightsTest extends GrantedEngineTest {
  /** start --> charge (external, retried as a variable says) --> end. */
  private static final BpmnModelInstance PAYMENT =
      Bpmn.createExecutableProcess("payment")
          .startEvent()
          .serviceTask("charge")
          .operatonExternalTask("charge")
          .operatonFailedJobRetryTimeCycle("${cycle}")
          .endEvent()
          .done();

  private final List<AutoCloseable> open = new ArrayList<>();
  private final Queue<String> calls = new ConcurrentLinkedQueue<>();

  @AfterEach
  void endWorkers() throws Exception {
    for (AutoCloseable one : open) {
      one.close();
    }
  }

  private void work(String user, ExternalTaskListener listener) {
    TestDelivery delivery = new TestDelivery(engine, listener);
    open.add(
        engine
            .bean(Workers.class)
            .subscribe("worker", WorkerOptions.of("charge").runAs(user), delivery));
    open.add(delivery);
  }

  private void noteUser(Object execution) {
    calls.add(AuthenticatedUser.name().orElse("nobody"));
  }

  private static ProcessInstance start() {
    deploy(PAYMENT);
    return as("root", () -> engine.start("payment", Map.of("cycle", "R5/PT1M")));
  }

  @Test
  void a_worker_works_on_behalf_of_its_user_who_has_to_have_the_rights() throws Exception {
    work(null, this::noteUser);
    work("reader", this::noteUser);
    work("ann", this::noteUser);

    ProcessInstance instance = start();

    until(() -> as("root", () -> engine.state(instance)).equals("COMPLETED"));
    assertThat(calls).containsExactly("ann");
  }

  @Test
  void a_failure_is_reported_on_behalf_of_the_user_and_retried_as_the_element_says()
      throws Exception {
    work(
        "ann",
        execution -> {
          throw new IllegalStateException("The card is blocked");
        });

    start();

    until(() -> task().map(ExternalTask::retries).isPresent());
    assertThat(task())
        .get()
        .satisfies(
            failed -> {
              assertThat(failed.retries()).isEqualTo(4);
              assertThat(failed.errorMessage()).isEqualTo("The card is blocked");
            });
  }

  private static Optional<ExternalTask> task() {
    return as("root", () -> engine.externalTasks().externalTasks(ListQuery.all())).stream()
        .findFirst();
  }
}
