package dev.outwork.mover.moving;

import dev.outwork.mover.converting.CannotGoException;
import dev.outwork.mover.converting.Conversion;
import dev.outwork.mover.converting.HierarchyConversion;
import dev.outwork.mover.converting.JavaValues;
import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.InstanceReader;
import dev.outwork.mover.source.InstanceRows;
import dev.outwork.mover.source.SourceMarks.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads hierarchies of the source and converts them. */
final class Converter {
  private final JavaValues javaValues;

  /**
   * What became of them.
   *
   * @param staying reasons by roots
   */
  record Result(List<Conversion> conversions, Map<String, String> staying) {}

  Converter(JavaValues javaValues) {
    this.javaValues = javaValues;
  }

  JavaValues javaValues() {
    return javaValues;
  }

  /** Hierarchies that are marked. */
  Result convert(Sides sides, Collection<Mark> marks, Definitions definitions) {
    List<String> roots = marks.stream().map(Mark::rootId).toList();
    InstanceRows rows = InstanceReader.read(sides.source(), roots);
    Set<String> stoodSuspended = sides.marks().stoodSuspended(roots);
    Map<Instant, List<String>> byMoment = new TreeMap<>();
    marks.forEach(
        mark ->
            byMoment.computeIfAbsent(mark.markedAt(), any -> new ArrayList<>()).add(mark.rootId()));
    Result result = new Result(new ArrayList<>(), new LinkedHashMap<>());
    byMoment.forEach(
        (markedAt, some) ->
            convert(
                new HierarchyConversion(
                    rows,
                    definitions::of,
                    stoodSuspended,
                    new HierarchyConversion.Moment(markedAt, sides.now()),
                    javaValues),
                some,
                result));
    return result;
  }

  /** Hierarchies that nobody has suspended, to see whether they could go. */
  Result tryOut(Sides sides, List<String> roots, Definitions definitions) {
    InstanceRows rows = InstanceReader.read(sides.source(), roots);
    Result result = new Result(new ArrayList<>(), new LinkedHashMap<>());
    convert(
        new HierarchyConversion(
            rows,
            definitions::of,
            Set.of(),
            new HierarchyConversion.Moment(sides.now(), sides.now()),
            javaValues),
        roots,
        result);
    return result;
  }

  private static void convert(HierarchyConversion conversion, List<String> roots, Result result) {
    for (String root : roots) {
      try {
        result.conversions().add(conversion.convert(root));
      } catch (CannotGoException refusal) {
        result.staying().put(root, refusal.getMessage());
      } catch (RuntimeException unforeseen) {
        // Rows that nobody has thought of: one instance that stays must not keep all others back.
        result.staying().put(root, "it cannot be converted: " + unforeseen);
      }
    }
  }
}
