package dev.outwork.engine.token;

import dev.outwork.api.deployment.ProcessDefinition;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.engine.bpmn.CallActivity.Binding;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.Schedule;
import dev.outwork.engine.bpmn.Wait;
import dev.outwork.engine.deployment.DecisionModels.DeployedDecision;
import dev.outwork.engine.deployment.Models.ExecutableProcess;
import dev.outwork.engine.variable.ScopeLoader;
import dev.outwork.engine.variable.StoredVariable;
import dev.outwork.engine.variable.Variables;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The rows that a database would have after each transaction, in memory. */
final class MemoryRows implements Tree.Source, ScopeLoader {
  private final Map<String, ExecutableProcess> processes = new HashMap<>();
  private final Map<String, Instance> instances = new LinkedHashMap<>();
  private final Map<String, Map<String, Activity.Stored>> activities = new HashMap<>();
  private final Map<String, StoredVariable> variables = new LinkedHashMap<>();
  private final Map<String, String> entered = new TreeMap<>();
  private final List<String> canceled = new ArrayList<>();
  private final List<ExternalTaskOrder> externalTasks = new ArrayList<>();
  private final List<UserTaskOrder> userTasks = new ArrayList<>();
  private final List<SubscriptionOrder> subscriptions = new ArrayList<>();
  private final List<JobOrder> jobs = new ArrayList<>();
  private final Map<String, List<Compensable>> compensables = new HashMap<>();

  void deploy(ProcessModel model) {
    ProcessDefinition definition =
        new ProcessDefinition(
            model.key(),
            model.key(),
            null,
            null,
            null,
            1,
            "test.bpmn",
            "test",
            false,
            null,
            null,
            null,
            true);
    processes.put(model.key(), new ExecutableProcess(definition, model));
  }

  ExecutableProcess latest(String key) {
    return processes.get(key);
  }

  List<ExecutableProcess> processes() {
    return List.copyOf(processes.values());
  }

  @Override
  public Running load(String instanceId) {
    return running(instances.get(instanceId));
  }

  @Override
  public Optional<Running> calledBy(String activityInstanceId) {
    return instances.values().stream()
        .filter(instance -> activityInstanceId.equals(instance.superActivityId()))
        .findFirst()
        .map(this::running);
  }

  private Running running(Instance instance) {
    return new Running(
        instance,
        processes.get(instance.definitionKey()).model(),
        new Variables(this),
        false,
        Clock.systemUTC(),
        () -> List.copyOf(activities.getOrDefault(instance.id(), Map.of()).values()),
        () -> List.copyOf(compensables.getOrDefault(instance.id(), List.of())));
  }

  @Override
  public Running begin(Instance instance, ProcessModel model) {
    Variables nothing = new Variables(this);
    nothing.begin(instance.id());
    return new Running(instance, model, nothing, true, Clock.systemUTC(), List::of, List::of);
  }

  // The pure stage has no decisions.
  @Override
  public Optional<DeployedDecision> findDecision(
      Instance caller, Binding binding, String key, String version, String tenantId) {
    return Optional.empty();
  }

  @Override
  public Optional<ExecutableProcess> find(
      Instance caller, Binding binding, String key, String version, String tenantId) {
    return Optional.ofNullable(processes.get(key));
  }

  @Override
  public Optional<String> tenantOfDefinition(Instance instance) {
    return Optional.empty();
  }

  @Override
  public List<StoredVariable> load(Collection<String> scopeIds) {
    return variables.values().stream()
        .filter(variable -> scopeIds.contains(variable.scopeId()))
        .toList();
  }

  @Override
  public byte[] content(String variableId) {
    return (byte[]) variables.get(variableId).value().value();
  }

  /** Does what a commit does. */
  void keep(Tree tree) {
    tree.all().forEach(this::keep);
  }

  private void keep(Running running) {
    String id = running.instance().id();
    instances.put(id, running.instance());
    if (running.hasEnded()) {
      instances.remove(id);
    }
    Map<String, Activity.Stored> rest =
        activities.computeIfAbsent(id, any -> new LinkedHashMap<>());
    running.activities().known().forEach(activity -> keep(activity, rest));
    running
        .variables()
        .changes()
        .forEach(
            change ->
                variables.put(
                    change.id(),
                    new StoredVariable(
                        change.id(), change.scopeId(), change.name(), change.value())));
    running.variables().removed().forEach(variables::remove);
    keep(running.orders());
    List<Compensable> kept = compensables.computeIfAbsent(id, any -> new ArrayList<>());
    kept.removeIf(each -> running.compensables().removed().contains(each.id()));
    kept.addAll(running.compensables().added());
  }

