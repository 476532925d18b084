package dev.outwork.delegate.client;

import dev.outwork.api.worker.RetryPolicy;
import dev.outwork.delegate.Beans;
import dev.outwork.delegate.CodeTask;
import dev.outwork.delegate.DelegateWorker;
import dev.outwork.delegate.Outcome;
import dev.outwork.delegate.TaskVariables;
import java.util.Set;
import org.camunda.bpm.client.ExternalTaskClient;
import org.camunda.bpm.client.exception.ValueMapperException;
import org.camunda.bpm.client.task.ExternalTask;
import org.camunda.bpm.client.task.ExternalTaskHandler;
import org.camunda.bpm.client.task.ExternalTaskService;
import org.camunda.bpm.client.topic.TopicSubscriptionBuilder;
import org.camunda.bpm.engine.variable.value.TypedValue;

/**
 * Serves topics over HTTP by calling the code that they stand for.
 *
 * <pre>{@code
 * new DelegateHandler(Beans.of(Map.of("chargeCard", new ChargeCard())))
 *     .subscribe(client, "chargeCard", "com.acme.SendMail");
 * }</pre>
 */
public final class DelegateHandler implements ExternalTaskHandler {
  private final DelegateWorker worker;
  private final RetryPolicy retryPolicy;

  /** A handler with {@link RetryPolicy#DEFAULT} for tasks whose element specifies no retries. */
  public DelegateHandler(Beans beans) {
    this(new DelegateWorker(beans), RetryPolicy.DEFAULT);
  }

  /**
   * @param retryPolicy for tasks whose element has no {@code outwork.retry...} properties
   */
  public DelegateHandler(DelegateWorker worker, RetryPolicy retryPolicy) {
    this.worker = worker;
    this.retryPolicy = retryPolicy;
  }

  /** Opens a subscription for each topic, with the client's options. */
  public void subscribe(ExternalTaskClient client, String... topics) {
    for (String topic : topics) {
      subscription(client, topic).open();
    }
  }

  /** A subscription for a topic, to be configured further and opened by the caller. */
  public TopicSubscriptionBuilder subscription(ExternalTaskClient client, String topic) {
    return client.subscribe(topic).includeExtensionProperties(true).handler(this);
  }

  @Override
  public void execute(ExternalTask task, ExternalTaskService service) {
    report(worker.work(codeTask(task)), task, service);
  }

  private void report(Outcome outcome, ExternalTask task, ExternalTaskService service) {
    if (outcome instanceof Outcome.Failed failed) {
      fail(failed, task, service);
      return;
    }
    try {
      if (outcome instanceof Outcome.Raised raised) {
        service.handleBpmnError(task, raised.errorCode(), raised.message(), raised.variables());
      } else if (outcome instanceof Outcome.Completed completed) {
        service.complete(task, completed.variables(), completed.localVariables());
      }
    } catch (ValueMapperException cannotBeSent) {
      fail(new Outcome.Failed(cannotBeSent), task, service);
    }
  }

  private void fail(Outcome.Failed failed, ExternalTask task, ExternalTaskService service) {
    RetryPolicy policy = retryPolicy.with(option -> task.getExtensionProperty("outwork." + option));
    int before = task.getRetries() == null ? policy.attempts() : task.getRetries();
    int left = Math.max(0, before - 1);
    int failures = Math.max(1, policy.attempts() - left);
    long timeout = left == 0 ? 0 : policy.delayAfter(failures).toMillis();
    service.handleFailure(task, failed.message(), failed.details(), left, timeout);
  }

  private static CodeTask codeTask(ExternalTask task) {
    return new CodeTask(
        task.getId(),
        task.getTopicName(),
        new CodeTask.AtActivity(
            task.getActivityId(), task.getActivityInstanceId(), task.getExecutionId()),
        new CodeTask.OfInstance(
            task.getProcessInstanceId(),
            task.getProcessDefinitionId(),
            task.getProcessDefinitionKey(),
            task.getBusinessKey(),
            task.getTenantId()),
        variables(task),
        task.getExtensionProperties());
  }

  // An object that the code does not read may be of a class that this worker does not have.
  private static TaskVariables variables(ExternalTask task) {
    Set<String> names = task.getAllVariablesTyped(false).keySet();
    return new TaskVariables() {
      @Override
      public Set<String> names() {
        return names;
      }

      @Override
      public TypedValue typed(String name, boolean deserialized) {
        return task.getVariableTyped(name, deserialized);
      }
    };
  }
}
