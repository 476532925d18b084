package dev.outwork.mover.moving;

import dev.outwork.mover.converting.Conversion;
import dev.outwork.mover.destination.TargetException;
import dev.outwork.mover.moving.DefinitionMove.Definitions;
import dev.outwork.mover.source.SourceMarks.Mark;
import dev.outwork.mover.source.SourceMarks.State;
import dev.outwork.mover.verifying.RowDifference;
import dev.outwork.mover.verifying.Verification;
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
    List<String> fit =
        new PreCheck(sides.source(), definitions, converter.javaValues(), listener).fit(roots);
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
    if (!isCopied(conversions, there)) {
      conversions.forEach(conversion -> copyAlone(conversion, there, staying));
    }
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

  /** One transaction: they are there, as they should be, or not at all. */
  private void copy(List<Conversion> conversions) {
    List<String> roots = conversions.stream().map(Conversion::rootId).toList();
    sides.moved().add(roots, sides.now());
    sides
        .target()
        .insert(conversions.stream().flatMap(conversion -> conversion.rows().stream()).toList());
    List<RowDifference> differences = Verification.compare(conversions, sides.moved().rows(roots));
    if (!differences.isEmpty()) {
      throw new CopyDiffersException(differences.get(0));
    }
    sides.target().commit();
  }

  /** Whether all are there; otherwise none is. */
  private boolean isCopied(List<Conversion> conversions, List<String> there) {
    try {
      copy(conversions);
      conversions.forEach(conversion -> there.add(conversion.rootId()));
      return true;
    } catch (TargetException | CopyDiffersException failure) {
      sides.target().rollback();
      return false;
    }
  }

  // One of them has kept the others back. A commit that has failed may have taken place all the
  // same: the target knows.
  private void copyAlone(Conversion conversion, List<String> there, List<String> staying) {
    String root = conversion.rootId();
    if (!sides.moved().among(List.of(root)).isEmpty()) {
      there.add(root);
      return;
    }
    try {
      copy(List.of(conversion));
      there.add(root);
    } catch (TargetException | CopyDiffersException failure) {
      sides.target().rollback();
      if (sides.moved().among(List.of(root)).isEmpty()) {
        staying.add(root);
        listener.stays(root, failure.getMessage());
      } else {
        there.add(root);
      }
    }
  }

  /** What was written is not what is read. */
  private static final class CopyDiffersException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CopyDiffersException(RowDifference difference) {
      super("the copy differs: " + difference.text());
    }
  }
}
