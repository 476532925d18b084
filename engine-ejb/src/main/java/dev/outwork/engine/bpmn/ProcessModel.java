package dev.outwork.engine.bpmn;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One executable process of a BPMN document.
 *
 * @param key id of the process element
 * @param name may be null
 * @param category target namespace of the document
 * @param description documentation of the process, may be null
 * @param versionTag may be null
 * @param historyTimeToLive days, may be null
 * @param startId id of the start event
 * @param nodes every node at any depth, by id, in document order
 */
public record ProcessModel(
    String key,
    String name,
    String category,
    String description,
    String versionTag,
    Integer historyTimeToLive,
    boolean startableInTasklist,
    String startId,
    Map<String, FlowNode> nodes) {

  public ProcessModel {
    nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
  }

  /** The node with this id, which must be one of the model's. */
  public FlowNode node(String id) {
    FlowNode node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("Process '%s' has no node '%s'".formatted(key, id));
    }
    return node;
  }

  /** The error boundary events on an activity, in document order. */
  public List<ErrorBoundaryEvent> errorBoundaryEventsOf(String activityId) {
    return nodes.values().stream()
        .filter(ErrorBoundaryEvent.class::isInstance)
        .map(ErrorBoundaryEvent.class::cast)
        .filter(event -> event.attachedTo().equals(activityId))
        .toList();
  }
}
