package dev.outwork.mover.moving;

import dev.outwork.mover.source.EndedRoots;
import dev.outwork.mover.source.RootInstances;
import dev.outwork.mover.source.RootInstances.Which;
import dev.outwork.mover.source.Slice;

/**
 * The hierarchies of a slice that are marked as moved: those that run, then those that ended, if
 * the settings ask for their history.
 */
final class MovedRoots {
  private MovedRoots() {}

  /** Does something with each chunk of them. */
  static void each(MoveSettings settings, Slice slice, Chunks.Work work) {
    try (Chunks chunks = new Chunks(settings)) {
      chunks.each(
          (sides, after) ->
              RootInstances.next(sides.source(), slice, Which.MOVED, after, settings.page()),
          work);
    }
    if (!settings.what().history().isOfEnded()) {
      return;
    }
    try (Chunks chunks = new Chunks(settings)) {
      chunks.each(
          (sides, after) ->
              EndedRoots.next(
                  sides.source(),
                  slice,
                  Which.MOVED,
                  settings.what().history().ended(sides.now()),
                  after,
                  settings.page()),
          work);
    }
  }
}
