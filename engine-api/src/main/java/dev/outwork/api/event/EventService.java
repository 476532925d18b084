package dev.outwork.api.event;

import dev.outwork.api.BadUserRequestException;
import dev.outwork.api.ListQuery;
import dev.outwork.api.NullValueException;
import dev.outwork.api.ProcessEngineException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import java.util.List;
import java.util.Map;

/**
 * Tells process instances what has happened, and starts those that begin with it. What stands
 * suspended hears nothing. Each call moves all that it reaches in one transaction.
 */
public interface EventService {
  /**
   * Brings a message to whom it is meant for (docs/rest-api.md, "Messages").
   *
   * @return who got it, in no particular order; exactly one unless all were asked for
   * @throws MismatchingMessageCorrelationException if it is meant for one, and nobody or several
   *     would get it; nothing has happened then
   */
  List<MessageCorrelationResult> correlate(MessageCorrelation message);

  /**
   * Brings a message to one execution that listens for it.
   *
   * @param variables set where each name is found first, going outwards from the execution, else on
   *     the process instance
   * @throws NullValueException if the execution does not listen for it
   * @throws SuspendedEntityInteractionException if its process instance is suspended
   */
  void messageEventReceived(
      String messageName, String executionId, Map<String, TypedValue> variables);

  /**
   * Sends a signal to everybody who listens for it: a receiver more or less is no fault.
   *
   * @param variables as for {@link #messageEventReceived}; a new instance starts with them
   */
  void signalEventReceived(
      String signalName, TenantMatch tenant, Map<String, TypedValue> variables);

  /**
   * Brings a signal to one execution alone.
   *
   * @param variables as for {@link #messageEventReceived}
   * @throws NullValueException if the execution does not listen for it
   * @throws SuspendedEntityInteractionException if its process instance is suspended
   */
  void signalEventReceived(
      String signalName, String executionId, Map<String, TypedValue> variables);

  /**
   * Lets a receive task go on, whether or not it has a message.
   *
   * @param variables as for {@link #messageEventReceived}
   * @throws NullValueException if there is no such execution
   * @throws BadUserRequestException if the execution is at no receive task
   * @throws SuspendedEntityInteractionException if its process instance is suspended
   */
  void signal(String executionId, Map<String, TypedValue> variables);

  /**
   * Starts an instance with each conditional start event whose condition is true of the variables.
   *
   * @throws ProcessEngineException if no process that was asked for begins with a condition
   */
  List<ProcessInstance> evaluateStartConditions(ConditionEvaluation evaluation);

  /** Who listens for what, start events included. */
  List<EventSubscription> eventSubscriptions(
      ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query);

  long countEventSubscriptions(ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query);
}
