package dev.outwork.engine.bpmn;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Event-based gateway (BPMN 2.0, chapter 10.6.6): waits for several events and continues from the
 * first that occurs.
 *
 * @param events the nodes that it leads to
 */
public record EventBasedGateway(NodeInfo info, List<CatchingNode> events) implements FlowNode {
  public EventBasedGateway {
    events = List.copyOf(events);
  }

  @Override
  public void enter(Token token) {
    events.forEach(token::listen);
  }

  @Override
  public Set<Wait> waits() {
    Set<Wait> waits = new HashSet<>();
    events.forEach(event -> waits.addAll(event.trigger().waits()));
    return waits;
  }

  @Override
  public List<CatchingNode> awaits() {
    return events;
  }
}
