package dev.outwork.mover.converting;

import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import java.util.List;
import java.util.Map;

/**
 * What becomes of a call hierarchy.
 *
 * @param rows to insert
 * @param counts how many rows of some tables there have to be, as counted in the source
 */
public record Conversion(String rootId, List<TargetRow> rows, Map<TargetTable, Integer> counts) {
  public Conversion {
    rows = List.copyOf(rows);
    counts = Map.copyOf(counts);
  }
}
