package dev.outwork.mover;

import dev.outwork.mover.source.SourceAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.Variables.SerializationDataFormats;

/** A database of Camunda 7.24 that Camunda itself has filled. */
final class FilledSource implements AutoCloseable {
  private static final long LOCK_MILLIS = 600_000;

  private static final String CASE =
      """
      <definitions xmlns="http://www.omg.org/spec/CMMN/20151109/MODEL" targetNamespace="t">
        <case id="claim">
          <casePlanModel id="plan">
            <planItem id="look" definitionRef="lookTask"/>
            <planItem id="approval" definitionRef="approvalTask"/>
            <humanTask id="lookTask"/>
            <processTask id="approvalTask" processRef="people"/>
          </casePlanModel>
        </case>
      </definitions>
      """;

  private static final String DECISION =
      """
      <definitions xmlns="https://www.omg.org/spec/DMN/20191111/MODEL/" id="%1$s-drd" name="%1$s" namespace="t">
        <decision id="%1$s" name="%1$s">
          <decisionTable id="%1$s-table">
            <input id="%1$s-in"><inputExpression id="%1$s-ie" expressionLanguage="%2$s"><text>amount</text></inputExpression></input>
            <output id="%1$s-out" name="out"/>
            <rule id="%1$s-rule">
              <inputEntry id="%1$s-e"><text></text></inputEntry>
              <outputEntry id="%1$s-o"><text>1</text></outputEntry>
            </rule>
          </decisionTable>
        </decision>
      </definitions>
      """;

  private final ProcessEngine engine;
  private final SourceAddress address;

  FilledSource(SourceAddress address) {
    this.address = address;
    StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
    configuration.setProcessEngineName("source-" + System.identityHashCode(this));
    configuration.setJdbcUrl(address.url());
    configuration.setJdbcUsername(address.user());
    configuration.setJdbcPassword(address.password());
    configuration.setJdbcDriver(
        address.url().startsWith("jdbc:h2:") ? "org.h2.Driver" : "org.postgresql.Driver");
    configuration.setDatabaseSchemaUpdate("true");
    configuration.setEnforceHistoryTimeToLive(false);
    configuration.setMetricsEnabled(false);
    configuration.setJobExecutorActivate(false);
    engine = configuration.buildProcessEngine();
  }

  ProcessEngine engine() {
    return engine;
  }

  SourceAddress address() {
    return address;
  }

  /** Deploys all models, twice for one of them, and starts instances in each state. */
  FilledSource fill() {
    deploy();
    work();
    people();
    events();
    engine.getRuntimeService().startProcessInstanceByKey("code");
    failed(engine.getRuntimeService().startProcessInstanceByKey("code"));
    engine.getRuntimeService().startProcessInstanceByKey("caller");
    engine.getRuntimeService().startProcessInstanceByKey("several");
    complete("pack", engine.getRuntimeService().startProcessInstanceByKey("several"));
    completeOne("pack");
    moved("sign", engine.getRuntimeService().startProcessInstanceByKey("refused"));
    engine.getRuntimeService().startProcessInstanceByKey("refused");
    engine.getRuntimeService().startProcessInstanceByKey("callsRefused");
    moved("bookTrip", engine.getRuntimeService().startProcessInstanceByKey("undone"));
    engine.getRuntimeService().startProcessInstanceByKey("choice");
    moved("first", engine.getRuntimeService().startProcessInstanceByKey("inclusive"));
    complete("left", engine.getRuntimeService().startProcessInstanceByKey("nested"));
    others();
    return this;
  }

  private void deploy() {
    DeploymentBuilder deployment = engine.getRepositoryService().createDeployment();
    SourceModels.all().forEach(model -> deployment.addModelInstance(keyOf(model) + ".bpmn", model));
    deployment.addString("claim.cmmn", CASE);
    deployment.addString("feel.dmn", DECISION.formatted("feel", "feel"));
    deployment.addString("script.dmn", DECISION.formatted("script", "juel"));
    deployment.deploy();
    engine
        .getRepositoryService()
        .createDeployment()
        .tenantId("acme")
        .addModelInstance("people.bpmn", SourceModels.people())
        .deploy();
  }

