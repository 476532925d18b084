package dev.outwork.mover.moving;

import dev.outwork.mover.destination.TargetDefinitions;
import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.DeploymentReader;
import dev.outwork.mover.source.Slice;
import dev.outwork.mover.source.SourceMarks.Mark;
import dev.outwork.mover.source.SourceMarks.State;
import java.util.List;

/** Asks both sides about what has been moved. */
public final class Verify {
  private final MoveSettings settings;
  private final MoveListener listener;

  public Verify(MoveSettings settings, MoveListener listener) {
    this.settings = settings;
    this.listener = listener;
  }

  /** Tells each difference to the listener, also those that come from going on. */
  public void verify(Slice slice) {
    Definitions definitions = definitions(settings);
    MovedRoots.each(settings, slice, (sides, roots) -> verify(sides, roots, definitions));
  }

  private void verify(Sides sides, List<String> roots, Definitions definitions) {
    List<Mark> marks = sides.marks().lock(State.MOVED, roots);
    new SideComparison(sides, new Converter(settings.what()), definitions)
        .differences(marks)
        .forEach(listener::differs);
    sides.source().rollback();
    sides.target().rollback();
    listener.done(marks.size());
  }

  static Definitions definitions(MoveSettings settings) {
    try (Sides sides = Sides.open(settings)) {
      sides.marks().prepare();
      return new DefinitionMove(
              new DeploymentReader(sides.source()),
              new TargetDefinitions(sides.target()),
              settings.what().codeBecomesTopics())
          .bring(false);
    }
  }
}
