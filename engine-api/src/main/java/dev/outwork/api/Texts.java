package dev.outwork.api;

import java.util.regex.Pattern;

/** Texts that are too long for their place. */
public final class Texts {
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\x{85}\\x{2028}\\x{2029}]");

  private Texts() {}

  /**
   * A text of somebody else for a line of the log: no character of it begins a new line, or tells a
   * terminal anything.
   */
  public static String inOneLine(String text) {
    return text == null ? null : CONTROL.matcher(text).replaceAll("_");
  }

  /**
   * The beginning of a text, at most this many characters (UTF-16 code units). It never ends with
   * half of a surrogate pair, which no database stores and no JSON document transports; null stays
   * null.
   */
  public static String cut(String text, int most) {
    if (text == null || text.length() <= most) {
      return text;
    }
    boolean splits = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, splits ? most - 1 : most);
  }
}
