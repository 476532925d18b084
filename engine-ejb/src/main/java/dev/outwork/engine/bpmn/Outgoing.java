package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Optional;

/**
 * The ways out of a node, in document order, and the rules by which they are chosen (BPMN 2.0,
 * chapters 8.3.13 and 10.6).
 *
 * @param defaultFlow taken if no other way is open; null if there is none
 */
public record Outgoing(List<SequenceFlow> flows, SequenceFlow defaultFlow) {
  /** No way out: a token ends here. */
  public static final Outgoing NONE = new Outgoing(List.of(), null);

  public Outgoing {
    flows = List.copyOf(flows);
  }

  /** The first way that is open, else the default. */
  Optional<SequenceFlow> firstThatHolds(Token token) {
    return flows.stream()
        .filter(flow -> !flow.equals(defaultFlow))
        .filter(flow -> token.holds(flow))
        .findFirst()
        .or(() -> Optional.ofNullable(defaultFlow));
  }

  /** Every way that is open, else the default; empty if the node has no way out at all. */
  List<SequenceFlow> allThatHold(Token token) {
    List<SequenceFlow> open =
        flows.stream()
            .filter(flow -> !flow.equals(defaultFlow))
            .filter(flow -> token.holds(flow))
            .toList();
    if (!open.isEmpty() || flows.isEmpty()) {
      return open;
    }
    if (defaultFlow == null) {
      throw token.stuck(
          "no condition of its outgoing sequence flows holds, and it has no default flow");
    }
    return List.of(defaultFlow);
  }
}
