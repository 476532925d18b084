package dev.outwork.engine.bpmn;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * External tasks around the work of a node: a token completes them one after the other, before the
 * node starts and after it is done. Each step is a node inside the node.
 */
public record Steps(List<Step> before, List<Step> after) {
  public static final Steps NONE = new Steps(List.of(), List.of());

  /**
   * One step.
   *
   * @param nodeId the node of the step
   * @param variable of the surrounding node that receives the result; null for none
   */
  public record Step(String nodeId, String variable) {}

  public Steps {
    before = List.copyOf(before);
    after = List.copyOf(after);
  }

  /** The step of an inner node; empty if it has none. */
  public Optional<Step> of(String nodeId) {
    return Stream.concat(before.stream(), after.stream())
        .filter(step -> step.nodeId().equals(nodeId))
        .findFirst();
  }

  /** The step after this one on the same side of the node; empty if it is the last. */
  public Optional<Step> after(Step step) {
    List<Step> side = isBefore(step) ? before : after;
    return side.stream().skip(side.indexOf(step) + 1L).findFirst();
  }

  public boolean isBefore(Step step) {
    return before.contains(step);
  }
}
