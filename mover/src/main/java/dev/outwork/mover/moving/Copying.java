package dev.outwork.mover.moving;

import dev.outwork.mover.converting.Conversion;
import dev.outwork.mover.destination.TargetException;
import dev.outwork.mover.verifying.RowDifference;
import dev.outwork.mover.verifying.Verification;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes converted hierarchies to the target, and compares there what it has written. */
final class Copying {
  private final Sides sides;

  /**
   * What became of them.
   *
   * @param staying reasons by roots
   */
  record Result(List<String> there, Map<String, String> staying) {}

  Copying(Sides sides) {
    this.sides = sides;
  }

  /** Together; and each alone if that fails. */
  Result copy(List<Conversion> conversions) {
    Result result = new Result(new ArrayList<>(), new LinkedHashMap<>());
    if (!isCopied(conversions, result)) {
      conversions.forEach(conversion -> alone(conversion, result));
    }
    return result;
  }

  /** One transaction: they are there, as they should be, or not at all. */
  private void together(List<Conversion> conversions) {
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
  private boolean isCopied(List<Conversion> conversions, Result result) {
    try {
      together(conversions);
      conversions.forEach(conversion -> result.there().add(conversion.rootId()));
      return true;
    } catch (TargetException | CopyDiffersException failure) {
      sides.target().rollback();
      return false;
    }
  }

  // One of them has kept the others back. A commit that has failed may have taken place all the
  // same: the target knows.
  private void alone(Conversion conversion, Result result) {
    String root = conversion.rootId();
    if (!sides.moved().among(List.of(root)).isEmpty()) {
      result.there().add(root);
      return;
    }
    try {
      together(List.of(conversion));
      result.there().add(root);
    } catch (TargetException | CopyDiffersException failure) {
      sides.target().rollback();
      if (sides.moved().among(List.of(root)).isEmpty()) {
        result.staying().put(root, failure.getMessage());
      } else {
        result.there().add(root);
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
