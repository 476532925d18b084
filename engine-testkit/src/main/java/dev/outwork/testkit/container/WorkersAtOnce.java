package dev.outwork.testkit.container;

import dev.outwork.api.externaltask.ExternalTaskService;
import dev.outwork.api.externaltask.FetchAndLock;
import dev.outwork.api.externaltask.LockedExternalTask;
import dev.outwork.api.identity.AuthenticatedUser;
import dev.outwork.api.worker.ExternalTaskExecution;
import dev.outwork.api.worker.ExternalTaskListener;
import dev.outwork.api.worker.RetryPolicy;
import dev.outwork.api.worker.WorkerOptions;
import dev.outwork.api.worker.spi.TaskDelivery;
import dev.outwork.engine.worker.BeanCalls;
import dev.outwork.engine.worker.BeanDelivery;
import dev.outwork.engine.worker.BeanWorker;
import dev.outwork.engine.worker.BeanWorkers;
import dev.outwork.engine.worker.ReportOfWorker;
import dev.outwork.engine.worker.WorkerReports;
import dev.outwork.engine.worker.WorkerSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.RequestContextController;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;

/** Calls workers in the thread of the test, one task after the other. */
@ApplicationScoped
public class WorkersAtOnce {
  @Inject private ExternalTaskService externalTasks;
  @Inject private WorkerReports reports;
  @Inject private BeanWorkers beanWorkers;
  @Inject private BeanCalls calls;
  @Inject private Instance<RequestContextController> requestContexts;
  @Inject private TestResources resources;

  /**
   * Calls a worker in a new transaction and reports the outcome, as the engine does. A failed
   * assertion in the worker is not reported but rethrown: the test has failed.
   */
  public void call(ExternalTaskListener worker, LockedExternalTask task, String workerId) {
    deliver(delivery(worker), task, workerId, RetryPolicy.DEFAULT);
  }

  /** Delivers tasks to a worker that is no bean: in a new transaction on the calling thread. */
  public TaskDelivery delivery(ExternalTaskListener worker) {
    return new ListenerDelivery(resources.transactions(), worker);
  }

  /**
   * Calls the worker beans until none of them can fetch a task.
   *
   * @return the number of calls
   */
  public int callBeans() {
    int done = 0;
    boolean more = true;
    while (more) {
      int before = done;
      for (BeanWorker worker : beanWorkers.all()) {
        done += callWithAll(worker);
      }
      more = done > before;
    }
    return done;
  }

  private int callWithAll(BeanWorker worker) {
    WorkerSettings settings = WorkerSettings.of(worker.topicName());
    if (!settings.isEnabled()) {
      return 0;
    }
    WorkerOptions options = settings.override(worker.options());
    AuthenticatedUser.Snapshot user =
        options.runAs() == null
            ? AuthenticatedUser.snapshot()
            : AuthenticatedUser.user(options.runAs());
    return user.during(() -> callWithAll(worker, options));
  }

  private int callWithAll(BeanWorker worker, WorkerOptions options) {
    BeanDelivery delivery = new BeanDelivery(worker, calls, Runnable::run, requestContexts);
    List<LockedExternalTask> tasks =
        externalTasks.fetchAndLock(
            new FetchAndLock(
                worker.name(),
                options.maxTasks(),
                options.usePriority(),
                null,
                List.of(options.topic())));
    tasks.forEach(task -> deliver(delivery, task, worker.name(), options.retryPolicy()));
    return tasks.size();
  }

  private void deliver(
      TaskDelivery delivery, LockedExternalTask task, String workerId, RetryPolicy policy) {
    ExternalTaskExecution execution = new ExternalTaskExecution(task);
    try {
      delivery.deliver(execution, new ReportOfWorker(externalTasks, workerId, execution));
    } catch (AssertionError failedTest) {
      throw failedTest;
    } catch (Exception | Error failure) {
      reports.failure(task, workerId, policy, failure);
    }
  }
}
