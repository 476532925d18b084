package dev.outwork.mover.verifying;

import dev.outwork.mover.converting.Conversion;
import dev.outwork.mover.destination.TargetRow;
import dev.outwork.mover.destination.TargetTable;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Compares the rows of the target with what the rows of the source become: every column, and how
 * many of each kind the source has.
 */
public final class Verification {
  /** Whether a lock is over changes by itself. */
  private static final Map<TargetTable, Set<String>> NOT_COMPARED =
      Map.of(TargetTable.EXTERNAL_TASK, Set.of("state"));

  private Verification() {}

  public static List<RowDifference> compare(List<Conversion> expected, List<TargetRow> actual) {
    List<RowDifference> differences = new ArrayList<>();
    Map<String, String> rootOf = roots(actual);
    Map<TargetTable, Map<String, TargetRow>> byId = byId(actual);
    Set<String> seen = new HashSet<>();
    for (Conversion conversion : expected) {
      Map<TargetTable, Integer> found = new EnumMap<>(TargetTable.class);
      for (TargetRow row : conversion.rows()) {
        rootOf.put(row.id(), conversion.rootId());
        TargetRow other = byId.getOrDefault(row.table(), Map.of()).get(row.id());
        seen.add(key(row));
        if (other != null) {
          found.merge(row.table(), 1, Integer::sum);
        }
        compare(conversion.rootId(), row, other, differences);
      }
      counts(conversion, found, differences);
    }
    unexpected(actual, seen, rootOf, differences);
    return differences;
  }

  /** By the ids of process instances and user tasks, to which the other rows belong. */
  private static Map<String, String> roots(List<TargetRow> rows) {
    Map<String, String> rootOf = new HashMap<>();
    rows.stream()
        .filter(row -> row.table() == TargetTable.PROCESS_INSTANCE)
        .forEach(row -> rootOf.put(row.id(), (String) row.value("root_id")));
    rows.stream()
        .filter(row -> row.table() == TargetTable.USER_TASK)
        .forEach(row -> rootOf.put(row.id(), rootOf.get(owner(row))));
    return rootOf;
  }

  private static String owner(TargetRow row) {
    return switch (row.table()) {
      case PROCESS_INSTANCE -> row.id();
      case IDENTITY_LINK -> (String) row.value("user_task_id");
      default -> (String) row.value("process_instance_id");
    };
  }

  private static Map<TargetTable, Map<String, TargetRow>> byId(List<TargetRow> rows) {
    Map<TargetTable, Map<String, TargetRow>> byId = new EnumMap<>(TargetTable.class);
    rows.forEach(
        row -> byId.computeIfAbsent(row.table(), any -> new HashMap<>()).put(row.id(), row));
    return byId;
  }

  private static String key(TargetRow row) {
    return row.table() + " " + row.id();
  }

  private static void compare(
      String rootId, TargetRow expected, TargetRow actual, List<RowDifference> differences) {
    String table = expected.table().table();
    if (actual == null) {
      differences.add(
          new RowDifference(rootId, table, expected.id(), RowDifference.Kind.MISSING, Set.of()));
      return;
    }
    Set<String> columns =
        expected.differences(actual, NOT_COMPARED.getOrDefault(expected.table(), Set.of()));
    if (!columns.isEmpty()) {
      differences.add(
          new RowDifference(rootId, table, expected.id(), RowDifference.Kind.DIFFERENT, columns));
    }
  }

  // Counted in the source, not converted: so a row that the conversion has lost is noticed.
  private static void counts(
      Conversion conversion, Map<TargetTable, Integer> found, List<RowDifference> differences) {
    conversion
        .counts()
        .forEach(
            (table, inSource) -> {
              int here = found.getOrDefault(table, 0);
              if (here != inSource) {
                differences.add(
                    new RowDifference(
                        conversion.rootId(),
                        table.table(),
                        null,
                        RowDifference.Kind.COUNT,
                        Set.of("%d in the source and %d here".formatted(inSource, here))));
              }
            });
  }

  private static void unexpected(
      List<TargetRow> actual,
      Set<String> seen,
      Map<String, String> rootOf,
      List<RowDifference> differences) {
    actual.stream()
        .filter(row -> !seen.contains(key(row)))
        .forEach(
            row ->
                differences.add(
                    new RowDifference(
                        rootOf.getOrDefault(owner(row), "unknown"),
                        row.table().table(),
                        row.id(),
                        RowDifference.Kind.UNEXPECTED,
                        Set.of())));
  }
}
