package dev.outwork.mover.moving;

import dev.outwork.mover.converting.JavaValues;
import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.HistoryReader;
import dev.outwork.mover.source.InstanceReader;
import dev.outwork.mover.source.SourceExecution;
import dev.outwork.mover.source.SourceProcessHistory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds those that cannot go before they are suspended, so that nothing happens to them. */
final class PreCheck {
  private final Sides sides;
  private final Converter converter;
  private final Definitions definitions;
  private final MoveListener listener;

  PreCheck(Sides sides, Converter converter, Definitions definitions, MoveListener listener) {
    this.sides = sides;
    this.converter = converter;
    this.definitions = definitions;
    this.listener = listener;
  }

  /** Those without a reason to stay; the others are told to the listener. */
  List<String> fit(List<String> roots) {
    Map<String, String> reasons = new HashMap<>();
    running(roots, reasons);
    InstanceReader.ofCases(sides.source(), roots)
        .forEach(root -> reasons.putIfAbsent(root, "a case has started it"));
    if (converter.history().isOfRunning()) {
      past(without(reasons.keySet(), roots), reasons);
    }
    reasons.forEach(listener::stays);
    return without(reasons.keySet(), roots);
  }

  private static List<String> without(Set<String> some, List<String> roots) {
    List<String> others = new ArrayList<>(roots);
    others.removeAll(some);
    return others;
  }

  private void running(List<String> roots, Map<String, String> reasons) {
    List<SourceExecution> instances =
        InstanceReader.executions(sides.source(), roots).stream()
            .filter(SourceExecution::isProcessInstance)
            .toList();
    instances.stream()
        .filter(instance -> roots.contains(instance.id()) && !isRoot(instance))
        .forEach(
            instance -> reasons.put(instance.id(), "its caller was deleted, and left it behind"));
    for (SourceExecution instance : instances) {
      definitions
          .refusal(instance.definitionId())
          .ifPresent(reason -> reasons.putIfAbsent(instance.rootId(), reason));
    }
    if (converter.javaValues() != JavaValues.REFUSE) {
      return;
    }
    Set<String> withJava =
        InstanceReader.withJavaValues(
            sides.source(), instances.stream().map(SourceExecution::id).toList());
    instances.stream()
        .filter(instance -> withJava.contains(instance.id()))
        .forEach(
            instance ->
                reasons.putIfAbsent(
                    instance.rootId(),
                    "'%s' has variables that are serialized Java".formatted(instance.id())));
  }

  private static boolean isRoot(SourceExecution instance) {
    return instance.rootId().equals(instance.id());
  }

  /** What has ended in them, and what they have called, comes with them. */
  private void past(List<String> roots, Map<String, String> reasons) {
    List<SourceProcessHistory> instances = HistoryReader.instances(sides.source(), roots);
    for (SourceProcessHistory instance : instances) {
      definitions
          .refusal(instance.definitionId())
          .ifPresent(reason -> reasons.putIfAbsent(instance.called().rootId(), reason));
    }
    if (converter.javaValues() != JavaValues.REFUSE) {
      return;
    }
    Set<String> withJava =
        HistoryReader.withJavaValues(
            sides.source(), instances.stream().map(SourceProcessHistory::id).toList());
    // Not all that history has comes over, so these few are converted to see.
    List<String> doubtful =
        instances.stream()
            .filter(instance -> withJava.contains(instance.id()))
            .map(instance -> instance.called().rootId())
            .distinct()
            .toList();
    converter
        .tryOut(sides, without(reasons.keySet(), doubtful), definitions)
        .staying()
        .forEach(reasons::putIfAbsent);
  }
}
