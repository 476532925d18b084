package dev.outwork.engine.event;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.database.Writes;
import dev.outwork.engine.inject.Collaborator;
import dev.outwork.engine.instance.EventSubscriptions;
import dev.outwork.engine.instance.InstanceDeletion.InstancesDeleted;
import dev.outwork.engine.token.Compensable;
import dev.outwork.engine.token.Instance;
import dev.outwork.engine.token.SentSignal;
import dev.outwork.engine.token.SubscriptionOrder;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Collection;
import java.util.List;

/** Creates and removes subscriptions with the activities that wait for events. */
@Collaborator
public class SubscriptionKeeper implements EventSubscriptions {
  private final SubscriptionStore subscriptions;
  private final Broadcast broadcast;

  @Inject
  SubscriptionKeeper(SubscriptionStore subscriptions, Broadcast broadcast) {
    this.subscriptions = subscriptions;
    this.broadcast = broadcast;
  }

  @Override
  public void open(Instance instance, List<SubscriptionOrder> orders, Instant now, Writes writes) {
    orders.forEach(order -> check(instance, order));
    subscriptions.insert(
        orders.stream().map(order -> SubscriptionRow.of(instance, order, now)).toList());
  }

  private static void check(Instance instance, SubscriptionOrder order) {
    if (order.eventName() == null) {
      return;
    }
    EventNames.problemOf(order.eventName())
        .ifPresent(
            problem -> {
              throw new ProcessEngineException(
                  "Cannot subscribe at '%s' in process '%s': the name of its event is not valid: %s"
                      .formatted(order.activityId(), instance.definitionKey(), problem));
            });
  }

  // The subscriptions of the instance itself end with the instance, and all others do then.
  @Override
  public void close(
      Instance instance, Collection<String> activityInstanceIds, Instant now, Writes writes) {
    if (activityInstanceIds.contains(instance.id())) {
      subscriptions.deleteOfInstances(List.of(instance.id()));
      return;
    }
    subscriptions.close(activityInstanceIds);
  }

  @Override
  public void closeEvents(
      Instance instance, String activityInstanceId, Collection<String> activityIds, Instant now) {
    subscriptions.closeEvents(activityInstanceId, activityIds);
  }

  /** Nothing to do: queries for receivers check the state of the instance. */
  @Override
  public void setSuspended(List<String> processInstanceIds, boolean suspended, Instant now) {}

  @Override
  public List<Compensable> compensables(String processInstanceId) {
    return subscriptions.compensables(processInstanceId);
  }

  @Override
  public void keep(Instance instance, List<Compensable> compensables) {
    subscriptions.insert(
        compensables.stream().map(one -> SubscriptionRow.of(instance, one)).toList());
  }

  @Override
  public void forget(Collection<String> compensableIds) {
    subscriptions.delete(compensableIds);
  }

  @Override
  public void broadcast(Instance thrower, List<SentSignal> signals) {
    signals.forEach(signal -> broadcast.send(thrower, signal));
  }

  void instancesAreDeleted(@Observes InstancesDeleted deletion) {
    subscriptions.deleteOfInstances(deletion.processInstanceIds());
  }
}
