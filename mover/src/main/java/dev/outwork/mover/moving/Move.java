package dev.outwork.mover.moving;

import dev.outwork.mover.destination.TargetDefinitions;
import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.DeploymentReader;
import dev.outwork.mover.source.RootInstances;
import dev.outwork.mover.source.RootInstances.Which;
import dev.outwork.mover.source.Slice;
import dev.outwork.mover.source.SourceMarks.Mark;
import dev.outwork.mover.source.SourceMarks.State;
import java.util.List;

/** Moves a slice, or tries it out. */
public final class Move {
  private final MoveSettings settings;
  private final MoveListener listener;
  private final Converter converter;

  public Move(MoveSettings settings, MoveListener listener) {
    this.settings = settings;
    this.listener = listener;
    this.converter = new Converter(settings.what());
  }

  /** How many root instances a slice has that have not been moved. */
  public static long count(MoveSettings settings, Slice slice) {
    try (Sides sides = Sides.open(settings)) {
      return RootInstances.count(sides.source(), slice, unmoved(sides));
    }
  }

  private static Which unmoved(Sides sides) {
    return sides.marks().exist() ? Which.UNMARKED : Which.ANY;
  }

  /** Finishes what a mover has begun that was killed, then moves what is left of the slice. */
  public void move(Slice slice) {
    Definitions definitions;
    try (Sides sides = Sides.open(settings)) {
      sides.marks().prepare();
      definitions = definitions(sides, true);
      sides.target().commit();
      finish(sides, definitions);
    }
    try (Chunks chunks = new Chunks(settings)) {
      chunks.each(
          (sides, after) ->
              RootInstances.next(sides.source(), slice, Which.UNMARKED, after, settings.page()),
          (sides, roots) -> chunk(sides, definitions).move(roots));
    }
    if (settings.what().history().isOfEnded()) {
      ended(definitions).move(slice);
    }
  }

  private EndedMove ended(Definitions definitions) {
    return new EndedMove(settings, converter, definitions, listener);
  }

  private void finish(Sides sides, Definitions definitions) {
    String after = "";
    while (true) {
      List<String> roots =
          sides.marks().next(State.SUSPENDED, after, settings.chunk()).stream()
              .map(Mark::rootId)
              .toList();
      sides.source().commit();
      if (roots.isEmpty()) {
        return;
      }
      chunk(sides, definitions).goOn(roots);
      after = roots.get(roots.size() - 1);
    }
  }

  private ChunkMove chunk(Sides sides, Definitions definitions) {
    return new ChunkMove(sides, converter, definitions, listener);
  }

  /** Reads and converts what would be moved, and writes nothing. */
  public void tryOut(Slice slice) {
    Definitions definitions;
    Which which;
    try (Sides sides = Sides.open(settings)) {
      definitions = definitions(sides, false);
      which = unmoved(sides);
    }
    try (Chunks chunks = new Chunks(settings)) {
      chunks.each(
          (sides, after) ->
              RootInstances.next(sides.source(), slice, which, after, settings.page()),
          (sides, roots) -> tryOut(sides, roots, definitions));
    }
    if (settings.what().history().isOfEnded()) {
      ended(definitions).tryOut(slice, which);
    }
  }

  private void tryOut(Sides sides, List<String> roots, Definitions definitions) {
    List<String> fit = new PreCheck(sides, converter, definitions, listener).fit(roots);
    Converter.Result result = converter.tryOut(sides, fit, definitions);
    sides.source().rollback();
    result.staying().forEach(listener::stays);
    result.conversions().forEach(conversion -> listener.canGo(conversion.rootId()));
    listener.done(result.conversions().size());
  }

  private Definitions definitions(Sides sides, boolean write) {
    return new DefinitionMove(
            new DeploymentReader(sides.source()),
            new TargetDefinitions(sides.target()),
            settings.what().codeBecomesTopics())
        .bring(write);
  }
}
