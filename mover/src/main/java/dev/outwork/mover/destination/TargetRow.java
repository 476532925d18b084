package dev.outwork.mover.destination;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/** A row of the target, by the names of its columns. A column that is not named is null. */
public final class TargetRow {
  private final TargetTable table;
  private final Map<String, Object> values = new LinkedHashMap<>();

  private TargetRow(TargetTable table) {
    this.table = table;
  }

  public static TargetRow of(TargetTable table) {
    return new TargetRow(table);
  }

  /** The same row with a value; whole numbers are {@link Long}. */
  public TargetRow with(String column, Object value) {
    if (!table.columns().contains(column)) {
      throw new IllegalArgumentException("'%s' has no '%s'".formatted(table.table(), column));
    }
    values.put(column, value instanceof Integer number ? Long.valueOf(number) : value);
    return this;
  }

  public TargetTable table() {
    return table;
  }

  public Object value(String column) {
    return values.get(column);
  }

  public String id() {
    return (String) values.get("id");
  }

  /** The columns in which two rows differ, without those that are not compared. */
  public Set<String> differences(TargetRow other, Set<String> besides) {
    Set<String> different = new TreeSet<>();
    for (String column : table.columns()) {
      if (!besides.contains(column) && !areEqual(value(column), other.value(column))) {
        different.add(column);
      }
    }
    return different;
  }

  private static boolean areEqual(Object one, Object other) {
    return one instanceof byte[] bytes && other instanceof byte[] others
        ? Arrays.equals(bytes, others)
        : Objects.equals(one, other);
  }
}
