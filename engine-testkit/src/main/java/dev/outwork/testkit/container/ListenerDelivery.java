package dev.outwork.testkit.container;

import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.spi.DeliveryReport;
import dev.outwork.api.worker.spi.TaskDelivery;

/** Calls a worker that is no bean in a new transaction on the calling thread. */
final class ListenerDelivery implements TaskDelivery {
  private final TestTransactions transactions;
  private final ExternalTaskListener worker;

  ListenerDelivery(TestTransactions transactions, ExternalTaskListener worker) {
    this.transactions = transactions;
    this.worker = worker;
  }

  @Override
  public void execute(Runnable work) {
    work.run();
  }

  @Override
  public void deliver(ExternalTaskExecution execution, DeliveryReport report) throws Exception {
    transactions.inNew(
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
}
