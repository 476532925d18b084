package dev.outwork.engine.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * The numbers of rows, or ids, for which frequent statements have texts: few, because PostgreSQL
 * parses and plans each text for itself, which takes longer than executing it.
 */
public final class Sizes {
  private static final int[] ALL = {64, 32, 24, 16, 12, 10, 8, 7, 6, 5, 4, 3, 2, 1};

  private Sizes() {}

  /** The list in portions of such sizes, in its order; empty if the list is empty. */
  static <T> List<List<T>> portions(List<T> all) {
    List<List<T>> portions = new ArrayList<>();
    for (int from = 0; from < all.size(); ) {
      int to = from + largestUpTo(all.size() - from);
      portions.add(all.subList(from, to));
      from = to;
    }
    return portions;
  }

  private static int largestUpTo(int count) {
    int i = 0;
    while (ALL[i] > count) {
      i++;
    }
    return ALL[i];
  }

  /** The ids, with one of them repeated up to such a size. */
  public static List<String> filled(Collection<String> ids) {
    List<String> filled = new ArrayList<>(ids);
    filled.addAll(Collections.nCopies(leastFrom(filled.size()) - filled.size(), filled.get(0)));
    return filled;
  }

  private static int leastFrom(int count) {
    int least = Math.max(count, ALL[0]);
    for (int size : ALL) {
      if (size >= count) {
        least = size;
      }
    }
    return least;
  }
}
