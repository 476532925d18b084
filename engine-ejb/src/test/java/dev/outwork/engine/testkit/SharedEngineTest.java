package dev.outwork.engine.testkit;

import dev.outwork.api.instance.ProcessInstance;
import dev.outwork.api.variable.TypedValue;
import dev.outwork.testkit.TestDatabase;
import dev.outwork.testkit.TestEngine;
import dev.outwork.testkit.TestWorker;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.operaton.bpm.model.bpmn.BpmnModelInstance;
import org.operaton.bpm.model.bpmn.instance.FlowNode;
import org.operaton.bpm.model.bpmn.instance.SequenceFlow;

/**
 * Tests that share one engine on each database, since starting one takes longer than most tests.
 * Each test finds it without running instances, and deploys what it needs.
 */
@ParameterizedClass
@EnumSource(TestDatabase.class)
public abstract class SharedEngineTest {
  protected static TestEngine engine;

  // Where JUnit puts the argument of the class.
  @Parameter protected TestDatabase database;

  protected final TestWorker alice = engine.worker("alice");
  protected final TestWorker bob = engine.worker("bob");

  @BeforeParameterizedClassInvocation
  static void startEngine(TestDatabase database) {
    engine = TestEngine.on(database);
  }

  @AfterParameterizedClassInvocation
  static void stopEngine() {
    engine.close();
  }

  @AfterEach
  protected final void endWhatStillRuns() {
    engine.endWhatStillRuns();
  }

  /** Deploys a process and starts an instance of it. */
  protected static ProcessInstance start(BpmnModelInstance model) {
    return start(model, Map.of());
  }

  /** Deploys a process and starts an instance of it. */
  protected static ProcessInstance start(
      BpmnModelInstance model, Map<String, TypedValue> variables) {
    String definitionId = engine.deploy(model).id();
    return engine.runtime().startProcessInstance(definitionId, null, variables);
  }

  /** Makes one of the flows out of a node its default. */
  protected static BpmnModelInstance withDefault(
      BpmnModelInstance model, String nodeId, String flowId) {
    FlowNode node = model.getModelElementById(nodeId);
    SequenceFlow flow = model.getModelElementById(flowId);
    node.setAttributeValue("default", flow.getId());
    return model;
  }
}
