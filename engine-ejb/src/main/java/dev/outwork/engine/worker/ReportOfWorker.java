package dev.outwork.engine.worker;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.spi.TaskReport;

/** What a worker's execution comes to, reported in its transaction. */
public record ReportOfWorker(
    ExternalTaskService externalTasks, String workerId, ExternalTaskExecution execution)
    implements TaskReport {
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
