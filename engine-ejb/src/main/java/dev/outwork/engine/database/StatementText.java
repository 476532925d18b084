package dev.outwork.engine.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * A statement cut at its parameters. Some statements are put together for each call, so this is a
 * plain scan.
 */
final class StatementText {
  private final List<String> pieces = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Integer> order = new ArrayList<>();
  private final String sql;

  private StatementText(String text) {
    int from = 0;
    for (int at = 0; at < text.length(); at = endOfPart(text, at)) {
      if (beginsParameter(text, at)) {
        pieces.add(text.substring(from, at));
        from = endOfName(text, at + 1);
        addParameter(text.substring(at + 1, from));
      }
    }
    pieces.add(text.substring(from));
    sql = String.join("?", pieces);
  }

  static StatementText parse(String text) {
    return new StatementText(text);
  }

  private void addParameter(String name) {
    if (!names.contains(name)) {
      names.add(name);
    }
    order.add(names.indexOf(name));
  }

  private static boolean beginsParameter(String text, int at) {
    return text.charAt(at) == ':' && isIn(text, at + 1) && isPartOfName(text.charAt(at + 1));
  }

  private static int endOfPart(String text, int at) {
    char first = text.charAt(at);
    return switch (first) {
      case '\'', '"' -> endOfQuote(text, at);
      case '-' -> text.startsWith("--", at) ? endOfLine(text, at) : at + 1;
      case ':' -> text.startsWith("::", at) ? at + 2 : endOfName(text, at + 1);
      case '?' -> throw new IllegalArgumentException("A parameter without a name in: " + text);
      default -> at + 1;
    };
  }

  private static int endOfQuote(String text, int at) {
    int end = text.indexOf(text.charAt(at), at + 1);
    if (end < 0) {
      throw new IllegalArgumentException("A quote without an end in: " + text);
    }
    return end + 1;
  }

  private static int endOfLine(String text, int at) {
    int end = text.indexOf('\n', at);
    return end < 0 ? text.length() : end;
  }

  private static int endOfName(String text, int from) {
    int end = from;
    while (isIn(text, end) && isPartOfName(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isIn(String text, int at) {
    return at < text.length();
  }

  private static boolean isPartOfName(char character) {
    return Character.isLetterOrDigit(character) || character == '_';
  }

  /** The names of the parameters, each once. */
  List<String> names() {
    return names;
  }

  /** Where in {@link #names()} each parameter stands, one after the other as they occur. */
  List<Integer> order() {
    return order;
  }

  /** With one question mark for each parameter. */
  String sql() {
    return sql;
  }

  /** With as many question marks as there are values, given in the order of the names. */
  String sql(Object[] values) {
    StringBuilder expanded = new StringBuilder(pieces.get(0));
    for (int i = 0; i < order.size(); i++) {
      int parameter = order.get(i);
      expanded.append(marks(names.get(parameter), values[parameter])).append(pieces.get(i + 1));
    }
    return expanded.toString();
  }

  private String marks(String name, Object value) {
    if (!(value instanceof Collection<?> list)) {
      return "?";
    }
    if (list.isEmpty()) {
      throw new IllegalArgumentException("List ':%s' is empty in: %s".formatted(name, sql));
    }
    return marks(list.size());
  }

  static String marks(int count) {
    return String.join(", ", Collections.nCopies(count, "?"));
  }
}
