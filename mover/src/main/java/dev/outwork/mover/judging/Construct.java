package dev.outwork.mover.judging;

import dev.outwork.api.deployment.CodeProperty;
import dev.outwork.engine.bpmn.CallActivity;
import dev.outwork.engine.bpmn.CatchingNode;
import dev.outwork.engine.bpmn.CompensationTrigger;
import dev.outwork.engine.bpmn.EventSubProcess;
import dev.outwork.engine.bpmn.ExternalActivity;
import dev.outwork.engine.bpmn.FlowNode;
import dev.outwork.engine.bpmn.MessageTrigger;
import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.engine.bpmn.ProcessModel;
import dev.outwork.engine.bpmn.SignalThrowEvent;
import dev.outwork.engine.bpmn.StartEvent;
import dev.outwork.engine.bpmn.TimerTrigger;
import dev.outwork.engine.bpmn.Trigger;
import dev.outwork.engine.bpmn.UserTask;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What in a source makes an entry of docs/compatibility.md, "Differences", relevant. The name of
 * the entry is its first cell.
 */
enum Construct {
  CODE("A model with classes, scripts, listeners, connectors", anyNode(node -> codeAt(node, null))),
  END_LISTENER(
      "A listener at end whose element is interrupted", anyNode(node -> codeAt(node, "end"))),
  INCLUSIVE_JOIN("Inclusive join", ProcessModel::hasInclusiveJoins),
  SIGNAL_THROW("A signal thrown by a process", anyNode(SignalThrowEvent.class::isInstance)),
  ASYNC_AFTER("Activity at asyncAfter", anyNode(node -> node.info().isLeftByOneJob())),
  CRON("Cron in timeCycle", anyNode(Construct::hasCron)),
  TIMER_START(
      "A timer that becomes due while its definition is suspended",
      model ->
          model.startEvents().stream().anyMatch(start -> start.trigger() instanceof TimerTrigger)),
  MESSAGE(
      "Two concurrent messages for one receiver",
      anyNode(
          node ->
              node instanceof CatchingNode catching
                  && catching.trigger() instanceof MessageTrigger)),
  CONDITION("Conditions and the variables of a failure", ProcessModel::hasConditions),
  CONDITIONS_TOGETHER(
      "Two interrupting events whose conditions become true at the same time",
      ProcessModel::hasConditions),
  LOOP_COUNTER_CONDITION(
      "Conditions and loopCounter of a sequential multi-instance activity",
      model -> model.hasConditions() && anyNode(Construct::isSequential).test(model)),
  COMPENSATING_EVENT_SUB_PROCESS(
      "The activity instance tree while an event sub-process compensates",
      anyNode(
          node ->
              node instanceof EventSubProcess inside
                  && inside.trigger() instanceof CompensationTrigger)),
  CALL("skipSubprocesses of a deletion", anyNode(CallActivity.class::isInstance)),
  OUTPUT(
      "Output parameters when an instance is deleted",
      anyNode(node -> !node.info().inputOutput().outputs().isEmpty())),
  CANDIDATE(
      "candidateUser in a list",
      anyNode(node -> node instanceof UserTask task && !task.candidateGroups().isEmpty())),
  CANDIDATE_STARTER("startableBy", model -> !model.info().candidateStarterGroups().isEmpty()),
  FORM_FIELD(
      "A value that its form field does not accept, by a constraint or by its type",
      anyNode(Construct::hasFormFields)),
  FORM_PROPERTY(
      "A value that a form property does not accept", anyNode(Construct::hasFormProperties)),
  TIME_TO_LIVE("historyTimeToLive", model -> model.info().historyTimeToLive() != null),

  // Not of a model, but of what is running.
  TENANTS("Permissions, tenant checks", model -> false),
  JAVA_VALUES("Java serialization", model -> false),
  STANDALONE_TASKS(
      "Standalone user tasks (/task/create), sub-tasks, comments, attachments", model -> false);

  private final String topic;
  private final Predicate<ProcessModel> uses;

  Construct(String topic, Predicate<ProcessModel> uses) {
    this.topic = topic;
    this.uses = uses;
  }

  /** The first cell of the entry, without its marks. */
  String topic() {
    return topic;
  }

  static Set<Construct> in(ProcessModel model) {
    EnumSet<Construct> constructs = EnumSet.noneOf(Construct.class);
    Arrays.stream(values())
        .filter(construct -> construct.uses.test(model))
        .forEach(constructs::add);
    return constructs;
  }

  private static Predicate<ProcessModel> anyNode(Predicate<FlowNode> is) {
    return model -> model.nodes().values().stream().anyMatch(is);
  }

  private static boolean codeAt(FlowNode node, String event) {
    return node instanceof ExternalActivity activity
        && activity.properties().containsKey(CodeProperty.KIND)
        && (event == null || event.equals(activity.properties().get(CodeProperty.EVENT)));
  }

  private static boolean isSequential(FlowNode node) {
    return node instanceof MultiInstance several && several.isSequential();
  }

  private static boolean hasCron(FlowNode node) {
    Trigger trigger =
        node instanceof CatchingNode catching
            ? catching.trigger()
            : node instanceof StartEvent start ? start.trigger() : null;
    return trigger instanceof TimerTrigger timer
        && timer.kind() == TimerTrigger.Kind.CYCLE
        && timer.value().isConstant()
        && !timer.value().text().strip().startsWith("R");
  }

  private static boolean hasFormFields(FlowNode node) {
    return node instanceof UserTask task && !task.form().fields().isEmpty()
        || node instanceof StartEvent start && !start.form().fields().isEmpty();
  }

  private static boolean hasFormProperties(FlowNode node) {
    return node instanceof UserTask task && !task.form().properties().isEmpty()
        || node instanceof StartEvent start && !start.form().properties().isEmpty();
  }
}
