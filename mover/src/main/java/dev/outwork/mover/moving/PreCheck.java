package dev.outwork.mover.moving;

import dev.outwork.mover.converting.JavaValues;
import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.InstanceReader;
import dev.outwork.mover.source.SourceExecution;
import dev.outwork.mover.source.SourceSession;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds those that cannot go before they are suspended, so that nothing happens to them. */
final class PreCheck {
  private final SourceSession source;
  private final Definitions definitions;
  private final JavaValues javaValues;
  private final MoveListener listener;

  PreCheck(
      SourceSession source, Definitions definitions, JavaValues javaValues, MoveListener listener) {
    this.source = source;
    this.definitions = definitions;
    this.javaValues = javaValues;
    this.listener = listener;
  }

  /** Those without a reason to stay; the others are told to the listener. */
  List<String> fit(List<String> roots) {
    Map<String, String> reasons = new HashMap<>();
    List<SourceExecution> instances =
        InstanceReader.executions(source, roots).stream()
            .filter(SourceExecution::isProcessInstance)
            .toList();
    for (SourceExecution instance : instances) {
      definitions
          .refusal(instance.definitionId())
          .ifPresent(reason -> reasons.putIfAbsent(instance.rootId(), reason));
    }
    if (javaValues == JavaValues.REFUSE) {
      Set<String> withJava =
          InstanceReader.withJavaValues(
              source, instances.stream().map(SourceExecution::id).toList());
      instances.stream()
          .filter(instance -> withJava.contains(instance.id()))
          .forEach(
              instance ->
                  reasons.putIfAbsent(
                      instance.rootId(),
                      "'%s' has variables that are serialized Java".formatted(instance.id())));
    }
    InstanceReader.ofCases(source, roots)
        .forEach(root -> reasons.putIfAbsent(root, "a case has started it"));
    reasons.forEach(listener::stays);
    List<String> fit = new ArrayList<>(roots);
    fit.removeAll(reasons.keySet());
    return fit;
  }
}
