package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.VariableAssignment;
import java.util.List;
import java.util.Map;

/** The variables that execution listeners set around nodes and on sequence flows. */
public final class Assignments {
  public static final Assignments NONE = new Assignments(Map.of());

  private final Map<String, List<VariableAssignment>> byPlace;

  /** The event of a listener. */
  public enum Event {
    START("start"),
    END("end"),
    TAKE("take");

    private final String key;

    Event(String key) {
      this.key = key;
    }

    public String key() {
      return key;
    }
  }

  /**
   * @param byPlace by {@link #place}, in document order
   */
  public Assignments(Map<String, List<VariableAssignment>> byPlace) {
    this.byPlace = Map.copyOf(byPlace);
  }

  public static String place(String elementId, Event event) {
    return event.key() + " " + elementId;
  }

  /** {@code elementId} is the id of a node or, for {@link Event#TAKE}, of a sequence flow. */
  public List<VariableAssignment> at(String elementId, Event event) {
    return byPlace.isEmpty() ? List.of() : byPlace.getOrDefault(place(elementId, event), List.of());
  }
}
