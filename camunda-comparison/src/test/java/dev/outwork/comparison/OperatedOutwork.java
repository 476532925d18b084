package dev.outwork.comparison;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.Resource;
import dev.outwork.api.event.EventSubscription;
import dev.outwork.api.event.EventSubscriptionFilter;
import dev.outwork.api.event.EventSubscriptionSort;
import dev.outwork.api.externaltask.ExternalTask;
import dev.outwork.api.externaltask.ExternalTaskFilter;
import dev.outwork.api.externaltask.ExternalTaskSort;
import dev.outwork.api.instance.ActivityInstance;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.api.instance.ModificationInstruction.Type;
import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.instance.ProcessInstanceFilter;
import dev.outwork.api.instance.ProcessInstanceSort;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.task.Task;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.testkit.TestEngine;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Outwork in the hands of its operators. */
final class OperatedOutwork implements Operated {
  private final TestEngine engine;

  OperatedOutwork(TestEngine engine) {
    this.engine = engine;
  }

  @Override
  public void deploy(String document, String tenantId) {
    engine
        .repository()
        .createDeployment(
            new DeploymentRequest(
                null,
                null,
                tenantId,
                false,
                false,
                List.of(new Resource("process.bpmn", document.getBytes(StandardCharsets.UTF_8)))));
  }

  @Override
  public String start(String key, String tenantId) {
    return engine
        .runtime()
        .startProcessInstanceByKey(key, tenantId, null, Map.of(), List.of())
        .orElseThrow()
        .id();
  }

  @Override
  public String startAt(String key, List<Step> steps) {
    return engine
        .runtime()
        .startProcessInstanceByKey(
            key, null, null, Map.of(), steps.stream().map(step -> of(step, null)).toList())
        .orElseThrow()
        .id();
  }

  @Override
  public void modify(String processInstanceId, List<Step> steps) {
    engine
        .runtime()
        .modifyProcessInstance(
            processInstanceId,
            steps.stream().map(step -> of(step, processInstanceId)).toList(),
            false);
  }

  private ModificationInstruction of(Step step, String processInstanceId) {
    String ancestor = step.ancestor() == null ? null : firstId(processInstanceId, step.ancestor());
    return switch (step.kind()) {
      case BEFORE -> of(Type.START_BEFORE_ACTIVITY, step.what(), null, null, ancestor);
      case AFTER -> of(Type.START_AFTER_ACTIVITY, step.what(), null, null, ancestor);
      case TRANSITION -> of(Type.START_TRANSITION, null, step.what(), null, null);
      case CANCEL_ALL -> of(Type.CANCEL, step.what(), null, null, null);
      case CANCEL_ONE -> of(Type.CANCEL, null, null, firstId(processInstanceId, step.what()), null);
    };
  }

  private static ModificationInstruction of(
      Type type, String activity, String transition, String instance, String ancestor) {
    return new ModificationInstruction(
        type, activity, transition, instance, null, ancestor, Map.of(), Map.of());
  }

  private String firstId(String processInstanceId, String activityId) {
    if (activityId.equals(Step.INSTANCE)) {
      return processInstanceId;
    }
    return withAllInside(engine.runtime().activityInstances(processInstanceId))
        .filter(activity -> activity.activityId().equals(activityId))
        .min(Comparator.comparing(this::loopCounter))
        .orElseThrow()
        .id();
  }

  private int loopCounter(ActivityInstance activity) {
    return engine
        .runtime()
        .variable(activity.executionIds().get(0), "loopCounter")
        .map(counter -> ((Number) counter.value()).intValue())
        .orElse(0);
  }

  private static Stream<ActivityInstance> withAllInside(ActivityInstance activity) {
    return Stream.concat(
        Stream.of(activity),
        activity.childActivityInstances().stream().flatMap(OperatedOutwork::withAllInside));
  }

  @Override
  public void setSuspended(String processInstanceId, boolean suspended) {
    engine.runtime().setProcessInstanceSuspended(processInstanceId, suspended);
  }

  @Override
  public String tree(String processInstanceId) {
    return engine.runtime().processInstance(processInstanceId).isEmpty()
        ? ""
        : inside(engine.runtime().activityInstances(processInstanceId));
  }

  private static String inside(ActivityInstance activity) {
    return activity.childActivityInstances().stream()
        .map(child -> child.activityId() + "(" + inside(child) + ")")
        .sorted()
        .collect(Collectors.joining(" "))
        .replace("()", "");
  }

  @Override
  public List<OpenTask> openTasks(String processInstanceId) {
    return tasks(processInstanceId).stream()
        .map(task -> new OpenTask(task.id(), task.taskDefinitionKey(), seenBy(task)))
        .toList();
  }

  private List<Task> tasks(String processInstanceId) {
    return engine
        .tasks()
        .tasks(
            ListQuery.<TaskFilter, TaskSort>all()
                .with(TaskFilter.PROCESS_INSTANCE_ID, processInstanceId));
  }

  private Map<String, String> seenBy(Task task) {
    Map<String, String> seen = new TreeMap<>();
    engine
        .runtime()
        .variables(task.executionId())
        .forEach((name, value) -> seen.put(name, String.valueOf(value.value())));
    return seen;
  }

  @Override
  public void completeTask(String taskId) {
    engine.tasks().complete(taskId, Map.of());
  }

  @Override
  public String calledBy(String processInstanceId) {
    List<ProcessInstance> called =
        engine
            .runtime()
            .processInstances(
                ListQuery.<ProcessInstanceFilter, ProcessInstanceSort>all()
                    .with(ProcessInstanceFilter.SUPER_PROCESS_INSTANCE, processInstanceId));
    return Comparison.theOne(called, "called instance").id();
  }

  @Override
  public String stand(String processInstanceId) {
    String state = engine.history().processInstance(processInstanceId).orElseThrow().state();
    return "%s %s, open: %s, jobs: %s"
        .formatted(
            state.endsWith("TERMINATED") ? "TERMINATED" : state,
            tree(processInstanceId),
            externalTasks(processInstanceId).stream().filter(task -> !task.suspended()).count(),
            jobs(processInstanceId).stream()
                .map(job -> job.suspended() ? "suspended" : "active")
                .toList());
  }

  private List<ExternalTask> externalTasks(String processInstanceId) {
    return engine
        .externalTasks()
        .externalTasks(
            ListQuery.<ExternalTaskFilter, ExternalTaskSort>all()
                .with(ExternalTaskFilter.PROCESS_INSTANCE_ID, processInstanceId));
  }

  private List<Job> jobs(String processInstanceId) {
    return engine
        .management()
        .jobs(
            ListQuery.<JobFilter, JobSort>all()
                .with(JobFilter.PROCESS_INSTANCE_ID, processInstanceId));
  }

  @Override
  public List<String> tenants(String processInstanceId) {
    return Stream.of(
            engine.runtime().processInstance(processInstanceId).stream()
                .map(ProcessInstance::tenantId),
            externalTasks(processInstanceId).stream().map(ExternalTask::tenantId),
            tasks(processInstanceId).stream().map(Task::tenantId),
            jobs(processInstanceId).stream().map(Job::tenantId),
            engine
                .events()
                .eventSubscriptions(
                    ListQuery.<EventSubscriptionFilter, EventSubscriptionSort>all()
                        .with(EventSubscriptionFilter.PROCESS_INSTANCE_ID, processInstanceId))
                .stream()
                .map(EventSubscription::tenantId))
        .flatMap(tenants -> tenants)
        .map(String::valueOf)
        .toList();
  }
}
