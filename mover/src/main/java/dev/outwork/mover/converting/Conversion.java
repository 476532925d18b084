package dev.outwork.mover.converting;

import dev.outwork.mover.destination.TargetRow;
import java.util.List;

/**
 * What becomes of a call hierarchy.
 *
 * @param rows to insert
 * @param counts what has to be there as often as in the source
 */
public record Conversion(String rootId, List<TargetRow> rows, Counts counts) {
  /** How many rows of each kind the source has. */
  public record Counts(
      int instances,
      int externalTasks,
      int userTasks,
      int jobs,
      int subscriptions,
      int incidents) {}

  public Conversion {
    rows = List.copyOf(rows);
  }
}
