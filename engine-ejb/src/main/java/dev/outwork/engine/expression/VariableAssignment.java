package dev.outwork.engine.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code ${execution.setVariable('name', value)}} as a whole expression, which only sets one
 * variable.
 *
 * @param name null if the value is only computed
 * @param local whether the variable is set in the scope of the execution itself, as by {@code
 *     setVariableLocal}
 */
public record VariableAssignment(String text, Expression name, Expression value, boolean local) {
  private static final Pattern BEGINNING =
      Pattern.compile("[$#]\\{\\s*execution\\s*\\.\\s*setVariable(Local)?\\s*\\(");

  private static final Pattern END = Pattern.compile("\\)\\s*}");

  private static final int NAME_AND_VALUE = 2;

  /** Whether a text is an assignment, well-formed or not. */
  public static boolean isOne(String text) {
    return text != null && parts(text.strip()).isPresent();
  }

  /**
   * Throws {@link ExpressionException} if the text is no assignment, or if its name or value is
   * refused.
   */
  public static VariableAssignment parse(String text) {
    String assignment = text.strip();
    List<String> parts =
        parts(assignment)
            .orElseThrow(
                () ->
                    new ExpressionException(
                        "Expression '%s' does not set a variable".formatted(text)));
    return new VariableAssignment(
        assignment,
        Expression.parse("${" + parts.get(0) + "}"),
        Expression.parse("${" + parts.get(1) + "}"),
        BEGINNING.matcher(assignment).results().anyMatch(found -> found.group(1) != null));
  }

  /** The name and the value, as written; empty if the text is no assignment. */
  private static Optional<List<String>> parts(String text) {
    Matcher beginning = BEGINNING.matcher(text);
    if (!beginning.lookingAt()) {
      return Optional.empty();
    }
    List<String> parts = new ArrayList<>();
    int from = beginning.end();
    int depth = 0;
    for (int i = from; i < text.length(); i++) {
      char current = text.charAt(i);
      if (current == '\'' || current == '"') {
        i = endOfQuoted(text, i);
      } else if (current == '(' || current == '[') {
        depth++;
      } else if (depth == 0 && (current == ',' || current == ')')) {
        parts.add(text.substring(from, i));
        from = i + 1;
        if (current == ')') {
          boolean isWhole = END.matcher(text).region(i, text.length()).matches();
          return isWhole && parts.size() == NAME_AND_VALUE ? Optional.of(parts) : Optional.empty();
        }
      } else if (current == ')' || current == ']') {
        depth--;
      }
    }
    return Optional.empty();
  }

  private static int endOfQuoted(String text, int start) {
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != text.charAt(start)) {
      at += text.charAt(at) == '\\' ? 2 : 1;
    }
    return at;
  }

  @Override
  public String toString() {
    return text;
  }
}
