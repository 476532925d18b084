package dev.outwork.mover.moving;

import dev.outwork.mover.converting.CannotGoException;
import dev.outwork.mover.converting.Conversion;
import dev.outwork.mover.converting.HierarchyConversion;
import dev.outwork.mover.converting.HistoryConversion;
import dev.outwork.mover.converting.JavaValues;
import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.HistoryReader;
import dev.outwork.mover.source.InstanceReader;
import dev.outwork.mover.source.InstanceRows;
import dev.outwork.mover.source.SourceExecution;
import dev.outwork.mover.source.SourceMarks.Mark;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads hierarchies of the source and converts them. */
final class Converter {
  private final WhatGoes what;

  /**
   * What became of them.
   *
   * @param staying reasons by roots
   */
  record Result(List<Conversion> conversions, Map<String, String> staying) {
    private void add(Result other) {
      conversions.addAll(other.conversions());
      staying.putAll(other.staying());
    }
  }

  Converter(WhatGoes what) {
    this.what = what;
  }

  JavaValues javaValues() {
    return what.javaValues();
  }

  HistoryChoice history() {
    return what.history();
  }

  /** Hierarchies that are marked, running and ended. */
  Result convertAll(Sides sides, Collection<Mark> marks, Definitions definitions) {
    Set<String> running =
        InstanceReader.executions(sides.source(), marks.stream().map(Mark::rootId).toList())
            .stream()
            .map(SourceExecution::rootId)
            .collect(Collectors.toSet());
    Result result =
        convert(
            sides,
            marks.stream().filter(mark -> running.contains(mark.rootId())).toList(),
            definitions);
    result.add(
        convertEnded(
            sides,
            marks.stream().map(Mark::rootId).filter(rootId -> !running.contains(rootId)).toList(),
            definitions));
    return result;
  }

  /** Hierarchies that have ended. */
  Result convertEnded(Sides sides, List<String> roots, Definitions definitions) {
    Result result = new Result(new ArrayList<>(), new LinkedHashMap<>());
    convert(history(sides, roots, definitions)::convert, roots, result);
    return result;
  }

  private HistoryConversion history(Sides sides, List<String> roots, Definitions definitions) {
    return new HistoryConversion(
        HistoryReader.read(sides.source(), roots), definitions::of, what.javaValues());
  }

  /**
   * How running hierarchies are converted: with what has ended in them if that is to come.
   *
   * @param since when they were suspended
   */
  private Function<String, Conversion> running(
      Sides sides,
      List<String> roots,
      Definitions definitions,
      InstanceRows rows,
      Set<String> stoodSuspended,
      Instant since) {
    HierarchyConversion conversion =
        new HierarchyConversion(
            rows,
            definitions::of,
            stoodSuspended,
            new HierarchyConversion.Moment(since, sides.now()),
            what.javaValues());
    if (!what.history().isOfRunning()) {
      return conversion::convert;
    }
    HistoryConversion past = history(sides, roots, definitions);
    return root -> past.addTo(conversion.convert(root));
  }

  /** Hierarchies that are running, and marked. */
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
                running(sides, some, definitions, rows, stoodSuspended, markedAt), some, result));
    return result;
  }

  /** Hierarchies that nobody has suspended, to see whether they could go. */
  Result tryOut(Sides sides, List<String> roots, Definitions definitions) {
    InstanceRows rows = InstanceReader.read(sides.source(), roots);
    Result result = new Result(new ArrayList<>(), new LinkedHashMap<>());
    convert(running(sides, roots, definitions, rows, Set.of(), sides.now()), roots, result);
    return result;
  }

  private static void convert(
      Function<String, Conversion> conversion, List<String> roots, Result result) {
    for (String root : roots) {
      try {
        result.conversions().add(conversion.apply(root));
      } catch (CannotGoException refusal) {
        result.staying().put(root, refusal.getMessage());
      } catch (RuntimeException unforeseen) {
        // Rows that nobody has thought of: one instance that stays must not keep all others back.
        result.staying().put(root, "it cannot be converted: " + unforeseen);
      }
    }
  }
}
