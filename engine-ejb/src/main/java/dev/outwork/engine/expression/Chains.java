package dev.outwork.engine.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.Set;

/**
 * Writes an expression again so that each call in it is one of a name that only the engine knows:
 * {@code a.b.trim()} becomes {@code $outwork_method.trim(a.b)}. So the container's expressions look
 * up no method of a value, and a null is a receiver like any other. What is not in the {@link
 * Vocabulary} is refused.
 */
final class Chains {
  /** Of it, all methods are called; the first argument is the receiver. */
  static final String METHODS = "$outwork_method";

  /** Of it, all functions are called. */
  static final String FUNCTIONS = "$outwork_function";

  /** In one pair of braces, because calls of calls are nested when they are evaluated. */
  static final int MAX_CALLS = 40;

  /** Calls and brackets in one pair of braces: what fits a small stack. */
  static final int MAX_DEPTH = 50;

  private final StringBuilder written = new StringBuilder();
  private final Deque<Open> open = new ArrayDeque<>();
  private final Set<Kind> receivers = EnumSet.noneOf(Kind.class);
  private int calls;
  private int deepest;

  /** Where the value begins that was read last; a name, its parts and its calls are one. */
  private int start;

  /** What that value is, as far as is known. */
  private Kind kind = Kind.ANY;

  /** The last word if it can be called, else null. */
  private String callable;

  /** Where that word begins, with its dot; and what it is asked of. */
  private int callableAt;

  private Kind receiver;

  /**
   * A bracket that is not closed yet.
   *
   * @param name of what is called, else null
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

  /** What has been written. */
  String written() {
    return written.toString();
  }

  /** Of what anything is called. */
  Set<Kind> receivers() {
    return receivers;
  }

  /** An expression begins. */
  void begin() {
    open.clear();
    calls = 0;
    deepest = 0;
    callable = null;
  }

  /** What neither begins nor goes on with a value: an operator, a space, a text beside. */
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

  /** A part of the value before it, or a method if it is called; with its dot and its spaces. */
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

  /** A bracket that begins a value: a group or a list. */
  void openValue(char bracket) {
    begins(Kind.ANY);
    push(new Open(start, null, null, bracket == '[' ? Kind.LIST : Kind.ANY, 0));
    written.append(bracket);
  }

  /** A bracket with which a part of the value before it is asked for. */
  void openPart() {
    push(new Open(start, null, null, Kind.ANY, 0));
    written.append('[');
  }

  /** The bracket of a call; throws {@link ExpressionException} if what is before it has no name. */
  void openCall(boolean isEmpty) {
    if (callable == null) {
      throw new ExpressionException("calls what has no name in the vocabulary of expressions");
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
      throw new ExpressionException(
          "has more than %d calls and brackets in each other".formatted(MAX_DEPTH));
    }
  }

  void comma() {
    if (!open.isEmpty()) {
      open.peek().arguments++;
    }
    written.append(',');
  }

  /** Throws {@link ExpressionException} if what has been called is not in the vocabulary. */
  void close(char bracket) {
    written.append(bracket);
    callable = null;
    if (open.isEmpty()) {
      // Not well-formed, as will be found.
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
