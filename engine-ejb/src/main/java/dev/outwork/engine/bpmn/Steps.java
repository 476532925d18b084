package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The work of others around a node's own: what a token waits for, one after the other, before the
 * node begins and after it is done. Each step is a node inside the node.
 */
public record Steps(List<Step> before, List<Step> after) {
  public static final Steps NONE = new Steps(List.of(), List.of());

  /**
   * One of them.
   *
   * @param nodeId the node that does it
   * @param variable of the node around that takes what the step gives back; null if none does
   */
  public record Step(String nodeId, String variable) {}

  public Steps {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** The step that a node inside does; empty if it does none. */
  public Optional<Step> of(String nodeId) {
    return Stream.concat(before.stream(), after.stream())
        .filter(step -> step.nodeId().equals(nodeId))
        .findFirst();
  }

  /** What comes after a step on the same side of the node; empty if nothing does. */
  public Optional<Step> after(Step step) {
    List<Step> side = isBefore(step) ? before : after;
    return side.stream().skip(side.indexOf(step) + 1L).findFirst();
  }

  public boolean isBefore(Step step) {
    return before.contains(step);
  }
}
