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
 * Delivers events to process instances, and starts the processes that begin with them. Suspended
 * instances receive nothing. Each call runs in one transaction.
 */
public interface EventService {
  /**
   * Correlates a message with its receivers (docs/rest-api.md, "Messages").
   *
   * @return the receivers, in no particular order; exactly one unless all receivers were requested
   * @throws MismatchingMessageCorrelationException if one receiver is expected, and there is none
   *     or more than one; nothing has changed then
   */
  List<MessageCorrelationResult> correlate(MessageCorrelation message);

  /**
   * Delivers a message to one execution that has subscribed to it.
   *
   * @param variables set in the innermost scope that has a variable of that name, otherwise on the
   *     process instance
   * @throws NullValueException if the execution has not subscribed to the message
   * @throws SuspendedEntityInteractionException if its process instance is suspended
   */
  void messageEventReceived(
      String messageName, String executionId, Map<String, TypedValue> variables);

  /**
   * Broadcasts a signal to all its subscribers; it is no error if there are none.
   *
   * @param variables as for {@link #messageEventReceived}; new instances start with them
   */
  void signalEventReceived(
      String signalName, TenantMatch tenant, Map<String, TypedValue> variables);

  /**
   * Delivers a signal to one execution only.
   *
   * @param variables as for {@link #messageEventReceived}
   * @throws NullValueException if the execution has not subscribed to the signal
   * @throws SuspendedEntityInteractionException if its process instance is suspended
   */
  void signalEventReceived(
      String signalName, String executionId, Map<String, TypedValue> variables);

  /**
   * Completes a receive task, with or without a message.
   *
   * @param variables as for {@link #messageEventReceived}
   * @throws NullValueException if there is no such execution
   * @throws BadUserRequestException if the execution is at no receive task
   * @throws SuspendedEntityInteractionException if its process instance is suspended
   */
  void signal(String executionId, Map<String, TypedValue> variables);

  /**
   * Starts an instance for each conditional start event whose condition is true.
   *
   * @throws ProcessEngineException if no requested process has a conditional start event
   */
  List<ProcessInstance> evaluateStartConditions(ConditionEvaluation evaluation);

  /** Event subscriptions, those of start events included. */
  List<EventSubscription> eventSubscriptions(
      ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query);

  long countEventSubscriptions(ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query);
}
