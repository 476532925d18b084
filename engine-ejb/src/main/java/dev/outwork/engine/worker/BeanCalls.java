package dev.outwork.engine.worker;

import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.spi.TaskReport;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;

/**
 * The transaction around a CDI worker. What the worker throws is returned, since what leaves a
 * session bean is logged and wrapped by its container.
 */
@Stateless
public class BeanCalls {
  @Inject private BeanManager beans;
  @Resource private EJBContext context;

  /**
   * Calls the worker and reports what comes of it in the same transaction.
   *
   * @return what the worker has thrown, in which case the transaction is rolled back; else null
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Exception inTransaction(
      BeanWorker worker, ExternalTaskExecution execution, TaskReport report) {
    try {
      try {
        worker.call(beans, execution);
      } catch (BpmnError error) {
        report.raise(error);
        return null;
      }
      report.complete();
      return null;
    } catch (Exception failure) {
      context.setRollbackOnly();
      return failure;
    }
  }

  /**
   * Calls the worker.
   *
   * @return what the worker has thrown, else null
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public Exception withoutTransaction(BeanWorker worker, ExternalTaskExecution execution) {
    try {
      worker.call(beans, execution);
      return null;
    } catch (Exception failure) {
      return failure;
    }
  }
}
