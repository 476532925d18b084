package dev.outwork.mover;

import java.time.Duration;
import java.time.Instant;
import org.camunda.bpm.engine.ExternalTaskService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.model.bpmn.Bpmn;

/**
 * Lets Camunda 7.24 work on a database that is being moved from: it starts instances and completes
 * their tasks, ten at a time, one after the other, and prints every five seconds how many a second.
 * Its own instances are of no slice that names {@code order}.
 */
public final class CamundaLoad {
  private static final String KEY = "load";
  private static final int TOGETHER = 10;
  private static final Duration LINE = Duration.ofSeconds(5);

  private CamundaLoad() {}

  /** Reads {@code outwork.fill.source}, {@code user}, {@code password} and {@code seconds}. */
  public static void main(String[] arguments) {
    ProcessEngine camunda =
        CamundaFilling.camundaOn(
            CamundaFilling.setting("source"),
            CamundaFilling.setting("user"),
            CamundaFilling.setting("password"));
    try {
      camunda
          .getRepositoryService()
          .createDeployment()
          .enableDuplicateFiltering(true)
          .addModelInstance(
              KEY + ".bpmn",
              Bpmn.createExecutableProcess(KEY)
                  .startEvent()
                  .serviceTask("work")
                  .camundaExternalTask(KEY)
                  .endEvent()
                  .done())
          .deploy();
      work(camunda, Duration.ofSeconds(Long.parseLong(CamundaFilling.setting("seconds"))));
    } finally {
      camunda.close();
    }
  }

  private static void work(ProcessEngine camunda, Duration time) {
    Instant end = Instant.now().plus(time);
    while (Instant.now().isBefore(end)) {
      Instant begun = Instant.now();
      int done = 0;
      while (Duration.between(begun, Instant.now()).compareTo(LINE) < 0) {
        done += some(camunda);
      }
      double seconds = Duration.between(begun, Instant.now()).toMillis() / 1000.0;
      System.out.printf("%tT %.0f instances a second%n", begun.toEpochMilli(), done / seconds);
    }
  }

  private static int some(ProcessEngine camunda) {
    for (int i = 0; i < TOGETHER; i++) {
      camunda.getRuntimeService().startProcessInstanceByKey(KEY);
    }
    ExternalTaskService tasks = camunda.getExternalTaskService();
    int done = 0;
    for (LockedExternalTask task :
        tasks.fetchAndLock(TOGETHER, "worker").topic(KEY, 60_000).execute()) {
      tasks.complete(task.getId(), "worker");
      done++;
    }
    return done;
  }
}
