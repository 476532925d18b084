package dev.outwork.rest.format;

/** Text in HTML. */
public final class Markup {
  private Markup() {}

  /** A text that stays text as content of an element and as the value of an attribute. */
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
