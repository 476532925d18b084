package dev.outwork.mover.moving;

import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.Slice;
import dev.outwork.mover.source.SourceMarks.Mark;
import dev.outwork.mover.source.SourceMarks.State;
import dev.outwork.mover.verifying.RowDifference;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Takes a slice back: out of the target, and active again in the source. Those to which something
 * has happened in the target stay there.
 */
public final class Undo {
  private final MoveSettings settings;
  private final MoveListener listener;

  public Undo(MoveSettings settings, MoveListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /** Finishes what was begun before, then undoes the slice. */
  public void undo(Slice slice) {
    Definitions definitions = Verify.definitions(settings);
    try (Sides sides = Sides.open(settings)) {
      finish(sides, definitions);
    }
    MovedRoots.each(settings, slice, (sides, roots) -> undo(sides, roots, definitions));
  }

  private void finish(Sides sides, Definitions definitions) {
    String after = "";
    while (true) {
      List<String> roots =
          sides.marks().next(State.UNDOING, after, settings.chunk()).stream()
              .map(Mark::rootId)
              .toList();
      sides.source().commit();
      if (roots.isEmpty()) {
        return;
      }
      goOn(sides, roots, definitions);
      after = roots.get(roots.size() - 1);
    }
  }

  private void undo(Sides sides, List<String> roots, Definitions definitions) {
    List<String> moved = sides.marks().lock(State.MOVED, roots).stream().map(Mark::rootId).toList();
    sides.marks().set(State.UNDOING, moved);
    sides.source().commit();
    goOn(sides, moved, definitions);
  }

  // The target's rows go first: a mover that is killed between leaves instances that run nowhere,
  // and a mark that says so, but never instances that run twice.
  private void goOn(Sides sides, List<String> roots, Definitions definitions) {
    List<Mark> marks = sides.marks().lock(State.UNDOING, roots);
    List<String> undoing = marks.stream().map(Mark::rootId).toList();
    sides.moved().lock(undoing);
    List<String> there = sides.moved().among(undoing);
    Map<String, String> touched = touched(sides, marks, there, definitions);
    sides.moved().delete(there.stream().filter(root -> !touched.containsKey(root)).toList());
    sides.target().commit();
    List<String> back = new ArrayList<>(undoing);
    back.removeAll(touched.keySet());
    sides.marks().activate(back);
    sides.marks().set(State.MOVED, touched.keySet());
    sides.source().commit();
    touched.forEach(listener::stays);
    listener.done(back.size());
  }

  private Map<String, String> touched(
      Sides sides, List<Mark> marks, List<String> there, Definitions definitions) {
    Map<String, String> touched = new HashMap<>();
    List<Mark> present = marks.stream().filter(mark -> there.contains(mark.rootId())).toList();
    for (RowDifference difference :
        new SideComparison(sides, new Converter(settings.what()), definitions)
            .differences(present)) {
      touched.merge(difference.rootId(), difference.text(), (one, other) -> one + "; " + other);
    }
    return touched;
  }
}
