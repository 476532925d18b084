package dev.outwork.api.worker;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Makes a CDI bean a worker: on a class that implements {@link ExternalTaskListener}, or on a
 * method of a bean that takes an {@link ExternalTaskExecution} and returns nothing or a map of
 * variables to complete with. A class that bears it is a bean by that.
 *
 * <p>There is one worker for a topic in an application; a second one, a method of another shape or
 * a topic without a name fails the deployment.
 *
 * <p>Each member can be overridden by MicroProfile Config: {@code
 * outwork.worker.<topic>.lock-duration} for {@link #lockDuration}, and so on. {@code
 * outwork.worker.<topic>.enabled=false} keeps the worker from starting.
 */
@Documented
@Stereotype
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface ExternalTaskSubscription {
  /** In milliseconds. */
  long DEFAULT_LOCK_DURATION = 60_000;

  int DEFAULT_MAX_TASKS = 10;

  /** Stands for every variable. */
  String ALL = "*";

  /** The topic; the same as {@link #topicName}. */
  String value() default "";

  /** The topic, if {@link #value} is not given. */
  String topicName() default "";

  /**
   * For how long a task is locked at a time, in milliseconds; at least 1000. The lock is extended
   * as long as the work goes on: this is how soon another node takes over when this one dies.
   */
  long lockDuration() default DEFAULT_LOCK_DURATION;

  /** How many tasks are worked on at the same time on one node; from 1 to 1000. */
  int maxTasks() default DEFAULT_MAX_TASKS;

  /** Whether tasks of higher priority come first. */
  boolean usePriority() default true;

  /** Names of the variables to bring along. */
  String[] variables() default ALL;

  /** Whether only variables of the task's own scope are brought along. */
  boolean localVariables() default false;

  /** Whether the element's {@code camunda:properties} are brought along. */
  boolean includeExtensionProperties() default false;

  /** Only tasks of process instances with this business key, if not empty. */
  String businessKey() default "";

  /** Only tasks of these processes, if not empty. */
  String[] processDefinitionKeys() default {};

  /** Only tasks of definitions with this version tag, if not empty. */
  String processDefinitionVersionTag() default "";

  /** Only tasks of these tenants, if not empty. */
  String[] tenantIds() default {};

  /** Only tasks that belong to no tenant. */
  boolean withoutTenantId() default false;

  /**
   * Whether the worker runs in a transaction of the container, in which the task is completed. If
   * not, the task is completed in a transaction of its own afterwards, and a worker whose node dies
   * in between is called again: for work that takes long and writes nothing in the server.
   */
  boolean transactional() default true;

  /** How often a task is tried in all; {@link RetryPolicy#attempts}. */
  int retryAttempts() default 3;

  /** ISO 8601 duration; {@link RetryPolicy#delay}. */
  String retryDelay() default "PT10S";

  /** {@link RetryPolicy#multiplier}. */
  double retryMultiplier() default 2;

  /** {@link RetryPolicy#jitter}. */
  double retryJitter() default 0.1;

  /** ISO 8601 duration; {@link RetryPolicy#maxDelay}. */
  String retryMaxDelay() default "PT1H";
}
