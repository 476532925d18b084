package dev.outwork.engine.bpmn.reader;

import static java.util.Map.entry;

import dev.outwork.engine.bpmn.AssignmentTask;
import dev.outwork.engine.bpmn.CompensationTrigger;
import dev.outwork.engine.bpmn.EventSubProcess;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.NoTrigger;
import dev.outwork.engine.bpmn.NodeInfo;
import dev.outwork.engine.bpmn.PassThroughTask;
import dev.outwork.engine.bpmn.ReceiveTask;
import dev.outwork.engine.bpmn.SubProcess;
import dev.outwork.engine.bpmn.Trigger;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads activities: tasks, sub-processes and call activities, multi-instance or not. */
final class ActivityReader {
  private final InfoReader infos;
  private final TriggerReader triggers;
  private final MultiInstanceReader multiInstances;
  private final ExternalActivityReader externalActivities;
  private final AssignmentReader assignments;
  private final Map<String, Kind> kinds;

  /** Reads one kind of activity. */
  private interface Kind {
    FlowNode read(NodeInfo info, Element node, String compensates);
  }

  ActivityReader(
      ExpressionReader texts,
      InfoReader infos,
      TriggerReader triggers,
      ExternalActivityReader externalActivities) {
    this.infos = infos;
    this.triggers = triggers;
    this.multiInstances = new MultiInstanceReader(texts);
    this.externalActivities = externalActivities;
    this.assignments = new AssignmentReader(texts);
    this.kinds =
        Map.ofEntries(
            entry("task", (info, node, compensates) -> new PassThroughTask(info, compensates)),
            entry(
                "manualTask", (info, node, compensates) -> new PassThroughTask(info, compensates)),
            entry("serviceTask", this::implemented),
            entry("sendTask", this::implemented),
            entry(
                "businessRuleTask",
                businessRules(new BusinessRuleReader(texts), this::implemented)),
            entry("scriptTask", externalActivities::read),
            entry("userTask", new UserTaskReader(texts)::read),
            entry("receiveTask", this::receiveTask),
            entry("callActivity", new CallActivityReader(texts)::read),
            entry("subProcess", ActivityReader::subProcess),
            entry("transaction", ActivityReader::subProcess));
  }

  /**
   * The activity, after its body if it is multi-instance; empty if the element is none or not
   * supported, which {@link Refusals} reports.
   */
  List<FlowNode> read(Scope scope, Element node) {
    Kind kind = kinds.get(node.kind());
    if (kind == null) {
      return List.of();
    }
    if (Scope.isEventSubProcess(node)) {
      return eventSubProcess(infos.of(scope, node, node.kind()), node).stream().toList();
    }
    String compensates = scope.compensations().compensatedBy(node);
    Optional<Element> loop = node.child("multiInstanceLoopCharacteristics");
    if (loop.isEmpty()) {
      return List.of(kind.read(infos.of(scope, node, node.kind()), node, compensates));
    }
    return List.of(
        multiInstances.read(infos.ofBody(scope, node), node, loop.get(), compensates),
        kind.read(infos.ofInstance(node, loop.get(), node.kind()), node, null));
  }

  private static Kind businessRules(BusinessRuleReader decisions, Kind implemented) {
    return (info, node, compensates) ->
        BusinessRuleReader.hasDecision(node)
            ? decisions.read(info, node, compensates)
            : implemented.read(info, node, compensates);
  }

  private FlowNode implemented(NodeInfo info, Element node, String compensates) {
    return AssignmentReader.isTask(node)
        ? new AssignmentTask(info, assignments.ofTask(node).orElse(null), compensates)
        : externalActivities.read(info, node, compensates);
  }

  private FlowNode receiveTask(NodeInfo info, Element node, String compensates) {
    Optional<Trigger> message =
        node.given("messageRef") == null
            ? Optional.of(NoTrigger.INSTANCE)
            : triggers.message(node, node);
    return new ReceiveTask(info, message.orElse(NoTrigger.INSTANCE), compensates);
  }

  private static FlowNode subProcess(NodeInfo info, Element node, String compensates) {
    String startId = start(node).map(Element::id).orElse(null);
    return new SubProcess(info, startId, compensates);
  }

  private Optional<FlowNode> eventSubProcess(NodeInfo info, Element node) {
    return start(node)
        .flatMap(
            start ->
                triggers
                    .read(start)
                    .map(
                        trigger ->
                            new EventSubProcess(
                                info, start.id(), interrupts(start, trigger), trigger)));
  }

  private static boolean interrupts(Element start, Trigger trigger) {
    return !(trigger instanceof CompensationTrigger) && !start.isFalse("isInterrupting");
  }

  private static Optional<Element> start(Element subProcess) {
    return subProcess.child("startEvent");
  }
}
