package dev.outwork.engine.bpmn;

import dev.outwork.api.ProcessEngineException;
import java.util.List;
import java.util.Optional;

/**
 * The outgoing sequence flows of a node, in document order, and the rules for taking them (BPMN
 * 2.0, chapters 8.3.13 and 10.6).
 *
 * @param defaultFlow taken if no condition is true; null if there is none
 */
public record Outgoing(List<SequenceFlow> flows, SequenceFlow defaultFlow) {
  /** No outgoing flows: a token ends here. */
  public static final Outgoing NONE = new Outgoing(List.of(), null);

  public Outgoing {
    flows = List.copyOf(flows);
  }

  /** Whether leaving is more than to take the only flow: there are several, or a condition. */
  boolean areChosen() {
    return flows.size() > 1 || flows.stream().anyMatch(flow -> flow.condition() != null);
  }

  /** The first flow whose condition is true, otherwise the default flow. */
  Optional<SequenceFlow> firstThatHolds(Token token) {
    return flows.stream()
        .filter(flow -> !flow.equals(defaultFlow))
        .filter(flow -> token.holds(flow))
        .findFirst()
        .or(() -> Optional.ofNullable(defaultFlow));
  }

  /**
   * All flows whose condition is true, otherwise the default flow; empty if the node has no
   * outgoing flows.
   */
  List<SequenceFlow> allThatHold(FlowNode node, Token token) {
    List<SequenceFlow> open =
        flows.stream()
            .filter(flow -> !flow.equals(defaultFlow))
            .filter(flow -> token.holds(flow))
            .toList();
    if (!open.isEmpty() || flows.isEmpty()) {
      return open;
    }
    if (defaultFlow == null) {
      throw noWayOut(node);
    }
    return List.of(defaultFlow);
  }

  /** No condition is true, and there is no default flow; Camunda 7's wording. */
  static ProcessEngineException noWayOut(FlowNode node) {
    boolean isGateway = node instanceof ExclusiveGateway || node instanceof InclusiveGateway;
    return new ProcessEngineException(
        (isGateway
                ? "ENGINE-02004 No outgoing sequence flow for the element with id '%s' could be selected for continuing the process."
                : "ENGINE-02006 No conditional sequence flow leaving the Flow Node '%s' could be selected for continuing the process.")
            .formatted(node.id()));
  }
}
