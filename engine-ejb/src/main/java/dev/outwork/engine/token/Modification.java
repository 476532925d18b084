package dev.outwork.engine.token;

import dev.outwork.api.NotValidException;
import dev.outwork.api.instance.ModificationInstruction;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.SequenceFlow;
import java.util.List;
import java.util.function.Consumer;

/**
 * Modifies an instance, one instruction after the other. Missing scopes are started without their
 * start event. A scope that becomes empty has ended; the instance ends only if it is empty at the
 * end.
 */
final class Modification {
  private final Running running;
  private final LifeCycle lifeCycle;
  private final Arrivals arrivals;
  private final Removal removal;
  private final Consumer<Activity> cancel;
  private final StartScopes scopes;

  /** {@code skipIoMappings} skips output parameters of cancelled activities. */
  Modification(
      Running running,
      LifeCycle lifeCycle,
      Arrivals arrivals,
      Tokens tokens,
      Consumer<Activity> cancel) {
    this.running = running;
    this.lifeCycle = lifeCycle;
    this.arrivals = arrivals;
    this.removal = new Removal(tokens, lifeCycle);
    this.cancel = cancel;
    this.scopes = new StartScopes(running, lifeCycle, tokens, this::failed);
  }

  /** The caller checks afterwards whether the instance is empty. */
  void execute(List<ModificationInstruction> instructions) {
    instructions.forEach(this::execute);
  }

  private void execute(ModificationInstruction instruction) {
    if (running.hasEnded()) {
      throw failed("earlier instructions have ended it");
    }
    switch (instruction.type()) {
      case CANCEL -> toCancel(instruction).forEach(this::cancel);
      case START_BEFORE_ACTIVITY -> startAt(node(instruction.activityId()), null, instruction);
      case START_AFTER_ACTIVITY -> startAfter(node(instruction.activityId()), instruction);
      case START_TRANSITION -> startTransition(instruction);
    }
  }

  private List<Activity> toCancel(ModificationInstruction instruction) {
    String id = instruction.activityInstanceId();
    String token = id == null ? instruction.transitionInstanceId() : id;
    if (token != null) {
      return List.of(underWay(StartScopes.executionId(token)));
    }
    FlowNode node = node(instruction.activityId());
    return running.activities().underWay().stream()
        .filter(activity -> activity.node() == node)
        .toList();
  }

  private Activity underWay(String id) {
    return running
        .activities()
        .find(id)
        .filter(Activity::isUnderWay)
        .orElseThrow(
            () ->
                failed(
                    "Activity instance '%s' is not running in process instance '%s'"
                        .formatted(id, running.instance().id())));
  }

  private void cancel(Activity activity) {
    if (activity.isRoot()) {
      running.activities().underWayIn(activity).forEach(this::cancel);
    } else if (activity.isUnderWay()) {
      removal.remove(activity, cancel);
    }
  }

  private void startAfter(FlowNode node, ModificationInstruction instruction) {
    List<SequenceFlow> flows = node.info().outgoing().flows();
    if (flows.size() != 1) {
      throw failed(
          "Activity '%s' has %d outgoing sequence flows, so its continuation is ambiguous: start a transition"
              .formatted(node.id(), flows.size()));
    }
    take(flows.get(0), instruction);
  }

  private void startTransition(ModificationInstruction instruction) {
    String id = instruction.transitionId();
    take(
        running.model().nodes().values().stream()
            .flatMap(node -> node.info().outgoing().flows().stream())
            .filter(flow -> flow.id() != null && flow.id().equals(id))
            .findFirst()
            .orElseThrow(
                () ->
                    failed(
                        "Transition '%s' does not exist in the process definition".formatted(id))),
        instruction);
  }

  private void take(SequenceFlow flow, ModificationInstruction instruction) {
    LifeCycle.checkMoves(running.root());
    startAt(running.model().node(flow.targetId()), flow, instruction);
  }

  private void startAt(FlowNode node, SequenceFlow flow, ModificationInstruction instruction) {
    Activity scope = scopes.of(node, instruction.ancestorActivityInstanceId());
    running
        .variables()
        .setAll(running.activities().scopesFrom(scope.id()), instruction.variables());
    Activity token =
        Arrivals.token(
            scope,
            node.id(),
            scopes.locals(scope, instruction.localVariables()),
            null,
            flow == null ? null : flow.id());
    if (isScope(node)) {
      enterScope(token);
    } else {
      arrivals.sendLast(token);
    }
  }

  // The next instruction may start something inside it.
  private void enterScope(Activity token) {
    lifeCycle.arrive(token);
    running.activities().underWayIn(token).stream()
        .filter(inside -> inside.isIn(Activity.Phase.ARRIVING) && isScope(inside.node()))
        .forEach(this::enterScope);
  }

  private boolean isScope(FlowNode node) {
    return running.model().nodes().values().stream()
        .anyMatch(inside -> inside.info().scopeId().equals(node.id()));
  }

  private FlowNode node(String id) {
    FlowNode node = running.model().nodes().get(String.valueOf(id));
    if (node == null) {
      throw failed("Activity '%s' does not exist in the process definition".formatted(id));
    }
    return node;
  }

  private NotValidException failed(String reason) {
    return new NotValidException(
        "Cannot modify process instance '%s': %s".formatted(running.instance().id(), reason));
  }
}
