package dev.outwork.engine.worker;

import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.spi.TaskDelivery;
import dev.outwork.api.worker.spi.TaskReport;
import dev.outwork.engine.testkit.TestEngine;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls a worker in a transaction of the test's engine, as a container does. */
final class TestDelivery implements TaskDelivery, AutoCloseable {
  private final TestEngine engine;
  private final ExternalTaskListener worker;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  TestDelivery(TestEngine engine, ExternalTaskListener worker) {
    this.engine = engine;
    this.worker = worker;
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void deliver(ExternalTaskExecution execution, TaskReport report) throws Exception {
    engine.inTransaction(
        () -> {
          try {
            worker.onTask(execution);
          } catch (BpmnError error) {
            report.raise(error);
            return null;
          }
          report.complete();
          return null;
        });
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
