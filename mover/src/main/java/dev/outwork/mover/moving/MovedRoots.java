package dev.outwork.mover.moving;

import dev.outwork.mover.source.EndedRoots;
import dev.outwork.mover.source.RootInstances;
import dev.outwork.mover.source.RootInstances.Which;
import dev.outwork.mover.source.Slice;

/** The hierarchies of a slice that are marked as moved: those that run, then those that ended. */
final class MovedRoots {
  private MovedRoots() {}

  /** Does something with each chunk of them. */
  static void each(MoveSettings settings, Slice slice, Chunks.Work work) {
    try (Chunks chunks = new Chunks(settings)) {
      chunks.each(
          (sides, after) ->
              RootInstances.next(sides.source(), slice, Which.MOVED, after, settings.chunk()),
          work);
    }
    try (Chunks chunks = new Chunks(settings)) {
      chunks.each(
          (sides, after) ->
              EndedRoots.next(sides.source(), slice, Which.MOVED, null, after, settings.chunk()),
          work);
    }
  }
}
