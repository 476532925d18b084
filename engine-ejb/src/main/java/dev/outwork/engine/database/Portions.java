package dev.outwork.engine.database;

import java.util.List;
import java.util.stream.IntStream;

/** Splits long lists for statements: PostgreSQL allows at most 65,535 parameters. */
public final class Portions {
  private static final int AT_ONCE = 1_000;

  private Portions() {}

  /** The list in portions, in its order; empty if the list is empty. */
  public static <T> List<List<T>> of(List<T> all) {
    return IntStream.iterate(0, from -> from < all.size(), from -> from + AT_ONCE)
        .mapToObj(from -> all.subList(from, Math.min(all.size(), from + AT_ONCE)))
        .toList();
  }
}
