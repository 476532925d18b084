package dev.outwork.engine.expression;

import dev.outwork.api.Texts;
import java.util.Set;

/**
 * Refuses, before the container's parser runs, Jakarta Expression Language that is not supported:
 * calls that are not in the {@link Vocabulary}, lambdas, assignments, sequences of expressions,
 * literals of sets and maps; and expressions so long or deeply nested that parsing could exhaust
 * the stack.
 */
final class ExpressionSyntax {
  static final int MAX_LENGTH = 4000;
  static final int MAX_NESTING = 30;

  /** Each operator deepens the tree that is evaluated, or nests without a bracket. */
  static final int MAX_OPERATORS = 100;

  private static final Set<String> WORD_OPERATORS =
      Set.of("and", "or", "not", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "empty");

  private static final String RESERVED = "$outwork";

  private final String text;
  private int position;
  private int nesting;
  private int operators;

  /** Whether the last token was a value, so that a parenthesis after it is a call. */
  private boolean afterValue;

  /** Position of the last dot if only spaces followed it, otherwise -1. */
  private int dotAt = -1;

  private final Chains chains = new Chains();

  ExpressionSyntax(String text) {
    this.text = text;
  }

  static boolean isExpression(String text) {
    return nextStart(text, 0) >= 0;
  }

  private static int nextStart(String text, int from) {
    int dollar = text.indexOf("${", from);
    int hash = text.indexOf("#{", from);
    return dollar < 0 || hash < 0 ? Math.max(dollar, hash) : Math.min(dollar, hash);
  }

  /** Whether the whole text is one expression. */
  boolean check() {
    if (text.length() > MAX_LENGTH) {
      throw new ExpressionException(
          "Expression '%s...' has %d characters; at most %d are allowed"
              .formatted(Texts.cut(text, 60), text.length(), MAX_LENGTH));
    }
    int end = 0;
    for (int start = nextStart(text, 0); start >= 0; start = nextStart(text, end)) {
      checkLiteral(end, start);
      end = checkBody(start + 2);
      if (start == 0 && end == text.length()) {
        return true;
      }
    }
    checkLiteral(end, text.length());
    return false;
  }

  /** The kinds of all receivers of calls, as far as the text tells. */
  Set<Kind> receivers() {
    return chains.receivers();
  }

  /** The text for the container's parser, with calls rewritten by {@link Chains}. */
  String written() {
    return receivers().isEmpty() ? text : chains.written();
  }

  // The container's parser would drop the backslash, or treat it as an escape character.
  private void checkLiteral(int from, int to) {
    if (text.substring(from, to).contains("\\")) {
      throw refusal(
          "has a backslash outside of an expression: write it as a text inside, ${'\\\\'}");
    }
    chains.copy(text.substring(from, to));
  }

  private int checkBody(int from) {
    position = from;
    nesting = 0;
    afterValue = false;
    dotAt = -1;
    chains.begin();
    chains.copy(text.substring(from - 2, from));
    while (position < text.length()) {
      char current = text.charAt(position);
      if (current == '}') {
        chains.copy("}");
        return position + 1;
      }
      if (Character.isWhitespace(current)) {
        chains.copy(" ");
        position++;
      } else if (current == '\'' || current == '"') {
        skipString(current);
      } else if (isWordPart(current)) {
        skipWord();
      } else {
        checkSymbol(current);
      }
    }
    throw refusal("has no closing brace");
  }

  private void skipString(char quote) {
    for (int i = position + 1; i < text.length(); i++) {
      char current = text.charAt(i);
      if (current == '\\') {
        i++;
      } else if (current == quote) {
        chains.literal(text.substring(position, i + 1), Kind.TEXT);
        position = i + 1;
        afterValue = true;
        dotAt = -1;
        return;
      }
    }
    throw refusal("has a text without a closing quote");
  }

  private void skipWord() {
    int start = position;
    while (position < text.length() && isWordPart(text.charAt(position))) {
      position++;
    }
    String word = text.substring(start, position);
    if (dotAt >= 0) {
      chains.part(dotAt, word);
    } else if (WORD_OPERATORS.contains(word)) {
      chains.copy(word);
      afterValue = false;
      countOperator();
      return;
    } else if (word.startsWith(RESERVED)) {
      throw refusal("has a name that begins with " + RESERVED);
    } else {
      chains.name(word);
    }
    afterValue = true;
    dotAt = -1;
  }

  // The container's parser accepts more characters as letters than Java does.
  private static boolean isWordPart(char current) {
    return current > 127 || Character.isJavaIdentifierPart(current);
  }

  private void checkSymbol(char current) {
    boolean wasAfterValue = afterValue;
    afterValue = current == ')' || current == ']';
    dotAt = current == '.' ? chains.length() : -1;
    position++;
    boolean beforeEquals = nextIs('=');
    switch (current) {
      case '(' -> {
        nest();
        openRound(wasAfterValue);
      }
      case '[' -> {
        nest();
        openSquare(wasAfterValue);
      }
      case ')', ']' -> {
        nesting--;
        close(current);
      }
      case '{' -> throw refusal("has a literal of a set or map");
      case ';' -> throw refusal("is a sequence of expressions; only one is allowed");
      case '-' -> {
        if (nextIs('>')) {
          throw refusal("defines a function; expressions can call only existing ones");
        }
        chains.copy("-");
        countOperator();
      }
      case '=' -> {
        if (!beforeEquals) {
          throw refusal("assigns a value; compare with ==");
        }
        position++;
        chains.copy("==");
        countOperator();
      }
      case '!', '<', '>', '+' -> {
        position += beforeEquals ? 1 : 0;
        chains.copy(current + (beforeEquals ? "=" : ""));
        countOperator();
      }
      case '.' -> chains.copy(".");
      case ',' -> chains.comma();
      default -> {
        chains.copy(String.valueOf(current));
        countOperator();
      }
    }
  }

  private void openRound(boolean isCall) {
    attempt(
        () -> {
          if (isCall) {
            chains.openCall(isClosedNext());
          } else {
            chains.openValue('(');
          }
        });
  }

  private void openSquare(boolean isPart) {
    attempt(
        () -> {
          if (isPart) {
            chains.openPart();
          } else {
            chains.openValue('[');
          }
        });
  }

  private void close(char bracket) {
    attempt(() -> chains.close(bracket));
  }

  private void attempt(Runnable writing) {
    try {
      writing.run();
    } catch (ExpressionException refused) {
      throw refusal(refused.getMessage());
    }
  }

  private boolean isClosedNext() {
    int next = position;
    while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
      next++;
    }
    return next < text.length() && text.charAt(next) == ')';
  }

  private boolean nextIs(char expected) {
    return position < text.length() && text.charAt(position) == expected;
  }

  private void nest() {
    if (++nesting > MAX_NESTING) {
      throw refusal("is nested more than %d deep".formatted(MAX_NESTING));
    }
  }

  private void countOperator() {
    if (++operators > MAX_OPERATORS) {
      throw refusal("has more than %d operators".formatted(MAX_OPERATORS));
    }
  }

  private ExpressionException refusal(String reason) {
    return new ExpressionException("Expression '%s' %s".formatted(text, reason));
  }
}
