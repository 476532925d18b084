package dev.outwork.engine.bpmn;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One executable process of a BPMN document, with lookups for frequent queries. */
public final class ProcessModel {
  private final ProcessInfo info;
  private final Process process;
  private final Map<String, FlowNode> nodes;
  private final Map<String, List<BoundaryEvent>> boundaryEvents;
  private final Map<String, List<EventSubProcess>> eventSubProcesses;
  private final Map<String, FlowNode> compensationHandlers = new HashMap<>();
  private final Map<String, Set<Wait>> waits = new HashMap<>();
  private final Map<String, List<CatchingNode>> conditionalEvents = new HashMap<>();
  private final boolean hasInclusiveJoins;
  private final Assignments assignments;

  /**
   * @param nodes every node at any depth, in document order, a multi-instance body before its
   *     activity
   */
  public ProcessModel(
      ProcessInfo info, Process process, Collection<FlowNode> nodes, Assignments assignments) {
    this.assignments = assignments;
    this.info = info;
    this.process = process;
    this.nodes = Collections.unmodifiableMap(byId(nodes));
    this.boundaryEvents = group(BoundaryEvent.class, BoundaryEvent::attachedTo);
    this.eventSubProcesses =
        group(EventSubProcess.class, subProcess -> subProcess.info().scopeId());
    nodes.stream()
        .filter(node -> node.compensates() != null)
        .forEach(node -> compensationHandlers.putIfAbsent(node.compensates(), node));
    this.nodes.values().forEach(node -> waits.put(node.id(), waitsFor(node)));
    Set<Wait> ofProcess = waitsFor(process);
    if (hasCompensation()) {
      ofProcess.add(Wait.SUBSCRIPTION);
    }
    waits.put(process.id(), ofProcess);
    this.nodes.values().forEach(this::keepConditionalEventsOf);
    keepConditionalEventsOf(process);
    this.hasInclusiveJoins =
        nodes.stream()
            .anyMatch(
                node -> node instanceof InclusiveGateway && node.info().incoming().size() > 1);
  }

  /** The variables that listeners set. */
  public Assignments assignments() {
    return assignments;
  }

  /** The source of a sequence flow; empty if there is no such flow. */
  public Optional<FlowNode> sourceOf(String flowId) {
    return nodes.values().stream()
        .filter(
            node ->
                node.info().outgoing().flows().stream().anyMatch(flow -> flow.id().equals(flowId)))
        .findFirst();
  }

  private static Map<String, FlowNode> byId(Collection<FlowNode> nodes) {
    Map<String, FlowNode> byId = new LinkedHashMap<>();
    nodes.forEach(node -> byId.put(node.id(), node));
    return byId;
  }

  private <N extends FlowNode> Map<String, List<N>> group(
      Class<N> kind, Function<N, String> owner) {
    return nodes.values().stream()
        .filter(kind::isInstance)
        .map(kind::cast)
        .collect(Collectors.groupingBy(owner));
  }

  private Set<Wait> waitsFor(FlowNode node) {
    Set<Wait> all = EnumSet.noneOf(Wait.class);
    all.addAll(node.waits());
    watchedFrom(node.id()).forEach(event -> all.addAll(event.trigger().waits()));
    if (node.info().async().before() || node.info().async().after()) {
      all.add(Wait.JOB);
    }
    return all;
  }

  private void keepConditionalEventsOf(FlowNode node) {
    List<CatchingNode> conditional =
        eventsOf(node).stream()
            .filter(event -> event.trigger() instanceof ConditionalTrigger)
            .toList();
    if (!conditional.isEmpty()) {
      conditionalEvents.put(node.id(), conditional);
    }
  }

  /** The attributes of the process. */
  public ProcessInfo info() {
    return info;
  }

  public String key() {
    return info.key();
  }

  /** The outermost scope. */
  public Process process() {
    return process;
  }

  /** Every node at any depth, by id, in document order. */
  public Map<String, FlowNode> nodes() {
    return nodes;
  }

  /** The node with this id, which must belong to the model. */
  public FlowNode node(String id) {
    FlowNode node = nodes.get(id);
    if (node == null) {
      throw new IllegalArgumentException("Process '%s' has no node '%s'".formatted(key(), id));
    }
    return node;
  }

  /** Id of the none start event of the process; empty if it has none. */
  public Optional<String> startId() {
    return noneStart().map(StartEvent::id);
  }

  /** The none start event of the process; empty if it has none. */
  public Optional<StartEvent> noneStart() {
    return startEvents().stream().filter(start -> start.trigger() instanceof NoTrigger).findFirst();
  }

  /** The start events of the process itself. */
  public List<StartEvent> startEvents() {
    return nodes.values().stream()
        .filter(node -> node.info().scopeId().equals(process.id()))
        .filter(StartEvent.class::isInstance)
        .map(StartEvent.class::cast)
        .toList();
  }

  /** The boundary events of an activity, in document order. */
  public List<BoundaryEvent> boundaryEventsOf(String activityId) {
    return boundaryEvents.getOrDefault(activityId, List.of());
  }

  /** The event sub-processes directly in a scope, in document order. */
  public List<EventSubProcess> eventSubProcessesOf(String scopeId) {
    return eventSubProcesses.getOrDefault(scopeId, List.of());
  }

  /** The events that can occur while a node is running, apart from its own. */
  public List<CatchingNode> watchedFrom(String id) {
    List<BoundaryEvent> around = boundaryEventsOf(id);
    List<EventSubProcess> inside = eventSubProcessesOf(id);
    if (around.isEmpty() && inside.isEmpty()) {
      return List.of();
    }
    return Stream.<CatchingNode>concat(around.stream(), inside.stream()).toList();
  }

  /**
   * All events that can occur for a token at a node: around it, inside it, and those it waits for.
   */
  public List<CatchingNode> eventsOf(FlowNode node) {
    List<CatchingNode> watched = watchedFrom(node.id());
    return node.awaits().isEmpty()
        ? watched
        : Stream.concat(watched.stream(), node.awaits().stream()).toList();
  }

  /** The conditional events among them. */
  public List<CatchingNode> conditionalEventsOf(String id) {
    return conditionalEvents.getOrDefault(id, List.of());
  }

  /**
   * The node that an event belongs to.
   *
   * @param eventId as {@link CatchingNode#eventId}; also the id of an event sub-process itself
   */
  public CatchingNode catchingNode(String eventId) {
    FlowNode node = node(eventId);
    return node instanceof StartEvent start
        ? (CatchingNode) node(start.info().scopeId())
        : (CatchingNode) node;
  }

  /** The kinds of rows that may exist for a token at a node or for its boundary events. */
  public Set<Wait> waitsOf(String id) {
    return waits.get(id);
  }

  /** The compensation handler of an activity. */
  public Optional<FlowNode> compensationHandlerOf(String activityId) {
    return Optional.ofNullable(compensationHandlers.get(activityId));
  }

  /** Whether anything in the process can be compensated. */
  public boolean hasCompensation() {
    return !compensationHandlers.isEmpty();
  }

  /** Whether a change of variables can move a token. */
  public boolean hasConditions() {
    return !conditionalEvents.isEmpty();
  }

  public boolean hasInclusiveJoins() {
    return hasInclusiveJoins;
  }
}
