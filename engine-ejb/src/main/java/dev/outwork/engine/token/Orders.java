package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.Wait;
import dev.outwork.engine.decision.DecisionRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The rows to create and remove for the tokens of one instance. Rows that a journey both creates
 * and removes never reach the database.
 */
public final class Orders {
  private final List<ExternalTaskOrder> externalTasks = new ArrayList<>();
  private final List<UserTaskOrder> userTasks = new ArrayList<>();
  private final List<SubscriptionOrder> subscriptions = new ArrayList<>();
  private final List<JobOrder> jobs = new ArrayList<>();
  private final List<SentSignal> signals = new ArrayList<>();
  private final List<DecisionRecord> decisions = new ArrayList<>();
  private final Map<String, Set<String>> closedEvents = new HashMap<>();
  private final Map<Wait, List<String>> closed = new EnumMap<>(Wait.class);

  void open(ExternalTaskOrder order) {
    externalTasks.add(order);
  }

  void open(UserTaskOrder order) {
    userTasks.add(order);
  }

  void open(SubscriptionOrder order) {
    subscriptions.add(order);
  }

  void open(JobOrder order) {
    jobs.add(order);
  }

  void send(SentSignal signal) {
    signals.add(signal);
  }

  /** Records evaluated decisions. */
  void evaluated(List<DecisionRecord> records) {
    decisions.addAll(records);
  }

  /**
   * Removes the rows of an activity.
   *
   * @param hasRows whether an earlier transaction may have created them
   */
  void close(Wait wait, String activityInstanceId, boolean hasRows) {
    forget(wait, activityInstanceId);
    if (hasRows) {
      closed.computeIfAbsent(wait, any -> new ArrayList<>()).add(activityInstanceId);
    }
  }

  /** Removes the rows of these events of an activity that keeps running. */
  void closeEvents(String activityInstanceId, Set<String> eventIds, boolean haveRows) {
    subscriptions.removeIf(
        order ->
            order.activityInstanceId().equals(activityInstanceId)
                && eventIds.contains(order.activityId()));
    jobs.removeIf(
        order ->
            order.activityInstanceId().equals(activityInstanceId)
                && eventIds.contains(order.activityId()));
    if (haveRows) {
      closedEvents.put(activityInstanceId, eventIds);
    }
  }

  /** The events that can no longer occur, by activity. */
  public Map<String, Set<String>> closedEvents() {
    return closedEvents;
  }

  private void forget(Wait wait, String id) {
    switch (wait) {
      case EXTERNAL_TASK -> externalTasks.removeIf(order -> order.activityInstanceId().equals(id));
      case USER_TASK -> userTasks.removeIf(order -> order.activityInstanceId().equals(id));
      case SUBSCRIPTION -> subscriptions.removeIf(order -> order.activityInstanceId().equals(id));
      case JOB -> jobs.removeIf(order -> order.activityInstanceId().equals(id));
    }
  }

  public List<ExternalTaskOrder> externalTasks() {
    return externalTasks;
  }

  public List<UserTaskOrder> userTasks() {
    return userTasks;
  }

  public List<SubscriptionOrder> subscriptions() {
    return subscriptions;
  }

  public List<JobOrder> jobs() {
    return jobs;
  }

  public List<SentSignal> signals() {
    return signals;
  }

  public List<DecisionRecord> decisions() {
    return decisions;
  }

  /** The activities that have rows in the database to remove. */
  public Collection<String> closed(Wait wait) {
    return closed.getOrDefault(wait, List.of());
  }
}
