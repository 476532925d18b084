package dev.outwork.delegate.server;

import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.worker.BpmnError;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.delegate.Beans;
import dev.outwork.delegate.CodeTask;
import dev.outwork.delegate.DelegateWorker;
import dev.outwork.delegate.Outcome;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Serves a topic inside the server by calling the code that it stands for, with the beans of the
 * application. Each topic is a subclass:
 *
 * <pre>{@code
 * @ApplicationScoped
 * @ExternalTaskSubscription(topicName = "chargeCard", includeExtensionProperties = true)
 * public class ChargeCardTopic extends DelegateListener {}
 * }</pre>
 *
 * <p>Classes are loaded by the class loader of the subclass.
 */
public class DelegateListener implements ExternalTaskListener {
  @Inject private BeanManager beanManager;

  @Override
  public void onTask(ExternalTaskExecution execution) throws Exception {
    Objects objects = new Objects(this::mayRead, getClass().getClassLoader());
    DelegateWorker worker =
        new DelegateWorker(Beans.cdi(() -> beanManager), getClass()::getClassLoader);
    Outcome outcome = worker.work(codeTask(execution, objects));
    if (outcome instanceof Outcome.Completed completed) {
      completed.variables().forEach((n, value) -> execution.setVariable(n, objects.ours(value)));
      completed
          .localVariables()
          .forEach((n, value) -> execution.setVariableLocal(n, objects.ours(value)));
    } else if (outcome instanceof Outcome.Raised raised) {
      Map<String, Object> variables = new LinkedHashMap<>();
      raised.variables().forEach((n, value) -> variables.put(n, objects.ours(value)));
      throw new BpmnError(raised.errorCode(), raised.message(), variables);
    } else if (outcome instanceof Outcome.Failed failed) {
      throw thrown(failed.cause());
    }
  }

  /**
   * Whether a variable may be deserialized to this class. A class can do anything while it is
   * deserialized, and everybody who may set variables may name a class: so no class is allowed by
   * default. Maps, lists and plain values are always allowed.
   */
  protected boolean mayRead(String className) {
    return false;
  }

  private static Exception thrown(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof Exception exception ? exception : new IllegalStateException(cause);
  }

  private static CodeTask codeTask(ExternalTaskExecution execution, Objects objects) {
    ExternalTask task = execution.task();
    return new CodeTask(
        task.id(),
        task.topicName(),
        new CodeTask.AtActivity(task.activityId(), task.activityInstanceId(), task.executionId()),
        new CodeTask.OfInstance(
            task.processInstanceId(),
            task.processDefinitionId(),
            task.processDefinitionKey(),
            task.businessKey(),
            task.tenantId()),
        objects.theirs(execution.variables()),
        execution.extensionProperties());
  }
}
