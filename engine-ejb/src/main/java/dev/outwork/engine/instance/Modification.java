package dev.outwork.engine.instance;

import dev.outwork.api.NotValidException;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.bpmn.SequenceFlow;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Changes where an instance stands, one instruction after the other. Scopes that are needed and not
 * there are begun without their start event; scopes that are left empty in the end have ended.
 */
final class Modification {
  private final Journey journey;
  private final Running running;
  private final Consumer<Activity> cancel;
  private final Set<Activity> emptied = new LinkedHashSet<>();

  /** {@code skipIoMappings} leaves output parameters of what is cancelled alone. */
  Modification(Journey journey, boolean skipIoMappings) {
    this.journey = journey;
    this.running = journey.running();
    this.cancel = skipIoMappings ? journey.lifeCycle()::abandon : journey.lifeCycle()::interrupt;
  }

  void execute(List<ModificationInstruction> instructions) {
    instructions.forEach(this::execute);
    emptied.forEach(scope -> journey.calls().cancelIfEmpty(scope, cancel, null));
  }

  private void execute(ModificationInstruction instruction) {
    switch (instruction.type()) {
      case CANCEL -> toCancel(instruction).forEach(this::cancel);
      case START_BEFORE_ACTIVITY ->
          startAt(entrance(node(instruction.activityId())), null, instruction);
      case START_AFTER_ACTIVITY -> take(onlyFlowOf(instruction.activityId()), instruction);
      case START_TRANSITION -> take(flow(instruction.transitionId()), instruction);
    }
  }

  private List<Activity> toCancel(ModificationInstruction instruction) {
    String id = instruction.activityInstanceId();
    String token = id == null ? instruction.transitionInstanceId() : id;
    if (token != null) {
      return List.of(underWay(executionId(token)));
    }
    FlowNode node = entrance(node(instruction.activityId()));
    return running.activities().underWay().stream()
        .filter(activity -> activity.node() == node)
        .toList();
  }

  /** The last part of {@code <activityId>:<executionId>}. */
  private static String executionId(String activityInstanceId) {
    return activityInstanceId.substring(activityInstanceId.lastIndexOf(':') + 1);
  }

  private Activity underWay(String id) {
    return running
        .activities()
        .find(id)
        .filter(Activity::isUnderWay)
        .orElseThrow(
            () ->
                failed(
                    "Activity instance '%s' is not under way in process instance '%s'"
                        .formatted(id, running.instance().id())));
  }

  private void cancel(Activity activity) {
    if (activity.isRoot()) {
      running.activities().underWayIn(activity).forEach(this::cancel);
      return;
    }
    emptied.add(running.activities().parentOf(activity));
    cancel.accept(activity);
    if (activity.thrownBy() != null) {
      journey.compensation().handlerEnded(activity);
    }
  }

  private void take(SequenceFlow flow, ModificationInstruction instruction) {
    journey.lifeCycle().checkMoves(running.root());
    startAt(running.model().node(flow.targetId()), flow, instruction);
  }

  private void startAt(FlowNode node, SequenceFlow flow, ModificationInstruction instruction) {
    Activity scope = scope(node.info().scopeId(), instruction.ancestorActivityInstanceId());
    running
        .variables()
        .setAll(running.activities().scopesFrom(scope.id()), instruction.variables());
    Activity token =
        journey
            .lifeCycle()
            .token(
                scope,
                node.id(),
                instruction.localVariables(),
                null,
                flow == null ? null : flow.id());
    journey.lifeCycle().sendLast(token);
  }

  /** The instance of a scope to start in: the one that is there, or a new one. */
  private Activity scope(String scopeId, String ancestorId) {
    if (scopeId.equals(running.model().key())) {
      return running.root();
    }
    List<Activity> there = new ArrayList<>();
    for (Activity activity : running.activities().underWay()) {
      if (activity.node().id().equals(scopeId) && isBelow(activity, ancestorId)) {
        there.add(activity);
      }
    }
    if (there.size() > 1) {
      throw failed(
          "Activity '%s' has %d instances to start in: say which by ancestorActivityInstanceId"
              .formatted(scopeId, there.size()));
    }
    return there.isEmpty() ? newScope(scopeId, ancestorId) : there.get(0);
  }

  private boolean isBelow(Activity activity, String ancestorId) {
    return ancestorId == null
        || running.activities().scopesFrom(activity.id()).contains(executionId(ancestorId));
  }

  private Activity newScope(String scopeId, String ancestorId) {
    FlowNode node = running.model().node(scopeId);
    if (node instanceof MultiInstance) {
      throw failed(
          "Activity '%s' has no instance to start in: start '%s' instead"
              .formatted(scopeId, ((MultiInstance) node).innerId()));
    }
    Activity parent = scope(node.info().scopeId(), ancestorId);
    return journey.lifeCycle().open(parent, node);
  }

  /** A multi-instance activity is entered by its body. */
  private FlowNode entrance(FlowNode node) {
    FlowNode body = running.model().nodes().get(node.id() + MultiInstance.SUFFIX);
    return body == null ? node : body;
  }

  private FlowNode node(String id) {
    FlowNode node = running.model().nodes().get(String.valueOf(id));
    if (node == null) {
      throw failed("Activity '%s' does not exist in the process definition".formatted(id));
    }
    return node;
  }

  private SequenceFlow onlyFlowOf(String activityId) {
    List<SequenceFlow> flows = entrance(node(activityId)).info().outgoing().flows();
    if (flows.size() != 1) {
      throw failed(
          "Activity '%s' has %d outgoing sequence flows, so there is no one way after it: start a transition"
              .formatted(activityId, flows.size()));
    }
    return flows.get(0);
  }

  private SequenceFlow flow(String id) {
    return running.model().nodes().values().stream()
        .flatMap(node -> node.info().outgoing().flows().stream())
        .filter(flow -> flow.id() != null && flow.id().equals(id))
        .findFirst()
        .orElseThrow(
            () -> failed("Transition '%s' does not exist in the process definition".formatted(id)));
  }

  private NotValidException failed(String reason) {
    return new NotValidException(
        "Cannot modify process instance '%s': %s".formatted(running.instance().id(), reason));
  }
}
