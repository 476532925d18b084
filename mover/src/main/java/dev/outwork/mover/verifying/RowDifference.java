package dev.outwork.mover.verifying;

import java.util.Set;

/**
 * Something is not in the target as it should be, by the source.
 *
 * @param what the table
 * @param id of the row; null for a count
 * @param kind how it differs
 * @param details columns, or numbers
 */
public record RowDifference(String rootId, String what, String id, Kind kind, Set<String> details) {
  /** How. */
  public enum Kind {
    MISSING,
    UNEXPECTED,
    DIFFERENT,
    COUNT
  }

  public RowDifference {
    details = Set.copyOf(details);
  }

  /** For people. */
  public String text() {
    String row = id == null ? what : what + " " + id;
    return switch (kind) {
      case MISSING -> "%s: %s is not there".formatted(rootId, row);
      case UNEXPECTED -> "%s: %s is there, and not in the source".formatted(rootId, row);
      case DIFFERENT -> "%s: %s differs in %s".formatted(rootId, row, String.join(", ", details));
      case COUNT -> "%s: %s: %s".formatted(rootId, row, String.join(", ", details));
    };
  }
}
