package dev.outwork.engine.expression;

import java.util.Locale;

/** Builds method names, and measures how much names differ. */
final class Spelling {
  private Spelling() {}

  /** For example {@code getName}. */
  static String method(String prefix, String property) {
    return prefix + Character.toUpperCase(property.charAt(0)) + property.substring(1);
  }

  /** The number of letters to add, remove or replace, ignoring case. */
  static int distance(String one, String other) {
    String a = one.toLowerCase(Locale.ROOT);
    String b = other.toLowerCase(Locale.ROOT);
    int[] above = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] row = new int[b.length() + 1];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int replaced = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(replaced, Math.min(above[j], row[j - 1]) + 1);
      }
      above = row;
    }
    return above[b.length()];
  }
}
