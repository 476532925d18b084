package dev.outwork.comparison;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.externaltask.LockedExternalTask;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.spin.plugin.impl.SpinProcessEnginePlugin;

/** Camunda 7, in memory. */
final class PlayedOnCamunda implements Played {
  private static final int MANY_JOBS = 1000;
  private static final long LOCK_MILLIS = 60_000;

  private final ProcessEngine engine;

  PlayedOnCamunda() {
    StandaloneInMemProcessEngineConfiguration configuration =
        new StandaloneInMemProcessEngineConfiguration();
    String name = "comparison-" + UUID.randomUUID();
    configuration.setProcessEngineName(name);
    configuration.setJdbcUrl("jdbc:h2:mem:" + name + ";DB_CLOSE_DELAY=-1");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setHistory("full");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setMetricsEnabled(false);
    configuration.setJobExecutorActivate(false);
    configuration.setBeans(Delegates.beans());
    configuration.getProcessEnginePlugins().add(new SpinProcessEnginePlugin());
    engine = configuration.buildProcessEngine();
  }

  /** For what only one test asks. */
  ProcessEngine engine() {
    return engine;
  }

  @Override
  public void deploy(String document) {
    engine.getRepositoryService().createDeployment().addString("process.bpmn", document).deploy();
  }

  @Override
  public String start(String key, Map<String, ?> variables) {
    return engine.getRuntimeService().startProcessInstanceByKey(key, own(variables)).getId();
  }

  @Override
  public void complete(String topic, Map<String, ?> variables, Map<String, ?> localVariables) {
    engine
        .getExternalTaskService()
        .complete(fetchOne(topic), "worker", own(variables), own(localVariables));
  }

  @Override
  public void raise(String topic, String errorCode, Map<String, ?> variables) {
    engine
        .getExternalTaskService()
        .handleBpmnError(fetchOne(topic), "worker", errorCode, "no good", own(variables));
  }

  private String fetchOne(String topic) {
    List<LockedExternalTask> tasks =
        engine
            .getExternalTaskService()
            .fetchAndLock(2, "worker")
            .topic(topic, LOCK_MILLIS)
            .execute();
    return Comparison.theOne(tasks, "external task of topic '%s'".formatted(topic)).getId();
  }

  @Override
  public void completeTask(String taskDefinitionKey, Map<String, ?> variables) {
    var tasks =
        engine.getTaskService().createTaskQuery().taskDefinitionKey(taskDefinitionKey).list();
    String id = Comparison.theOne(tasks, "user task of '%s'".formatted(taskDefinitionKey)).getId();
    engine.getTaskService().complete(id, own(variables));
  }

  @Override
  public void correlate(String message, Map<String, ?> variables) {
    engine
        .getRuntimeService()
        .createMessageCorrelation(message)
        .setVariables(own(variables))
        .correlate();
  }

  @Override
  public void signal(String name, Map<String, ?> variables) {
    engine.getRuntimeService().createSignalEvent(name).setVariables(own(variables)).send();
  }

  @Override
  public void setVariable(String processInstanceId, String name, Object value) {
    engine.getRuntimeService().setVariable(processInstanceId, name, value);
  }

  @Override
  public void runJobs() {
    for (int done = 0; done < MANY_JOBS; done++) {
      List<Job> jobs = engine.getManagementService().createJobQuery().active().listPage(0, 1);
      if (jobs.isEmpty()) {
        return;
      }
      engine.getManagementService().executeJob(jobs.get(0).getId());
    }
    throw new AssertionError("There are jobs without an end");
  }

  @Override
  public Course course(String processInstanceId) {
    String state =
        engine
            .getHistoryService()
            .createHistoricProcessInstanceQuery()
            .processInstanceId(processInstanceId)
            .singleResult()
            .getState();
    List<String> activities =
        engine
            .getHistoryService()
            .createHistoricActivityInstanceQuery()
            .processInstanceId(processInstanceId)
            .list()
            .stream()
            .map(a -> Course.activity(a.getActivityId(), a.getEndTime() != null, a.isCanceled()))
            .sorted()
            .toList();
    Map<String, String> variables =
        engine
            .getHistoryService()
            .createHistoricVariableInstanceQuery()
            .activityInstanceIdIn(processInstanceId)
            .list()
            .stream()
            .collect(
                Collectors.toMap(
                    HistoricVariableInstance::getName, v -> String.valueOf(v.getValue())));
    return new Course(state, activities, variables);
  }

  private static Map<String, Object> own(Map<String, ?> variables) {
    Map<String, Object> own = new HashMap<>(variables);
    own.replaceAll((name, value) -> value instanceof Typed typed ? typed.camunda() : value);
    return own;
  }
}
