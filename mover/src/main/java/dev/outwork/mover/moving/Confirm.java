package dev.outwork.mover.moving;

import dev.outwork.mover.source.Slice;
import dev.outwork.mover.source.SourceMarks.Mark;
import dev.outwork.mover.source.SourceMarks.State;
import java.util.List;

/** Ends the possibility of a way back; the source's instances stay suspended. */
public final class Confirm {
  private final MoveSettings settings;
  private final MoveListener listener;

  public Confirm(MoveSettings settings, MoveListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  public void confirm(Slice slice) {
    try (Sides sides = Sides.open(settings)) {
      sides.marks().prepare();
    }
    MovedRoots.each(settings, slice, this::confirm);
  }

  private void confirm(Sides sides, List<String> roots) {
    List<String> moved = sides.marks().lock(State.MOVED, roots).stream().map(Mark::rootId).toList();
    sides.marks().set(State.CONFIRMED, moved);
    sides.source().commit();
    listener.done(moved.size());
  }
}
