package dev.outwork.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The methods of texts; of overloaded Java methods the variant for texts. */
final class TextMethods {
  /** Characters with a meaning in a regular expression. */
  private static final String SIGNS = ".$|()[{^?*+\\";

  static final List<Method> ALL =
      List.of(
          text("length", 0, Kind.NUMBER, call -> of(call).length()),
          text("isEmpty", 0, Kind.BOOLEAN, call -> of(call).isEmpty()),
          text("isBlank", 0, Kind.BOOLEAN, call -> of(call).isBlank()),
          text("equals", 1, Kind.BOOLEAN, call -> of(call).equals(call.value(0))),
          text(
              "equalsIgnoreCase", 1, Kind.BOOLEAN, call -> of(call).equalsIgnoreCase(call.text(0))),
          text("contains", 1, Kind.BOOLEAN, call -> indexOf(call, call.textItself(0), 0) >= 0),
          text("startsWith", 1, Kind.BOOLEAN, call -> of(call).startsWith(call.text(0))),
          text(
              "startsWith",
              2,
              Kind.BOOLEAN,
              call -> of(call).startsWith(call.text(0), call.number(1))),
          text("endsWith", 1, Kind.BOOLEAN, call -> of(call).endsWith(call.text(0))),
          text("indexOf", 1, Kind.NUMBER, call -> indexOf(call, call.characters(0), 0)),
          text(
              "indexOf", 2, Kind.NUMBER, call -> indexOf(call, call.characters(0), call.number(1))),
          text(
              "lastIndexOf",
              1,
              Kind.NUMBER,
              call -> lastIndexOf(call, call.characters(0), of(call).length())),
          text(
              "lastIndexOf",
              2,
              Kind.NUMBER,
              call -> lastIndexOf(call, call.characters(0), call.number(1))),
          text("substring", 1, Kind.TEXT, call -> made(call, of(call).substring(call.number(0)))),
          text(
              "substring",
              2,
              Kind.TEXT,
              call -> made(call, of(call).substring(call.number(0), call.number(1)))),
          text("concat", 1, Kind.TEXT, TextMethods::concat),
          text("trim", 0, Kind.TEXT, call -> made(call, of(call).trim())),
          text("strip", 0, Kind.TEXT, call -> made(call, of(call).strip())),
          text("toLowerCase", 0, Kind.TEXT, call -> made(call, of(call).toLowerCase(Locale.ROOT))),
          text("toUpperCase", 0, Kind.TEXT, call -> made(call, of(call).toUpperCase(Locale.ROOT))),
          text("replace", 2, Kind.TEXT, TextMethods::replace),
          text("split", 1, Kind.LIST, TextMethods::split),
          text("compareTo", 1, Kind.NUMBER, call -> of(call).compareTo(call.text(0))),
          text(
              "compareToIgnoreCase",
              1,
              Kind.NUMBER,
              call -> of(call).compareToIgnoreCase(call.text(0))),
          text("toString", 0, Kind.TEXT, TextMethods::of));

  private TextMethods() {}

  private static Method text(String name, int arity, Kind result, Method.Body body) {
    return new Method(Kind.TEXT, name, arity, result, body);
  }

  private static String of(Call call) {
    return call.receiver().toString();
  }

  private static String made(Call call, String text) {
    call.work().make(text.length());
    return text;
  }

  private static int indexOf(Call call, String part, int from) {
    call.work().search(of(call), part);
    return of(call).indexOf(part, from);
  }

  private static int lastIndexOf(Call call, String part, int from) {
    call.work().search(of(call), part);
    return of(call).lastIndexOf(part, from);
  }

  private static String concat(Call call) {
    String more = call.text(0);
    call.work().make((long) of(call).length() + more.length());
    return of(call).concat(more);
  }

  private static String replace(Call call) {
    String text = of(call);
    String from = call.value(0) instanceof Number ? call.characters(0) : call.textItself(0);
    String to = call.value(1) instanceof Number ? call.characters(1) : call.textItself(1);
    call.work().search(text, from);
    call.work().make(text.length() + count(text, from) * Math.max(0, to.length() - from.length()));
    return text.replace(from, to);
  }

  private static long count(String text, String part) {
    if (part.isEmpty()) {
      return text.length() + 1L;
    }
    long count = 0;
    for (int at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + part.length())) {
      count++;
    }
    return count;
  }

  /** As in Java, but without regular expressions; trailing empty texts are dropped. */
  private static List<String> split(Call call) {
    String text = of(call);
    String separator = separator(call.text(0));
    call.work().search(text, separator);
    call.work().make(text.length());
    call.work().makeValues(count(text, separator) + 1);
    List<String> parts = new ArrayList<>();
    int from = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
      parts.add(text.substring(from, at));
      from = at + separator.length();
    }
    parts.add(text.substring(from));
    while (parts.size() > 1 && parts.get(parts.size() - 1).isEmpty()) {
      parts.remove(parts.size() - 1);
    }
    boolean nothing = from > 0 && parts.size() == 1 && parts.get(0).isEmpty();
    return nothing ? List.of() : List.copyOf(parts);
  }

  // An escaped character stands for itself.
  private static String separator(String pattern) {
    StringBuilder separator = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char current = pattern.charAt(i);
      boolean quoted =
          current == '\\' && i + 1 < pattern.length() && !isAsciiWord(pattern.charAt(i + 1));
      if (!quoted && SIGNS.indexOf(current) >= 0) {
        throw new ExpressionException("its argument is not a regular expression");
      }
      i += quoted ? 1 : 0;
      separator.append(pattern.charAt(i));
    }
    if (separator.isEmpty()) {
      throw new ExpressionException("its argument must be a text that is not empty");
    }
    return separator.toString();
  }

  private static boolean isAsciiWord(char character) {
    return character < 128 && Character.isLetterOrDigit(character);
  }
}
