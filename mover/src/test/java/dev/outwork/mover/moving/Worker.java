package dev.outwork.mover.moving;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Decides what happens next to an instance, by lot. */
interface Worker {
  /** Which of the things happens that an instance waits for, as an index; empty if it ends here. */
  OptionalInt choose(List<Waiting> waits);

  /** Whether both engines do the same where they wait for this. */
  default boolean compares(List<Waiting> waits) {
    return true;
  }

  /** What is done then. */
  Deed decide(Waiting waiting);

  /**
   * What is done.
   *
   * @param errorCode of the BPMN error that is raised, or null
   */
  record Deed(Map<String, Object> variables, String errorCode) {}
}
