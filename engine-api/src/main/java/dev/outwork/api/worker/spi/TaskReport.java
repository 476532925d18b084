package dev.outwork.api.worker.spi;

import dev.outwork.api.worker.BpmnError;

/** Reports on one task; joins the transaction of the caller. */
public interface TaskReport {
  /** The work is done: completes the task with the results of the execution. */
  void complete();

  /** The work has ended in an error of the process. */
  void raise(BpmnError error);
}