  private static String keyOf(org.camunda.bpm.model.bpmn.BpmnModelInstance model) {
    return model
        .getModelElementsByType(org.camunda.bpm.model.bpmn.instance.Process.class)
        .iterator()
        .next()
        .getId();
  }

  // One instance waits, one is locked, one has failed; and a new version has one more.
  private void work() {
    engine.getRuntimeService().startProcessInstanceByKey("work");
    engine.getRuntimeService().startProcessInstanceByKey("work");
    engine.getRuntimeService().startProcessInstanceByKey("work");
    var tasks =
        engine
            .getExternalTaskService()
            .fetchAndLock(2, "worker")
            .topic(SourceModels.MARKUP, LOCK_MILLIS)
            .execute();
    engine.getExternalTaskService().handleFailure(tasks.get(0).getId(), "worker", "broken", 0, 0);
    engine
        .getRepositoryService()
        .createDeployment()
        .addModelInstance("work.bpmn", SourceModels.work())
        .deploy();
    engine.getRuntimeService().startProcessInstanceByKey("work");
  }

  private void people() {
    List<String> names = new ArrayList<>(List.of("a", "b"));
    Map<String, Object> java =
        Variables.createVariables()
            .putValue("plain", "text")
            .putValue(
                "names",
                Variables.objectValue(names)
                    .serializationDataFormat(SerializationDataFormats.JAVA)
                    .create());
    String definition =
        engine
            .getRepositoryService()
            .createProcessDefinitionQuery()
            .processDefinitionKey("people")
            .withoutTenantId()
            .singleResult()
            .getId();
    engine.getRuntimeService().startProcessInstanceById(definition, java);
    String suspended = engine.getRuntimeService().startProcessInstanceById(definition).getId();
    engine.getRuntimeService().suspendProcessInstanceById(suspended);
    engine
        .getRuntimeService()
        .createProcessInstanceByKey("people")
        .processDefinitionTenantId("acme")
        .execute();
  }

  private void events() {
    Map<String, Object> amount = Map.of("amount", 1);
    engine.getRuntimeService().startProcessInstanceByKey("events", amount);
    ProcessInstance other = engine.getRuntimeService().startProcessInstanceByKey("events", amount);
    engine
        .getRuntimeService()
        .createMessageCorrelation("paid")
        .processInstanceId(other.getId())
        .correlate();
  }

  private void failed(ProcessInstance instance) {
    String job =
        engine
            .getManagementService()
            .createJobQuery()
            .processInstanceId(instance.getId())
            .singleResult()
            .getId();
    engine.getManagementService().setJobRetries(job, 0);
  }

  /** Completes all external tasks of an activity. */
  private void complete(String activityId, ProcessInstance instance) {
    engine
        .getExternalTaskService()
        .fetchAndLock(10, "worker")
        .topic(activityId, LOCK_MILLIS)
        .execute()
        .stream()
        .filter(task -> task.getProcessInstanceId().equals(instance.getId()))
        .forEach(task -> engine.getExternalTaskService().complete(task.getId(), "worker"));
  }

  private void completeOne(String activityId) {
    String task =
        engine
            .getExternalTaskService()
            .createExternalTaskQuery()
            .activityId(activityId)
            .list()
            .get(0)
            .getId();
    engine.getExternalTaskService().complete(task, "worker");
  }

  /** Completes the user task. */
  private void moved(String activityId, ProcessInstance instance) {
    String task =
        engine
            .getTaskService()
            .createTaskQuery()
            .processInstanceId(instance.getId())
            .taskDefinitionKey(activityId)
            .singleResult()
            .getId();
    engine.getTaskService().complete(task);
  }

  private void others() {
    engine.getCaseService().withCaseDefinitionByKey("claim").create();
    engine.getTaskService().saveTask(engine.getTaskService().newTask());
    List<String> ids =
        engine.getRuntimeService().createProcessInstanceQuery().list().stream()
            .map(ProcessInstance::getId)
            .toList();
    engine.getRuntimeService().deleteProcessInstancesAsync(ids, "later");
  }

  @Override
  public void close() {
    engine.close();
  }
}
