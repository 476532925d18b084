package dev.outwork.engine.worker;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.worker.RetryPolicy;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.RetryTimeCycle;
import dev.outwork.engine.bpmn.reader.RetryProperties;
import dev.outwork.engine.deployment.Models;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.Executions;
import dev.outwork.engine.variable.Values;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Logger;

/**
 * Decides whether and when a failed task is retried: by the properties of its element, otherwise by
 * its {@code camunda:failedJobRetryTimeCycle}, otherwise by its worker's policy.
 */
@Collaborator
@Dependent
class WorkerRetries {
  private static final Logger LOG = Logger.getLogger(WorkerRetries.class.getName());

  private final Models models;
  private final Executions executions;
  private final Clock clock;

  /** The next attempt: 0 retries create an incident. */
  record Next(int retriesLeft, Duration timeout) {}

  @Inject
  WorkerRetries(Models models, Executions executions, Clock clock) {
    this.models = models;
    this.executions = executions;
    this.clock = clock;
  }

  Next next(ExternalTask task, RetryPolicy workersPolicy) {
    ExternalActivity element =
        (ExternalActivity) models.of(task.processDefinitionId()).model().node(task.activityId());
    Expression cycle = element.info().async().retryTimeCycle();
    if (cycle != null && !RetryProperties.areAmong(element.properties())) {
      try {
        return by(RetryTimeCycle.parse(text(cycle, task)), task);
      } catch (ProcessEngineException e) {
        LOG.warning(
            () ->
                "The failedJobRetryTimeCycle of %s is ignored: %s"
                    .formatted(element.info(), e.getMessage()));
      }
    }
    return by(RetryProperties.override(workersPolicy, element.properties()), task);
  }

  // The engine reads the variables, whatever the worker may.
  private String text(Expression cycle, ExternalTask task) {
    if (cycle.isConstant()) {
      return cycle.text();
    }
    return String.valueOf(
        cycle.evaluate(Values.names(executions.variables(task.executionId())).at(clock)));
  }

  private static Next by(RetryPolicy policy, ExternalTask task) {
    int left = retriesLeft(task, policy.attempts());
    // An operator may have set more retries than the policy has attempts.
    int failures = Math.max(1, policy.attempts() - left);
    return new Next(left, left == 0 ? Duration.ZERO : policy.delayAfter(failures));
  }

  private Next by(RetryTimeCycle cycle, ExternalTask task) {
    int left = retriesLeft(task, cycle.attempts());
    Instant now = clock.instant();
    return new Next(
        left, left == 0 ? Duration.ZERO : Duration.between(now, cycle.nextAttempt(left, now)));
  }

  private static int retriesLeft(ExternalTask task, int attempts) {
    int before = task.retries() == null ? attempts : task.retries();
    return Math.max(0, before - 1);
  }
}
