package dev.outwork.engine.worker;

import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.spi.DeliveryReport;
import jakarta.annotation.Resource;
import jakarta.ejb.EJBContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;

/**
 * The transaction of a CDI worker. The exception of the worker is returned, because containers log
 * and wrap exceptions that a session bean throws.
 */
@Stateless
public class BeanCalls {
  @Inject private BeanManager beans;
  @Resource private EJBContext context;

  /**
   * Calls the worker and reports the outcome in the same transaction.
   *
   * @return the exception of the worker, after which the transaction is rolled back; otherwise null
   */
  @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
  public Exception inTransaction(
      BeanWorker worker, ExternalTaskExecution execution, DeliveryReport report) {
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
   * @return the exception of the worker, otherwise null
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
