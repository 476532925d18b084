package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.mover.source.SourceExecution;
import dev.outwork.mover.source.SourceJob;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The places of an instance's tokens.
 *
 * <p>Seen from a leaf of the tree of executions, the executions that are scopes are, from the
 * outside to the inside, the instance, the scopes of the model around the leaf's element, and the
 * element itself if it has a scope of its own. The execution above a scope has the id of its
 * activity instance.
 */
final class TokenPlaces {
  private final String instanceId;
  private final ProcessModel model;
  private final AsyncJobs asyncJobs;
  private final Map<String, SourceExecution> executions;
  private final Map<String, TokenPlace> places = new LinkedHashMap<>();
  private final Map<String, TokenPlace> leaves = new HashMap<>();
  private final Map<String, String> owners = new HashMap<>();

  TokenPlaces(
      String instanceId,
      ProcessModel model,
      Collection<SourceExecution> executions,
      List<SourceJob> jobs) {
    this.instanceId = instanceId;
    this.model = model;
    this.asyncJobs = new AsyncJobs(jobs);
    this.executions =
        executions.stream()
            .filter(execution -> !execution.kind().eventScope())
            .collect(
                Collectors.toMap(
                    SourceExecution::id, each -> each, (one, other) -> one, LinkedHashMap::new));
    owners.put(instanceId, instanceId);
    leaves().forEach(this::place);
  }

  private List<SourceExecution> leaves() {
    Set<String> parents =
        executions.values().stream()
            .map(SourceExecution::parentId)
            .collect(Collectors.toCollection(HashSet::new));
    return executions.values().stream()
        .filter(execution -> !parents.contains(execution.id()))
        .toList();
  }

  private void place(SourceExecution leaf) {
    Optional<SourceJob> job = asyncJobs.of(leaf.id());
    if (leaf.activityInstanceId() == null && job.isEmpty()) {
      return; // An instance of a multi-instance activity that has ended.
    }
    if (leaf.activityId() == null) {
      throw new CannotGoException("execution '%s' is at no element".formatted(leaf.id()));
    }
    List<SourceExecution> path = path(leaf);
    refuseCompensation(path);
    FlowNode node = node(leaf.activityId());
    List<SourceExecution> scopes =
        path.stream().filter(each -> each.kind().scope()).skip(1).toList();
    List<FlowNode> around = around(node);
    boolean hasOwnScope = scopes.size() == around.size() + 1;
    if (scopes.size() != around.size() && !hasOwnScope) {
      throw new CannotGoException(
          "execution '%s' is at '%s' in %d scopes, of which the model has %d"
              .formatted(leaf.id(), leaf.activityId(), scopes.size(), around.size()));
    }
    Deque<String> scopeIds = new ArrayDeque<>(List.of(instanceId));
    for (int i = 0; i < around.size(); i++) {
      String id = scope(scopes.get(i), around.get(i), scopeIds);
      own(path, i == 0 ? path.get(0) : scopes.get(i - 1), scopes.get(i), id);
    }
    String id = job.map(waiting -> waitingId(leaf)).orElseGet(() -> own(leaf.activityInstanceId()));
    TokenPlace.Waits waits = job.map(each -> AsyncJobs.waits(each, node)).orElse(null);
    TokenPlace place = placed(id, node, waits, scopeIds);
    leaves.put(leaf.id(), place);
    SourceExecution outer = around.isEmpty() ? path.get(0) : scopes.get(around.size() - 1);
    own(path, outer, leaf, id);
  }

  /** A place for a scope, once; its id is put before those around it. */
  private String scope(SourceExecution execution, FlowNode node, Deque<String> scopeIds) {
    String id = own(executions.get(execution.parentId()).activityInstanceId());
    placed(id, node, null, scopeIds);
    return id;
  }

  private TokenPlace placed(
      String id, FlowNode node, TokenPlace.Waits waits, Deque<String> scopeIds) {
    String parentId = scopeIds.peekFirst();
    scopeIds.addFirst(id);
    TokenPlace place = new TokenPlace(id, parentId, node, waits, String.join(" ", scopeIds));
    TokenPlace other = places.putIfAbsent(id, place);
    if (other != null && !other.equals(place)) {
      throw new CannotGoException(
          "'%s' and '%s' have the same id '%s'".formatted(other.node().id(), node.id(), id));
    }
    return place;
  }

  /** What the executions between two scopes have belongs to the inner one. */
  private void own(
      List<SourceExecution> path, SourceExecution outer, SourceExecution inner, String id) {
    int from = path.indexOf(outer) + 1;
    path.subList(from, path.indexOf(inner) + 1)
        .forEach(execution -> owners.put(execution.id(), id));
  }

  // The row of the instance has the id of its execution.
  private String waitingId(SourceExecution leaf) {
    return leaf.id().equals(instanceId) ? asyncJobs.of(leaf.id()).orElseThrow().id() : leaf.id();
  }

  /** What comes after the element in the id of an activity instance. */
  private static String own(String activityInstanceId) {
    if (activityInstanceId == null) {
      throw new CannotGoException("a scope has no activity instance");
    }
    return PastInstance.own(activityInstanceId);
  }

  private List<SourceExecution> path(SourceExecution leaf) {
    Deque<SourceExecution> path = new ArrayDeque<>();
    for (SourceExecution each = leaf; each != null; each = executions.get(each.parentId())) {
      path.addFirst(each);
    }
    return new ArrayList<>(path);
  }

  private static void refuseCompensation(List<SourceExecution> path) {
    path.stream()
        .limit(path.size() - 1L)
        .filter(each -> each.activityId() != null)
        .findFirst()
        .ifPresent(
            thrower -> {
              throw new CannotGoException(
                  "it is compensating at '%s'; wait until that has ended"
                      .formatted(thrower.activityId()));
            });
  }

  private FlowNode node(String id) {
    FlowNode node = model.nodes().get(id);
    if (node == null) {
      throw new CannotGoException("the model has no element '%s'".formatted(id));
    }
    return node;
  }

  /** The scopes around a node without the process, the outermost first. */
  private List<FlowNode> around(FlowNode node) {
    Deque<FlowNode> around = new ArrayDeque<>();
    for (String id = node.info().scopeId();
        !id.equals(model.process().id());
        id = node(id).info().scopeId()) {
      around.addFirst(node(id));
    }
    return new ArrayList<>(around);
  }

  /** Every place, outer ones before inner ones. */
  Collection<TokenPlace> all() {
    return places.values();
  }

  TokenPlace of(String id) {
    return places.get(id);
  }

  /** The token of an execution that is a leaf. */
  TokenPlace leaf(String executionId, String what) {
    TokenPlace place = leaves.get(executionId);
    if (place == null) {
      throw new CannotGoException(
          "%s belongs to execution '%s', which waits nowhere".formatted(what, executionId));
    }
    return place;
  }

  Optional<TokenPlace> leaf(String executionId) {
    return Optional.ofNullable(leaves.get(executionId));
  }

  /** The place, or the instance, that has the variables and events of an execution. */
  Optional<String> owner(String executionId) {
    return Optional.ofNullable(owners.get(executionId));
  }
}
