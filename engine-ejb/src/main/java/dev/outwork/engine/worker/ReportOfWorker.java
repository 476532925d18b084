package dev.outwork.engine.worker;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.spi.DeliveryReport;

/** Reports the outcome of an execution, in the transaction of the worker. */
public record ReportOfWorker(
    ExternalTaskService externalTasks, String workerId, ExternalTaskExecution execution)
    implements DeliveryReport {
  @Override
  public void complete() {
    externalTasks.complete(
        execution.task().id(), workerId, execution.results(), execution.localResults());
  }

  @Override
  public void raise(BpmnError error) {
    externalTasks.handleBpmnError(
        execution.task().id(), workerId, error.errorCode(), error.getMessage(), error.variables());
  }
}
