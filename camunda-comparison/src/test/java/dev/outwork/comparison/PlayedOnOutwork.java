package dev.outwork.comparison;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.event.MessageCorrelation;
import dev.outwork.api.event.MessagePayload;
import dev.outwork.api.event.TenantMatch;
import dev.outwork.api.history.HistoricActivityInstanceFilter;
import dev.outwork.api.history.HistoricActivityInstanceSort;
import dev.outwork.api.history.HistoricVariableInstance;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.job.Job;
import dev.outwork.api.job.JobFilter;
import dev.outwork.api.job.JobSort;
import dev.outwork.api.task.TaskFilter;
import dev.outwork.api.task.TaskSort;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Outwork, on H2 in memory. */
final class PlayedOnOutwork implements Played {
  private static final int MANY_JOBS = 1000;

  private final TestEngine engine;
  private final TestWorker worker;
  private final boolean codeBecomesTopics;

  PlayedOnOutwork() {
    this(TestEngine.on(TestDatabase.H2), false);
  }

  /**
   * @param codeBecomesTopics whether what is deployed may have code
   */
  PlayedOnOutwork(TestEngine engine, boolean codeBecomesTopics) {
    this.engine = engine;
    this.worker = engine.worker("worker");
    this.codeBecomesTopics = codeBecomesTopics;
  }

  /** For what only one test asks. */
  TestEngine engine() {
    return engine;
  }

  @Override
  public void deploy(String document) {
    engine
        .repository()
        .createDeployment(
            DeploymentRequest.of("process.bpmn", document.getBytes(StandardCharsets.UTF_8))
                .withCodeBecomesTopics(codeBecomesTopics));
  }

  @Override
  public String start(String key, Map<String, ?> variables) {
    Map<String, Object> own = new HashMap<>(variables);
    own.replaceAll((name, value) -> value instanceof Typed typed ? typed.outwork() : value);
    return engine.start(key, own).id();
  }

  @Override
  public void complete(String topic, Map<String, ?> variables, Map<String, ?> localVariables) {
    String task = worker.fetchesOne(topic).task().id();
    engine.externalTasks().complete(task, worker.id(), typed(variables), typed(localVariables));
  }

  @Override
  public void raise(String topic, String errorCode, Map<String, ?> variables) {
    worker.raises(worker.fetchesOne(topic), errorCode, variables);
  }

  @Override
  public void completeTask(String taskDefinitionKey, Map<String, ?> variables) {
    var tasks =
        engine
            .tasks()
            .tasks(
                ListQuery.<TaskFilter, TaskSort>all()
                    .with(TaskFilter.TASK_DEFINITION_KEY, taskDefinitionKey));
    String id = Comparison.theOne(tasks, "user task of '%s'".formatted(taskDefinitionKey)).id();
    engine.tasks().complete(id, typed(variables));
  }

  @Override
  public void correlate(String message, Map<String, ?> variables) {
    engine
        .events()
        .correlate(MessageCorrelation.of(message).with(MessagePayload.variables(typed(variables))));
  }

  @Override
  public void signal(String name, Map<String, ?> variables) {
    engine.events().signalEventReceived(name, TenantMatch.ANY, typed(variables));
  }

  @Override
  public void setVariable(String processInstanceId, String name, Object value) {
    engine
        .runtime()
        .changeVariables(processInstanceId, Map.of(name, TypedValue.untyped(value)), List.of());
  }

  @Override
  public void runJobs() {
    for (int done = 0; done < MANY_JOBS; done++) {
      List<Job> jobs =
          engine
              .management()
              .jobs(ListQuery.<JobFilter, JobSort>all().with(JobFilter.ACTIVE, true).page(0, 1));
      if (jobs.isEmpty()) {
        return;
      }
      engine.management().executeJob(jobs.get(0).id());
    }
    throw new AssertionError("There are jobs without an end");
  }

  @Override
  public Course course(String processInstanceId) {
    String state = engine.history().processInstance(processInstanceId).orElseThrow().state();
    List<String> activities =
        engine
            .history()
            .activityInstances(
                ListQuery.<HistoricActivityInstanceFilter, HistoricActivityInstanceSort>all()
                    .with(HistoricActivityInstanceFilter.PROCESS_INSTANCE_ID, processInstanceId))
            .stream()
            .map(a -> Course.activity(a.activityId(), a.endTime() != null, a.canceled()))
            .sorted()
            .toList();
    Map<String, String> variables =
        engine
            .history()
            .variableInstances(
                ListQuery.<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>all()
                    .with(
                        HistoricVariableInstanceFilter.ACTIVITY_INSTANCE_ID_IN,
                        List.of(processInstanceId)))
            .stream()
            .collect(
                Collectors.toMap(
                    HistoricVariableInstance::name, v -> String.valueOf(v.value().value())));
    return new Course(state, activities, variables);
  }

  private static Map<String, TypedValue> typed(Map<String, ?> variables) {
    Map<String, TypedValue> typed = new LinkedHashMap<>();
    variables.forEach(
        (name, value) ->
            typed.put(
                name, value instanceof Typed both ? both.outwork() : TypedValue.untyped(value)));
    return typed;
  }
}
