package dev.outwork.engine.worker;

import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.spi.DeliveryReport;
import dev.outwork.api.worker.spi.TaskDelivery;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.container.WorkersAtOnce;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Calls a worker on threads of its own, as a container does. */
final class TestDelivery implements TaskDelivery, AutoCloseable {
  private final TaskDelivery calls;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  TestDelivery(TestEngine engine, ExternalTaskListener worker) {
    this.calls = engine.bean(WorkersAtOnce.class).delivery(worker);
  }

  @Override
  public void execute(Runnable work) {
    threads.execute(work);
  }

  @Override
  public void deliver(ExternalTaskExecution execution, DeliveryReport report) throws Exception {
    calls.deliver(execution, report);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
