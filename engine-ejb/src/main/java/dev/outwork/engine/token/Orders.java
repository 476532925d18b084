package dev.outwork.engine.token;

import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.Wait;
import dev.outwork.engine.decision.DecisionRecord;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rows to create and remove for the tokens of one instance. Rows that a journey both creates
 * and removes never reach the database.
 */
public final class Orders {
  /**
   * The rows that end with an activity in every case; a completed task is deleted by its
   * completion.
   */
  private static final Set<Wait> WATCHES = Set.of(Wait.SUBSCRIPTION, Wait.JOB);

  private final Running running;
  private final List<WorkOrder> externalTasks = new ArrayList<>();
  private final List<UserTaskOrder> userTasks = new ArrayList<>();
  private final List<Subscription> subscriptions = new ArrayList<>();
  private final List<JobOrder> jobs = new ArrayList<>();
  private final List<SentSignal> signals = new ArrayList<>();
  private final List<DecisionRecord> decisions = new ArrayList<>();
  private final Map<String, Set<String>> closedEvents = new HashMap<>();
  private final Map<Wait, List<String>> closed = new EnumMap<>(Wait.class);

  Orders(Running running) {
    this.running = running;
  }

  void open(WorkOrder order) {
    externalTasks.add(order);
  }

  void open(UserTaskOrder order) {
    userTasks.add(order);
  }

  void open(Subscription order) {
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

  /** An activity has ended. */
  void ended(Activity activity) {
    close(activity, WATCHES);
  }

  /** An activity was cancelled. */
  void cancelled(Activity activity) {
    close(activity, Set.of(Wait.values()));
  }

  private void close(Activity activity, Set<Wait> which) {
    for (Wait wait : running.model().waitsOf(activity.node().id())) {
      if (which.contains(wait)) {
        forget(wait, activity.id());
        if (activity.isStored() && !(activity.isRoot() && running.isNew())) {
          closed.computeIfAbsent(wait, any -> new ArrayList<>()).add(activity.id());
        }
      }
    }
  }

  /** Some events of an activity that keeps running can no longer occur. */
  void closeEvents(Activity activity, List<? extends CatchingNode> events) {
    // Rows of earlier versions refer to the event sub-process instead of its start event.
    Set<String> ids =
        events.stream()
            .flatMap(event -> Stream.of(event.eventId(), event.id()))
            .collect(Collectors.toSet());
    subscriptions.removeIf(
        order ->
            order.activityInstanceId().equals(activity.id()) && ids.contains(order.activityId()));
    jobs.removeIf(
        order ->
            order.activityInstanceId().equals(activity.id()) && ids.contains(order.activityId()));
    boolean areKept = events.stream().anyMatch(event -> !event.trigger().waits().isEmpty());
    if (areKept && activity.isStored() && !(activity.isRoot() && running.isNew())) {
      closedEvents.put(activity.id(), ids);
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

  public List<WorkOrder> externalTasks() {
    return externalTasks;
  }

  public List<UserTaskOrder> userTasks() {
    return userTasks;
  }

  public List<Subscription> subscriptions() {
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
