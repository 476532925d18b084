package dev.outwork.engine.event;

import static dev.outwork.api.NullValueException.ensureNotNull;

import dev.outwork.api.ListQuery;
import dev.outwork.api.NullValueException;
import dev.outwork.api.SuspendedEntityInteractionException;
import dev.outwork.api.event.ConditionEvaluation;
import dev.outwork.api.event.EventService;
import dev.outwork.api.event.EventSubscription;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessageCorrelationResult;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.database.Listing;
import dev.outwork.engine.database.TellsOutages;
import dev.outwork.engine.right.Grants;
import dev.outwork.engine.right.ProcessRights;
import dev.outwork.engine.right.Verb;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.SubscriptionOrder.Type;
import jakarta.ejb.Local;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Map;

/** The boundary of events. */
@Stateless
@TellsOutages
@Local(EventService.class)
public class Events implements EventService {
  @PersistenceContext(unitName = "outwork")
  private EntityManager entityManager;

  @Inject private Grants grants;
  @Inject private Correlation correlation;
  @Inject private SignalDelivery signals;
  @Inject private StartConditions conditions;
  @Inject private ReceiveTasks receiveTasks;
  @Inject private ReceiverStore receivers;
  @Inject private Delivery delivery;

  @Override
  public List<MessageCorrelationResult> correlate(MessageCorrelation message) {
    ProcessRights rights = rights();
    ensureNotNull("messageName", message.messageName());
    return correlation.correlate(message, rights, entityManager);
  }

  @Override
  public void messageEventReceived(
      String messageName, String executionId, Map<String, TypedValue> variables) {
    ProcessRights rights = rights();
    ensureNotNull("messageName", messageName);
    ensureNotNull("executionId", executionId);
    toExecution(
        executionId,
        rights,
        Type.MESSAGE,
        messageName,
        variables,
        "Execution with id '%s' does not have a subscription to a message event with name '%s': eventSubscriptions is empty");
  }

  @Override
  public void signalEventReceived(
      String signalName, TenantMatch tenant, Map<String, TypedValue> variables) {
    ProcessRights rights = rights();
    signals.toAll(ensureNotNull("signalName", signalName), tenant, variables, rights);
  }

  @Override
  public void signalEventReceived(
      String signalName, String executionId, Map<String, TypedValue> variables) {
    ProcessRights rights = rights();
    ensureNotNull("signalName", signalName);
    ensureNotNull("executionId", executionId);
    toExecution(
        executionId,
        rights,
        Type.SIGNAL,
        signalName,
        variables,
        "Execution '%s' has not subscribed to a signal event with name '%s'");
  }

  @Override
  public void signal(String executionId, Map<String, TypedValue> variables) {
    ProcessRights rights = rights();
    receiveTasks.signal(ensureNotNull("executionId", executionId), variables, rights);
  }

  @Override
  public List<ProcessInstance> evaluateStartConditions(ConditionEvaluation evaluation) {
    return conditions.evaluate(evaluation, rights());
  }

  @Override
  public List<EventSubscription> eventSubscriptions(
      ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query) {
    return list(query, rights()).list(EventSubscriptionEntity::toEventSubscription);
  }

  @Override
  public long countEventSubscriptions(
      ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query) {
    return list(query, rights()).count();
  }

  private Listing<EventSubscriptionEntity, EventSubscriptionFilter, EventSubscriptionSort> list(
      ListQuery<EventSubscriptionFilter, EventSubscriptionSort> query, ProcessRights rights) {
    return new EventSubscriptionList(entityManager, query)
        .seenBy(where -> rights.see(where, "definitionKey"));
  }

  private ProcessRights rights() {
    return new ProcessRights(grants.ofCaller());
  }

  private void toExecution(
      String executionId,
      ProcessRights rights,
      Type type,
      String name,
      Map<String, TypedValue> variables,
      String refusal) {
    Receiver receiver = listening(executionId, rights, type, name, refusal);
    Instance instance =
        delivery
            .hold(receiver)
            .orElseThrow(() -> new NullValueException(refusal.formatted(executionId, name)));
    if (instance.suspended()) {
      throw new SuspendedEntityInteractionException("Execution", executionId);
    }
    // Another transaction may have been faster.
    delivery.happen(
        instance,
        listening(executionId, rights, type, name, refusal),
        MessagePayload.variables(variables));
  }

  private Receiver listening(
      String executionId, ProcessRights rights, Type type, String name, String refusal) {
    return receivers.ofExecution(executionId, type, name).stream()
        .filter(receiver -> rights.permit(Verb.OPERATE, receiver.definitionKey()))
        .findFirst()
        .orElseThrow(() -> new NullValueException(refusal.formatted(executionId, name)));
  }
}
