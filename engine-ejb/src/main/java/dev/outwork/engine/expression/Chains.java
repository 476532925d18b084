package dev.outwork.engine.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/**
 * Rewrites an expression so that each call in it is a call of a name that only the engine knows:
 * {@code a.b.trim()} becomes {@code $outwork_method.trim(a.b)}. So the container's expressions look
 * up no method of a value, and null is a receiver like any other. Calls that are not in the {@link
 * Vocabulary} are refused.
 */
final class Chains {
  /** The object of all method calls; the first argument is the receiver. */
  static final String METHODS = "$outwork_method";

  /** The object of all function calls. */
  static final String FUNCTIONS = "$outwork_function";

  /** Within one pair of braces, because calls of calls are evaluated recursively. */
  static final int MAX_CALLS = 40;

  /** Nesting of calls and brackets within one pair of braces: fits a small stack. */
  static final int MAX_DEPTH = 50;

  private final StringBuilder written = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Set<Kind> receivers = EnumSet.noneOf(Kind.class);
  private int calls;
  private int deepest;

  /** Start of the value that was read last; a name, its properties and its calls are one value. */
  private int start;

  /** The kind of that value, as far as it is known. */
  private Kind kind = Kind.ANY;

  /** The last word if it can be called, otherwise null. */
  private String callable;

  /** Start of that word with its dot, and the kind of its receiver. */
  private int callableAt;

  private Kind receiver;

  /**
   * An open bracket.
   *
   * @param name of the callee, otherwise null
   */
  private static final class Open {
    private final int start;
    private final String name;
    private final Kind receiver;
    private final Kind closed;
    private int arguments;

    Open(int start, String name, Kind receiver, Kind closed, int arguments) {
      this.start = start;
      this.name = name;
      this.receiver = receiver;
      this.closed = closed;
      this.arguments = arguments;
    }
  }

  /** The rewritten text. */
  String written() {
    return written.toString();
  }

  /** The kinds of all receivers of calls. */
  Set<Kind> receivers() {
    return receivers;
  }

  /** An expression starts. */
  void begin() {
    open.clear();
    calls = 0;
    deepest = 0;
    callable = null;
  }

  /**
   * A text that neither starts nor continues a value: an operator, a space, a literal outside of
   * braces.
   */
  void copy(CharSequence text) {
    written.append(text);
  }

  void literal(String text, Kind itsKind) {
    begins(itsKind);
    written.append(text);
  }

  private void begins(Kind itsKind) {
    start = written.length();
    kind = itsKind;
    callable = null;
  }

  /** A name: of a variable, or of a function if it is called. */
  void name(String name) {
    begins(Kind.ofName(name));
    callable = name;
    callableAt = start;
    receiver = Kind.FUNCTION;
    written.append(name);
  }

  /** A property of the preceding value, or a method if it is called; with its dot and spaces. */
  void part(int dotAt, String name) {
    receiver = kind;
    callable = name;
    callableAt = dotAt;
    boolean execution = kind == Kind.EXECUTION && "processInstance".equals(name);
    kind = execution ? Kind.EXECUTION : Kind.ANY;
    written.append(name);
  }

  int length() {
    return written.length();
  }

  /** A bracket that starts a value: a group or a list. */
  void openValue(char bracket) {
    begins(Kind.ANY);
    push(new Open(start, null, null, bracket == '[' ? Kind.LIST : Kind.ANY, 0));
    written.append(bracket);
  }

  /** A bracket that selects a part of the preceding value. */
  void openPart() {
    push(new Open(start, null, null, Kind.ANY, 0));
    written.append('[');
  }

  /** The bracket of a call; throws {@link ExpressionException} if the callee has no name. */
  void openCall(boolean isEmpty) {
    if (callable == null) {
      throw new ExpressionException(
          "calls something without a name in the vocabulary of expressions");
    }
    if (++calls > MAX_CALLS) {
      throw new ExpressionException("calls more than %d methods".formatted(MAX_CALLS));
    }
    boolean function = receiver == Kind.FUNCTION;
    String asked = function ? "" : written.substring(start, callableAt);
    written.setLength(start);
    written.append(function ? FUNCTIONS : METHODS).append('.').append(callable).append('(');
    written.append(asked).append(function || isEmpty ? "" : ", ");
    push(new Open(start, callable, receiver, Kind.ANY, isEmpty ? 0 : 1));
    receivers.add(receiver);
    callable = null;
  }

  private void push(Open bracket) {
    open.push(bracket);
    deepest = Math.max(deepest, (int) open.stream().filter(each -> each.name == null).count());
    if (calls > 0 && calls + deepest > MAX_DEPTH) {
      throw new ExpressionException("nests more than %d calls and brackets".formatted(MAX_DEPTH));
    }
  }

  void comma() {
    if (!open.isEmpty()) {
      open.peek().arguments++;
    }
    written.append(',');
  }

  /** Throws {@link ExpressionException} if the callee is not in the vocabulary. */
  void close(char bracket) {
    written.append(bracket);
    callable = null;
    if (open.isEmpty()) {
      // Not well-formed; the parser reports it.
      return;
    }
    Open closed = open.pop();
    start = closed.start;
    kind =
        closed.name == null
            ? closed.closed
            : Vocabulary.result(closed.receiver, closed.name, closed.arguments);
  }
}
