package dev.outwork.it.container;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.outwork.api.ListQuery;
import dev.outwork.api.deployment.DeploymentRequest;
import dev.outwork.api.deployment.RepositoryService;
import dev.outwork.api.history.HistoricVariableInstanceFilter;
import dev.outwork.api.history.HistoricVariableInstanceSort;
import dev.outwork.api.history.HistoryService;
import dev.outwork.api.instance.RuntimeService;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.delegate.DelegateWorker;
import dev.outwork.it.container.delegates.ChargeCard;
import dev.outwork.it.container.delegates.ChargeCardTopic;
import dev.outwork.it.container.delegates.Till;
import dev.outwork.it.container.delegates.TillTopic;
import dev.outwork.it.server.EngineArchive;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnEngineException;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.impl.juel.ExpressionFactoryImpl;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.xml.ModelInstance;
import org.camunda.commons.logging.BaseLogger;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.Archive;
import org.joda.time.DateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Delegates of the application, with its beans, do the work of the topics they have become. */
@ExtendWith(ArquillianExtension.class)
public class DelegatesIT {
  /** start --> charge (class) --> count (expression) --> end; declined: charge --> caught. */
  private static final String MODEL =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL"
                   xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
                   targetNamespace="http://outwork.dev/tests">
        <error id="declined" errorCode="DECLINED"/>
        <process id="delegates" isExecutable="true">
          <startEvent id="start"/>
          <sequenceFlow id="toCharge" sourceRef="start" targetRef="charge"/>
          <serviceTask id="charge" camunda:class="dev.outwork.it.container.delegates.ChargeCard">
            <extensionElements><camunda:field name="currency" stringValue="cents"/></extensionElements>
          </serviceTask>
          <sequenceFlow id="toCount" sourceRef="charge" targetRef="count"/>
          <serviceTask id="count" camunda:expression="${till.count(amount)}" camunda:resultVariable="counted"/>
          <sequenceFlow id="toEnd" sourceRef="count" targetRef="end"/>
          <endEvent id="end"/>
          <boundaryEvent id="caught" attachedToRef="charge">
            <errorEventDefinition id="caughtDefinition" errorRef="declined" camunda:errorMessageVariable="why"/>
          </boundaryEvent>
          <sequenceFlow id="toCaught" sourceRef="caught" targetRef="unpaid"/>
          <endEvent id="unpaid"/>
        </process>
      </definitions>
      """;

  @Inject private RepositoryService repository;
  @Inject private RuntimeService runtime;
  @Inject private HistoryService history;

  @Deployment
  public static Archive<?> engineWithDelegates() {
    return EngineArchive.with(
        List.of(
            DelegateWorker.class,
            JavaDelegate.class,
            ExpressionFactoryImpl.class,
            Variables.class,
            BaseLogger.class,
            DmnEngineException.class,
            BpmnModelInstance.class,
            ModelInstance.class,
            DateTime.class),
        DelegatesIT.class,
        Eventually.class,
        ChargeCard.class,
        ChargeCardTopic.class,
        Till.class,
        TillTopic.class);
  }

  @BeforeEach
  void deploy() {
    repository.createDeployment(
        DeploymentRequest.of("delegates.bpmn", MODEL.getBytes(StandardCharsets.UTF_8))
            .withCodeBecomesTopics(true));
  }

  @Test
  void a_class_with_a_field_and_a_bean_and_an_expression_do_their_work() throws Exception {
    String instance = run(30);

    assertEquals("3000 cents", valueOf(instance, "receipt"));
    assertEquals(3000, valueOf(instance, "counted"));
  }

  @Test
  void an_error_that_a_delegate_throws_is_caught() throws Exception {
    assertEquals("too much", valueOf(run(4000), "why"));
  }

  private String run(int amount) throws Exception {
    String definition = repository.latestProcessDefinition("delegates", null).orElseThrow().id();
    String instance =
        runtime
            .startProcessInstance(definition, null, Map.of("amount", TypedValue.integer(amount)))
            .id();
    Eventually.until(
        "The work of the delegates",
        () -> history.processInstance(instance).orElseThrow().state().equals("COMPLETED"));
    return instance;
  }

  private Object valueOf(String instance, String name) {
    ListQuery<HistoricVariableInstanceFilter, HistoricVariableInstanceSort> query =
        ListQuery.<HistoricVariableInstanceFilter, HistoricVariableInstanceSort>all()
            .with(HistoricVariableInstanceFilter.PROCESS_INSTANCE_ID, instance)
            .with(HistoricVariableInstanceFilter.ACTIVITY_INSTANCE_ID_IN, List.of(instance))
            .with(HistoricVariableInstanceFilter.VARIABLE_NAME, name);
    return history.variableInstances(query).get(0).value().value();
  }
}
