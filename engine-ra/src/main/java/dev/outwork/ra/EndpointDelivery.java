package dev.outwork.ra;

import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.spi.DeliveryReport;
import dev.outwork.api.worker.spi.TaskDelivery;
import jakarta.resource.ResourceException;
import jakarta.resource.spi.BootstrapContext;
import jakarta.resource.spi.UnavailableException;
import jakarta.resource.spi.endpoint.MessageEndpoint;
import jakarta.resource.spi.endpoint.MessageEndpointFactory;
import jakarta.resource.spi.work.Work;
import jakarta.resource.spi.work.WorkException;
import java.lang.reflect.Method;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;

/** Calls a message-driven bean on threads of the work manager. */
final class EndpointDelivery implements TaskDelivery {
  private static final Method ON_TASK = onTask();

  private final MessageEndpointFactory factory;
  private final BootstrapContext context;

  EndpointDelivery(MessageEndpointFactory factory, BootstrapContext context) {
    this.factory = factory;
    this.context = context;
  }

  private static Method onTask() {
    try {
      return ExternalTaskListener.class.getMethod("onTask", ExternalTaskExecution.class);
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The name of the bean, for logs. */
  String name() {
    return factory.getEndpointClass().getSimpleName();
  }

  @Override
  public void execute(Runnable work) {
    try {
      context.getWorkManager().scheduleWork(new Delivery(work));
    } catch (WorkException e) {
      throw new RejectedExecutionException("The work manager refuses the work", e);
    }
  }

  private record Delivery(Runnable work) implements Work {
    @Override
    public void run() {
      work.run();
    }

    // Deactivation of the endpoint waits for work in progress and does not interrupt it.
    @Override
    public void release() {}
  }

  @Override
  public void deliver(ExternalTaskExecution execution, DeliveryReport report) throws Exception {
    MessageEndpoint endpoint = endpoint();
    try {
      if (factory.isDeliveryTransacted(ON_TASK)) {
        inTransaction(endpoint, execution, report);
      } else {
        withoutTransaction(endpoint, execution, report);
      }
    } finally {
      endpoint.release();
    }
  }

  private MessageEndpoint endpoint() throws NotReadyException {
    try {
      return factory.createEndpoint(null);
    } catch (UnavailableException e) {
      throw new NotReadyException("The message-driven bean is not available", e);
    }
  }

  private void inTransaction(
      MessageEndpoint endpoint, ExternalTaskExecution execution, DeliveryReport report)
      throws Exception {
    begin(endpoint);
    TransactionOutcome outcome = new TransactionOutcome(context);
    Exception failure = null;
    try {
      outcome.watch();
      call(endpoint, execution, report);
    } catch (Exception e) {
      failure = e;
      outcome.rollBack();
    } catch (Error e) {
      // Without afterDelivery the thread would keep its transaction.
      failure = new ExecutionException(e);
      outcome.rollBack();
    }
    try {
      endpoint.afterDelivery();
    } catch (ResourceException e) {
      failure = failure == null ? e : failure;
    }
    if (failure != null) {
      throw failure;
    }
    outcome.require();
  }

  private static void begin(MessageEndpoint endpoint) throws NotReadyException {
    try {
      endpoint.beforeDelivery(ON_TASK);
    } catch (ResourceException | NoSuchMethodException | RuntimeException e) {
      throw new NotReadyException("The message-driven bean cannot be called", e);
    }
  }

  private static void call(
      MessageEndpoint endpoint, ExternalTaskExecution execution, DeliveryReport report)
      throws Exception {
    try {
      ((ExternalTaskListener) endpoint).onTask(execution);
    } catch (BpmnError error) {
      report.raise(error);
      return;
    }
    report.complete();
  }

  // The report runs in a transaction of its own, after the bean's.
  private static void withoutTransaction(
      MessageEndpoint endpoint, ExternalTaskExecution execution, DeliveryReport report)
      throws Exception {
    begin(endpoint);
    BpmnError raised = null;
    try {
      ((ExternalTaskListener) endpoint).onTask(execution);
    } catch (BpmnError error) {
      raised = error;
    } finally {
      endpoint.afterDelivery();
    }
    if (raised == null) {
      report.complete();
    } else {
      report.raise(raised);
    }
  }
}
