package dev.outwork.mover.moving;

import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.EndedRoots;
import dev.outwork.mover.source.RootInstances.Which;
import dev.outwork.mover.source.Slice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Copies the history of hierarchies that have ended. Nothing changes them any more, so they need no
 * mark before: one that a killed mover has copied is known to the target, and only marked.
 */
final class EndedMove {
  /** Of a row: reasons that differ in nothing else are one. */
  private static final Pattern ID = Pattern.compile("\\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  private final MoveSettings settings;
  private final Converter converter;
  private final Definitions definitions;
  private final MoveListener listener;
  private final Map<String, Long> staying = new ConcurrentHashMap<>();

  EndedMove(
      MoveSettings settings, Converter converter, Definitions definitions, MoveListener listener) {
    this.settings = settings;
    this.converter = converter;
    this.definitions = definitions;
    this.listener = listener;
  }

  void move(Slice slice) {
    each(slice, Which.UNMARKED, this::move);
  }

  /** Reads and converts, and writes nothing. */
  void tryOut(Slice slice, Which which) {
    each(
        slice,
        which,
        (sides, roots) -> {
          Converter.Result result = converter.convertEnded(sides, roots, definitions);
          sides.source().rollback();
          stay(result.staying());
          listener.endedDone(result.conversions().size());
        });
  }

  private void each(Slice slice, Which which, Chunks.Work work) {
    try (Chunks chunks = new Chunks(settings)) {
      chunks.each(
          (sides, after) ->
              EndedRoots.next(
                  sides.source(),
                  slice,
                  which,
                  settings.what().history().ended(sides.now()),
                  after,
                  settings.page()),
          work);
    }
    staying.forEach((reason, count) -> listener.endedStay(count, reason));
  }

  private void move(Sides sides, List<String> roots) {
    List<String> there = new ArrayList<>(sides.moved().among(roots));
    List<String> left = roots.stream().filter(root -> !there.contains(root)).toList();
    Converter.Result result = converter.convertEnded(sides, left, definitions);
    stay(result.staying());
    Copying.Result copied = new Copying(sides).copy(result.conversions());
    stay(copied.staying());
    there.addAll(copied.there());
    sides.marks().addMoved(there, sides.now());
    sides.source().commit();
    listener.endedDone(there.size());
  }

  // There may be very many, so they are counted and not named.
  private void stay(Map<String, String> reasons) {
    reasons.forEach(
        (rootId, reason) ->
            staying.merge(
                ID.matcher(reason.replace(rootId, "the instance")).replaceAll("an id"),
                1L,
                Long::sum));
  }
}
