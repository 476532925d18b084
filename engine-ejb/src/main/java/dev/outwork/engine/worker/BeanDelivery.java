package dev.outwork.engine.worker;

import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.spi.DeliveryReport;
import dev.outwork.api.worker.spi.TaskDelivery;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import java.util.concurrent.Executor;

/** Calls a CDI bean on the container's executor, with a request scope of its own. */
public final class BeanDelivery implements TaskDelivery {
  private final BeanWorker worker;
  private final BeanCalls calls;
  private final Executor executor;
  private final Instance<RequestContextController> requestContexts;

  /**
   * @param executor for {@link #execute}
   */
  public BeanDelivery(
      BeanWorker worker,
      BeanCalls calls,
      Executor executor,
      Instance<RequestContextController> requestContexts) {
    this.worker = worker;
    this.calls = calls;
    this.executor = executor;
    this.requestContexts = requestContexts;
  }

  @Override
  public void execute(Runnable work) {
    executor.execute(work);
  }

  @Override
  public void deliver(ExternalTaskExecution execution, DeliveryReport report) throws Exception {
    // A controller remembers whether it has started the scope, so concurrent tasks need one each:
    // with a shared one, scopes would leak on the threads of the server.
    RequestContextController requestContext = requestContexts.get();
    requestContext.activate();
    try {
      if (worker.subscription().transactional()) {
        thrown(calls.inTransaction(worker, execution, report));
      } else {
        withoutTransaction(execution, report);
      }
    } finally {
      requestContext.deactivate();
      requestContexts.destroy(requestContext);
    }
  }

  private void withoutTransaction(ExternalTaskExecution execution, DeliveryReport report)
      throws Exception {
    try {
      thrown(calls.withoutTransaction(worker, execution));
    } catch (BpmnError error) {
      report.raise(error);
      return;
    }
    report.complete();
  }

  private static void thrown(Exception failure) throws Exception {
    if (failure != null) {
      throw failure;
    }
  }
}
