package dev.outwork.api.worker;

import static java.lang.annotation.ElementType.METHOD;
import static java.lang.annotation.ElementType.TYPE;
import static java.lang.annotation.RetentionPolicy.RUNTIME;

import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.Documented;
import java.lang.annotation.Retention;
import java.lang.annotation.Target;

/**
 * Makes a CDI bean a worker. It annotates a class that implements {@link ExternalTaskListener}, or
 * a method of a bean that takes an {@link ExternalTaskExecution} and returns nothing or a map of
 * variables to complete with. The annotation makes a class a bean.
 *
 * <p>An application has at most one worker for each topic. A second worker, a method of another
 * signature, or a topic without a name fails the deployment.
 *
 * <p>MicroProfile Config can override each member: {@code outwork.worker.<topic>.lock-duration}
 * overrides {@link #lockDuration}, and so on. {@code outwork.worker.<topic>.enabled=false} disables
 * the worker.
 */
@Documented
@Stereotype
@Retention(RUNTIME)
@Target({TYPE, METHOD})
public @interface ExternalTaskSubscription {
  /** In milliseconds. */
  long DEFAULT_LOCK_DURATION = 60_000;

  int DEFAULT_MAX_TASKS = 10;

  /** Requests every variable. */
  String ALL = "*";

  /** The topic; the same as {@link #topicName}. */
  String value() default "";

  /** The topic; the same as {@link #value}. */
  String topicName() default "";

  /**
   * The lock duration in milliseconds; at least 1000. The lock is extended while the work
   * continues. So the duration determines how soon another node takes over after this one has died.
   */
  long lockDuration() default DEFAULT_LOCK_DURATION;

  /** Maximum number of tasks in progress at the same time on one node; from 1 to 1000. */
  int maxTasks() default DEFAULT_MAX_TASKS;

  /** Whether tasks of higher priority come first. */
  boolean usePriority() default true;

  /** Names of the variables to return. */
  String[] variables() default ALL;

  /** Whether only variables of the task's own scope are returned. */
  boolean localVariables() default false;

  /** Whether the element's {@code camunda:properties} are returned. */
  boolean includeExtensionProperties() default false;

  /** Only tasks of process instances with this business key, if not empty. */
  String businessKey() default "";

  /** Only tasks of these processes, if not empty. */
  String[] processDefinitionKeys() default {};

  /** Only tasks of definitions with this version tag, if not empty. */
  String processDefinitionVersionTag() default "";

  /** Only tasks of these tenants, if not empty. */
  String[] tenantIds() default {};

  /** Only tasks without tenant. */
  boolean withoutTenantId() default false;

  /**
   * The user on whose behalf the worker fetches, works and reports, if not empty: what it may do is
   * what the operator's grants say of this user.
   */
  String runAs() default "";

  /**
   * Whether the worker runs in a transaction of the container that also completes the task. If
   * false, the task is completed in a transaction of its own afterwards, and a worker whose node
   * dies in between is called again. Use false for long work that writes nothing in the server.
   */
  boolean transactional() default true;

  /** The total number of attempts; {@link RetryPolicy#attempts}. */
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
