package dev.outwork.rest.form;

import dev.outwork.rest.format.Markup;
import java.util.ArrayDeque;
import java.util.Deque;

/** Writes HTML, one element per line; all values are escaped. */
final class Html {
  private static final String INDENT = "  ";

  private final StringBuilder text = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * A start tag with attributes in pairs of name and value; a null value stands for an attribute
   * without value.
   */
  Html start(String name, String... attributes) {
    tag(name, attributes).append(">\n");
    open.push(name);
    return this;
  }

  /** An element without content. */
  Html empty(String name, String... attributes) {
    tag(name, attributes).append(" />\n");
    return this;
  }

  Html text(String content) {
    indent().append(Markup.escaped(content)).append('\n');
    return this;
  }

  /** Content without escaping, for content that the caller controls. */
  Html verbatim(String content) {
    indent().append(content).append('\n');
    return this;
  }

  /** The end tag of the innermost open element. */
  Html end() {
    String name = open.pop();
    indent().append("</").append(name).append(">\n");
    return this;
  }

  private StringBuilder tag(String name, String... attributes) {
    indent().append('<').append(name);
    for (int i = 0; i < attributes.length; i += 2) {
      text.append(' ').append(attributes[i]);
      if (attributes[i + 1] != null) {
        text.append("=\"").append(Markup.escaped(attributes[i + 1])).append('"');
      }
    }
    return text;
  }

  private StringBuilder indent() {
    return text.append(INDENT.repeat(open.size()));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
