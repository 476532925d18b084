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
 * What a journey has to open and close for the tokens of one instance. What it opens and closes
 * itself never reaches the database.
 */
public final class Orders {
  /** What ends with an activity, however it ends; a task is taken away by whoever completes it. */
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

  /** Decisions were evaluated; they are kept. */
  void evaluated(List<DecisionRecord> records) {
    decisions.addAll(records);
  }

  /** An activity has ended. */
  void ended(Activity activity) {
    close(activity, WATCHES);
  }

  /** An activity was taken away. */
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

  /** Some events can happen no more to an activity that stays under way. */
  void closeEvents(Activity activity, List<? extends CatchingNode> events) {
    // Rows of earlier versions stand under the event sub-process, not under its start event.
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

  /** The events that can happen no more, by the activity to which they could. */
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

  /** The activities of which something was kept in the database. */
  public Collection<String> closed(Wait wait) {
    return closed.getOrDefault(wait, List.of());
  }
}
