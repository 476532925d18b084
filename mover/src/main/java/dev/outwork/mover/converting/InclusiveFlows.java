package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.InclusiveGateway;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.mover.source.SourceActivityHistory;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sequence flows by which tokens have come to inclusive gateways, where they wait. The source
 * does not keep them; its history knows the activity before, which is at the flow's other end.
 * Without a history, each token is taken for one that came by a flow of its own.
 */
final class InclusiveFlows {
  private final ProcessModel model;
  private final List<SourceActivityHistory> history;
  private final Map<String, Set<String>> taken = new HashMap<>();

  InclusiveFlows(ConvertedInstance instance, HierarchyRows rows) {
    this.model = instance.definition().model();
    this.history = rows.activityHistory(instance.id());
  }

  /** Null at all other places. */
  String of(TokenPlace place) {
    if (!(place.node() instanceof InclusiveGateway)) {
      return null;
    }
    Set<String> others =
        taken.computeIfAbsent(place.parentId() + place.node().id(), any -> new HashSet<>());
    List<String> incoming = place.node().info().incoming();
    String flow =
        before(place)
            .flatMap(activity -> incoming.stream().filter(id -> isFrom(id, activity)).findFirst())
            .or(() -> incoming.stream().filter(id -> !others.contains(id)).findFirst())
            .orElse(null);
    others.add(flow);
    return flow;
  }

  private boolean isFrom(String flowId, String activityId) {
    return model.sourceOf(flowId).map(FlowNode::id).filter(activityId::equals).isPresent();
  }

  /** The activity that the same execution has left last. */
  private Optional<String> before(TokenPlace place) {
    Optional<SourceActivityHistory> here =
        history.stream().filter(one -> one.id().endsWith(place.id())).findFirst();
    return here.flatMap(
        own ->
            history.stream()
                .filter(one -> one != own && own.order() != null && one.order() != null)
                .filter(one -> one.executionId().equals(own.executionId()))
                .filter(one -> one.endedAt() != null && one.order() < own.order())
                .max(Comparator.comparing(SourceActivityHistory::order))
                .map(SourceActivityHistory::activityId));
  }
}
