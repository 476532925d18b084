package dev.outwork.engine.instance;

import dev.outwork.api.ProcessEngineException;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.SequenceFlow;
import dev.outwork.engine.bpmn.SubProcess;
import dev.outwork.engine.bpmn.Token;
import java.util.List;

/** A token at a node, as the node sees it. */
final class TokenAt implements Token {
  private final Journey journey;
  private final Activity activity;
  private final FlowNode node;

  TokenAt(Journey journey, Activity activity, FlowNode node) {
    this.journey = journey;
    this.activity = activity;
    this.node = node;
  }

  @Override
  public boolean holds(SequenceFlow flow) {
    return journey.evaluator().holds(flow, activity);
  }

  @Override
  public void leave(List<SequenceFlow> flows) {
    activity.end(journey.now());
    if (flows.isEmpty()) {
      journey.tokenEnded(activity.parentId());
      return;
    }
    // The first flow is to be followed first, and what is pushed last arrives first.
    for (int i = flows.size() - 1; i >= 0; i--) {
      journey.take(flows.get(i), activity.parentId());
    }
  }

  @Override
  public void workIsDone() {
    journey.done(activity);
  }

  @Override
  public int arrivals() {
    return waitingHere().size();
  }

  @Override
  public void join(int count) {
    waitingHere().stream()
        .filter(other -> other != activity)
        .limit(count - 1L)
        .forEach(other -> other.end(journey.now()));
  }

  @Override
  public void openExternalTask(ExternalActivity external) {
    journey.workOrders().add(journey.evaluator().workOrder(external, activity));
  }

  @Override
  public void openScope(SubProcess subProcess) {
    journey.begin(subProcess, activity);
  }

  @Override
  public ProcessEngineException stuck(String reason) {
    return journey.evaluator().failed("leave " + node.info(), reason, null);
  }

  private List<Activity> waitingHere() {
    return journey.activities().underWayIn(activity.parentId()).stream()
        .filter(other -> other.elementId().equals(node.id()))
        .toList();
  }
}
