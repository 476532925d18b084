package dev.outwork.api.worker.spi;

import dev.outwork.api.worker.BpmnError;

/** Reports on one task; joins the transaction of the caller. */
public interface DeliveryReport {
  /** Completes the task with the results of the execution. */
  void complete();

  /** Raises a BPMN error in the process. */
  void raise(BpmnError error);
}