  private void keep(Activity activity, Map<String, Activity.Stored> rest) {
    rest.remove(activity.id());
    if (activity.startedAt() != null) {
      entered.put(activity.id(), activity.node().id());
    }
    if (activity.isUnderWay()) {
      rest.put(
          activity.id(),
          new Activity.Stored(
              activity.id(),
              activity.node().id(),
              activity.parentId(),
              activity.phase(),
              activity.thrownBy(),
              activity.flowId()));
    } else if (activity.canceled() && activity.isIn(Activity.Phase.ENDED)) {
      canceled.add(activity.node().id());
    }
  }

  private void keep(Orders orders) {
    externalTasks.removeIf(
        order -> orders.closed(Wait.EXTERNAL_TASK).contains(order.activityInstanceId()));
    userTasks.removeIf(order -> orders.closed(Wait.USER_TASK).contains(order.activityInstanceId()));
    subscriptions.removeIf(
        order -> orders.closed(Wait.SUBSCRIPTION).contains(order.activityInstanceId()));
    jobs.removeIf(order -> orders.closed(Wait.JOB).contains(order.activityInstanceId()));
    orders
        .closedEvents()
        .forEach(
            (owner, events) -> {
              subscriptions.removeIf(
                  order ->
                      order.activityInstanceId().equals(owner)
                          && events.contains(order.activityId()));
              jobs.removeIf(
                  order ->
                      order.activityInstanceId().equals(owner)
                          && events.contains(order.activityId()));
            });
    externalTasks.addAll(orders.externalTasks());
    userTasks.addAll(orders.userTasks());
    subscriptions.addAll(orders.subscriptions());
    jobs.addAll(orders.jobs());
  }

  void taskIsDone(String activityInstanceId) {
    externalTasks.removeIf(order -> order.activityInstanceId().equals(activityInstanceId));
    userTasks.removeIf(order -> order.activityInstanceId().equals(activityInstanceId));
  }

  void jobIsDone(JobOrder job) {
    jobs.remove(job);
  }

  void repeat(JobOrder job, Schedule next) {
    jobs.add(
        new JobOrder(
            job.activityInstanceId(),
            job.activityId(),
            job.type(),
            next.dueAt(),
            next.repeat(),
            job.priority(),
            job.retryTimeCycle()));
  }

  List<ExternalTaskOrder> externalTasks() {
    return List.copyOf(externalTasks);
  }

  List<UserTaskOrder> userTasks() {
    return List.copyOf(userTasks);
  }

  List<JobOrder> jobs() {
    return List.copyOf(jobs);
  }

  List<SubscriptionOrder> subscriptions() {
    return List.copyOf(subscriptions);
  }

  List<SubscriptionOrder> subscriptions(SubscriptionOrder.Type type, String name) {
    return subscriptions.stream()
        .filter(each -> each.type() == type && each.eventName().equals(name))
        .toList();
  }

  boolean isOpen(SubscriptionOrder subscription) {
    return subscriptions.contains(subscription);
  }

  /** The variables visible through these scopes, innermost first. */
  Map<String, TypedValue> visible(List<String> scopeIds) {
    return new Variables(this).visibleFrom(scopeIds);
  }

  /** The instance that an activity belongs to, or that it is. */
  String instanceOf(String id) {
    return instances.containsKey(id) ? id : owner(rest -> rest.containsKey(id));
  }

  private String owner(Predicate<Map<String, Activity.Stored>> condition) {
    return activities.entrySet().stream()
        .filter(entry -> condition.test(entry.getValue()))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElseThrow();
  }

  /** Id of the first token at an element. */
  String tokenAt(String elementId) {
    return activities.values().stream()
        .flatMap(rest -> rest.values().stream())
        .filter(stored -> stored.elementId().equals(elementId))
        .map(Activity.Stored::id)
        .sorted()
        .findFirst()
        .orElseThrow(() -> new AssertionError("No token is at '%s'".formatted(elementId)));
  }

  ProcessModel model(String instanceId) {
    return processes.get(instances.get(instanceId).definitionKey()).model();
  }

  /** Whether an instance or activity is running. */
  boolean isRunning(String id) {
    return instances.containsKey(id)
        || activities.values().stream().anyMatch(rest -> rest.containsKey(id));
  }

  List<String> path() {
    return List.copyOf(entered.values());
  }

  List<String> waitsAt() {
    return activities.values().stream()
        .flatMap(rest -> rest.values().stream())
        .map(Activity.Stored::elementId)
        .sorted()
        .toList();
  }

  List<String> canceled() {
    return canceled.stream().sorted().toList();
  }
}
