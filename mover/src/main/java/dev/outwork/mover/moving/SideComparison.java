package dev.outwork.mover.moving;

import dev.outwork.mover.converting.Conversion;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.SourceMarks.Mark;
import dev.outwork.mover.verifying.RowDifference;
import dev.outwork.mover.verifying.Verification;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Compares hierarchies that have been moved with what they are in the source. */
final class SideComparison {
  private final Sides sides;
  private final Converter converter;
  private final Definitions definitions;

  SideComparison(Sides sides, Converter converter, Definitions definitions) {
    this.sides = sides;
    this.converter = converter;
    this.definitions = definitions;
  }

  List<RowDifference> differences(Collection<Mark> marks) {
    List<String> roots = marks.stream().map(Mark::rootId).toList();
    List<RowDifference> differences = new ArrayList<>();
    Converter.Result result = converter.convertAll(sides, marks, definitions);
    result
        .staying()
        .forEach((rootId, reason) -> differences.add(whole(rootId, "in the source: " + reason)));
    Set<String> there = Set.copyOf(sides.moved().among(roots));
    roots.stream()
        .filter(root -> !there.contains(root))
        .forEach(root -> differences.add(whole(root, "the target does not know it")));
    List<Conversion> compared =
        result.conversions().stream()
            .filter(conversion -> there.contains(conversion.rootId()))
            .toList();
    List<TargetRow> rows = sides.moved().rows(compared.stream().map(Conversion::rootId).toList());
    differences.addAll(Verification.compare(compared, rows));
    return differences;
  }

  private static RowDifference whole(String rootId, String reason) {
    return new RowDifference(rootId, "instance", null, RowDifference.Kind.COUNT, Set.of(reason));
  }
}
