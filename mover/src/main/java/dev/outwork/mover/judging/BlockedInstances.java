package dev.outwork.mover.judging;

import dev.outwork.mover.judging.DefinitionReport.InstanceCount;
import dev.outwork.mover.reading.SourceInstance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Finds out who cannot go. Takes all instances, those of one call hierarchy after each other, and
 * keeps one hierarchy at a time.
 */
final class BlockedInstances implements Consumer<SourceInstance> {
  /** How many ids a group shows. */
  static final int EXAMPLES = 5;

  private final Set<String> refusedDefinitions;
  private final BiConsumer<Reason, String> listener;
  private final List<SourceInstance> hierarchy = new ArrayList<>();
  private final Map<String, InstanceCount> counts = new HashMap<>();
  private final Map<Group, Members> groups = new TreeMap<>(Group.ORDER);

  private record Group(Reason reason, String definitionId) {
    static final Comparator<Group> ORDER =
        Comparator.comparing(Group::reason).thenComparing(Group::definitionId);
  }

  private static final class Members {
    private final List<String> examples = new ArrayList<>();
    private long count;

    void add(String id) {
      count++;
      if (examples.size() < EXAMPLES) {
        examples.add(id);
      }
    }
  }

  /**
   * @param listener is told each reason and the instance that has it
   */
  BlockedInstances(Set<String> refusedDefinitions, BiConsumer<Reason, String> listener) {
    this.refusedDefinitions = refusedDefinitions;
    this.listener = listener;
  }

  @Override
  public void accept(SourceInstance instance) {
    if (!hierarchy.isEmpty() && !hierarchy.get(0).rootId().equals(instance.rootId())) {
      judge();
    }
    hierarchy.add(instance);
  }

  /** All instances have been taken. */
  void end() {
    judge();
  }

  private void judge() {
    List<Set<Reason>> own = hierarchy.stream().map(this::ownReasons).toList();
    boolean isBlocked = own.stream().anyMatch(reasons -> !reasons.isEmpty());
    for (int i = 0; i < hierarchy.size(); i++) {
      Set<Reason> reasons = own.get(i);
      if (isBlocked && reasons.isEmpty()) {
        reasons.add(Reason.CALL_HIERARCHY);
      }
      count(hierarchy.get(i), reasons);
    }
    hierarchy.clear();
  }

  private Set<Reason> ownReasons(SourceInstance instance) {
    Set<Reason> reasons = EnumSet.noneOf(Reason.class);
    if (refusedDefinitions.contains(instance.definitionId())) {
      reasons.add(Reason.DEFINITION_REFUSED);
    }
    if (instance.hasJavaValues()) {
      reasons.add(Reason.JAVA_VALUES);
    }
    if (instance.isOfCase()) {
      reasons.add(Reason.OF_CASE);
    }
    return reasons;
  }

  private void count(SourceInstance instance, Set<Reason> reasons) {
    for (Reason reason : reasons) {
      groups
          .computeIfAbsent(new Group(reason, instance.definitionId()), group -> new Members())
          .add(instance.id());
      listener.accept(reason, instance.id());
    }
    InstanceCount one =
        new InstanceCount(
            1,
            instance.isSuspended() ? 1 : 0,
            instance.isCalled() ? 1 : 0,
            reasons.isEmpty() ? 0 : 1);
    counts.merge(instance.definitionId(), one, InstanceCount::plus);
  }

  InstanceCount countOf(String definitionId) {
    return counts.getOrDefault(definitionId, InstanceCount.NONE);
  }

  /** By reason and definition, without elements and details. */
  List<BlockedGroup> groups() {
    return groups.entrySet().stream()
        .map(
            entry ->
                new BlockedGroup(
                    entry.getKey().reason(),
                    entry.getKey().definitionId(),
                    List.of(),
                    List.of(),
                    entry.getValue().count,
                    List.copyOf(entry.getValue().examples)))
        .toList();
  }
}
