package dev.outwork.mover.moving;

import dev.outwork.mover.converting.Conversion;
import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.SourceMarks.Mark;
import dev.outwork.mover.source.SourceMarks.State;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The steps of one chunk. */
final class ChunkMove {
  private final Sides sides;
  private final Converter converter;
  private final Definitions definitions;
  private final MoveListener listener;

  ChunkMove(Sides sides, Converter converter, Definitions definitions, MoveListener listener) {
    this.sides = sides;
    this.converter = converter;
    this.definitions = definitions;
    this.listener = listener;
  }

  /** Moves what can go of these hierarchies. */
  void move(List<String> roots) {
    List<String> fit = new PreCheck(sides, converter, definitions, listener).fit(roots);
    sides.source().commit();
    if (fit.isEmpty()) {
      return;
    }
    List<String> suspended = sides.marks().suspend(fit, sides.now());
    sides.source().commit();
    goOn(suspended);
  }

  /**
   * Goes on with hierarchies that are suspended, by this mover or by one that was killed. Their
   * marks stay locked until it is known what has become of them: another mover waits.
   */
  void goOn(Collection<String> roots) {
    List<Mark> marks = sides.marks().lock(State.SUSPENDED, roots);
    List<String> marked = marks.stream().map(Mark::rootId).toList();
    List<String> there = new ArrayList<>(sides.moved().among(marked));
    List<Mark> left = marks.stream().filter(mark -> !there.contains(mark.rootId())).toList();
    List<String> staying = new ArrayList<>();
    List<Conversion> conversions = convert(left, staying);
    Copying.Result copied = new Copying(sides).copy(conversions);
    there.addAll(copied.there());
    copied
        .staying()
        .forEach(
            (rootId, reason) -> {
              staying.add(rootId);
              listener.stays(rootId, reason);
            });
    sides.marks().activate(staying);
    sides.marks().set(State.MOVED, there);
    sides.source().commit();
    listener.done(there.size());
  }

  private List<Conversion> convert(List<Mark> marks, List<String> staying) {
    Converter.Result result = converter.convert(sides, marks, definitions);
    result
        .staying()
        .forEach(
            (rootId, reason) -> {
              staying.add(rootId);
              listener.stays(rootId, reason);
            });
    return result.conversions();
  }
}
