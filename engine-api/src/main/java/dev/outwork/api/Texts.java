package dev.outwork.api;

/** Texts that are too long for their place. */
public final class Texts {
  private Texts() {}

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
