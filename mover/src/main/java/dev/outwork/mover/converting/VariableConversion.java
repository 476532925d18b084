package dev.outwork.mover.converting;

import dev.outwork.engine.bpmn.MultiInstance;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import dev.outwork.mover.source.SourceVariable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The variables of an instance: each in the scope where it is now. */
final class VariableConversion {
  private final ConvertedInstance instance;
  private final HierarchyRows rows;
  private final VariableValues values;
  private final Set<List<String>> names = new HashSet<>();

  VariableConversion(ConvertedInstance instance, HierarchyRows rows, JavaValues javaValues) {
    this.instance = instance;
    this.rows = rows;
    this.values = new VariableValues(rows::bytes, javaValues);
  }

  void addTo(List<TargetRow> converted) {
    for (SourceVariable variable : rows.variables(instance.id())) {
      if (!staysBehind(variable) && isOfHere(variable)) {
        converted.add(row(variable));
      }
    }
  }

  boolean staysBehind(SourceVariable variable) {
    return values.staysBehind(variable);
  }

  // What stands in an execution that keeps the past belongs to the compensation of it, and what
  // stands at an instance of a multi-instance activity that has ended is gone.
  private boolean isOfHere(SourceVariable variable) {
    return variable.taskId() != null || instance.places().owner(variable.executionId()).isPresent();
  }

  private TargetRow row(SourceVariable variable) {
    String scopeId = scope(variable);
    if (!names.add(List.of(scopeId, variable.name()))) {
      throw new CannotGoException(
          "it has two variables '%s' at one activity".formatted(variable.name()));
    }
    return of(variable, scopeId);
  }

  TargetRow of(SourceVariable variable, String scopeId) {
    TargetRow row =
        TargetRow.of(TargetTable.VARIABLE)
            .with("id", variable.id())
            .with("process_instance_id", instance.id())
            .with("scope_id", scopeId)
            .with("name", variable.name())
            .with("created_at", instance.startedAt());
    values.set(row, variable);
    return row;
  }

  private String scope(SourceVariable variable) {
    if (variable.taskId() != null) {
      return variable.taskId();
    }
    String owner = instance.places().owner(variable.executionId()).orElseThrow();
    return ofCurrent(owner, variable.name());
  }

  // A sequential multi-instance activity keeps what belongs to its one instance beside it.
  private String ofCurrent(String owner, String name) {
    TokenPlace body = instance.places().of(owner);
    if (body == null
        || !(body.node() instanceof MultiInstance repeated)
        || !repeated.isSequential()
        || !(name.equals(MultiInstance.COUNTER) || name.equals(repeated.elementVariable()))) {
      return owner;
    }
    return instance.places().all().stream()
        .filter(place -> place.parentId().equals(owner))
        .map(TokenPlace::id)
        .findFirst()
        .orElse(owner);
  }
}
