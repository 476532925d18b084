package dev.outwork.engine.expression;

import dev.outwork.api.ProcessEngineException;
import jakarta.el.ELException;
import jakarta.el.ValueExpression;
import java.util.List;
import java.util.MissingResourceException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The text of an attribute or a body: a constant, or a Jakarta Expression Language expression such
 * as {@code order-${id}} that reads variables, maps and lists, and calls only what is in the {@link
 * Vocabulary}. Thread-safe.
 */
public final class Expression {
  private static final String QUOTED = "'(?:[^'\\\\]|\\\\.)*+'|\"(?:[^\"\\\\]|\\\\.)*+\"";

  /** The text between braces (group 1). */
  private static final Pattern BODY = Pattern.compile("[$#]\\{((?:" + QUOTED + "|[^}'\"])*+)}");

  /** A quoted text, a property such as {@code .city}, a function, or a name (group 1). */
  private static final Pattern NAME =
      Pattern.compile(QUOTED + "|\\.\\s*[\\w$]+|[\\w$]++\\s*+\\(|([\\p{L}_$][\\p{L}\\p{N}_$]*)");

  /**
   * A property such as {@code .city} (group 1) or {@code ['city']} (group 2, with its quotes), but
   * no method.
   */
  private static final Pattern PART =
      Pattern.compile("\\.\\s*([\\w$]++)(?!\\s*\\()|\\[\\s*(" + QUOTED + ")\\s*]");

  /** A {@link #NAME} with the properties read from it (group 2). */
  private static final Pattern NAME_WITH_PARTS =
      Pattern.compile(NAME.pattern() + "((?:\\s*(?:" + PART.pattern() + "))*+)");

  /** A name (group 1) with a part or a method. */
  private static final Pattern NAME_WITH_PART =
      Pattern.compile(QUOTED + "|\\.\\s*[\\w$]+|([\\p{L}_$][\\p{L}\\p{N}_$]*+)\\s*[.\\[]");

  /** A variable that is read by its name (group 1, with its quotes). */
  private static final Pattern VARIABLE =
      Pattern.compile("\\bgetVariable\\s*\\(\\s*(" + QUOTED + ")\\s*\\)");

  /** Only a name (group 1). */
  private static final Pattern ONLY_NAME =
      Pattern.compile("[$#]\\{\\s*(?!(?:true|false|null)\\b)([\\p{L}_$][\\p{L}\\p{N}_$]*)\\s*}");

  private final String text;
  private final boolean single;
  private final ValueExpression compiled;

  /** The kinds of all receivers of calls. */
  private final Set<Kind> receivers;

  /** Null if it is more than a name. */
  private final String onlyName;

  private Expression(String text, boolean single, ValueExpression compiled, Set<Kind> receivers) {
    this.text = text;
    this.receivers = receivers;
    this.single = single;
    this.compiled = compiled;
    Matcher name = ONLY_NAME.matcher(text);
    this.onlyName = name.matches() ? name.group(1) : null;
  }

  /** Throws {@link ExpressionException} if the text is not well-formed, or would run code. */
  public static Expression parse(String text) {
    if (!ExpressionSyntax.isExpression(text)) {
      return new Expression(text, false, null, Set.of());
    }
    ExpressionSyntax syntax = new ExpressionSyntax(text);
    boolean single = syntax.check();
    return new Expression(text, single, compile(text, syntax.written()), syntax.receivers());
  }

  private static ValueExpression compile(String text, String written) {
    try {
      return ClosedContext.compile(written);
    } catch (ELException notWellFormed) {
      throw new ExpressionException(
          "Expression '%s' is not well-formed".formatted(text), notWellFormed);
    }
  }

  /**
   * Evaluates the expression; the value of a constant is its text. Throws {@link
   * ExpressionException} if there is no result.
   */
  public Object evaluate(Names names) {
    if (compiled == null) {
      return text;
    }
    try {
      return compiled.getValue(new ClosedContext(names));
    } catch (ClosedContext.UnknownName unknown) {
      throw new UnknownNameException(
          "Unknown property used in expression: %s. Cause: %s"
              .formatted(text, unknown.getMessage()));
    } catch (ClosedContext.Unreadable unreadable) {
      throw failure(unreadable.getMessage(), unreadable);
    } catch (ProcessEngineException withheld) {
      // The name is known, but its value is not available.
      throw failure(withheld.getMessage(), withheld);
    } catch (ArithmeticException undefined) {
      throw failure("it divides by zero", undefined);
    } catch (ELException
        | IllegalArgumentException
        | ClassCastException
        | MissingResourceException unfit) {
      // These exceptions name Java classes and quote values of variables. The last comes from
      // Expressly 5.0, which lacks the text of its own message for a value that cannot be
      // converted.
      throw failure("a value in it does not fit the operation on it", unfit);
    }
  }

  /**
   * Evaluates the expression for a value to be stored: a single name yields the value with its
   * type.
   */
  public Object evaluateWhole(Names names) {
    return onlyName != null && names.knows(onlyName) ? names.whole(onlyName) : evaluate(names);
  }

  /**
   * Evaluates the expression for a caller outside of the engine: a time with its calendar is its
   * date, a user its id.
   */
  public Object evaluateForCaller(Names names) {
    Object value = evaluate(names);
    if (value instanceof DateTime time) {
      return time.date();
    }
    return value instanceof CurrentUser user ? user.id() : value;
  }

  /** The variable that it reads, if it does nothing else. */
  public Optional<String> onlyName() {
    return Optional.ofNullable(onlyName);
  }

  /**
   * Whether nothing in it can be code: it reads variables without their parts, and calls nothing
   * but the execution, functions and literals. Camunda 7 would take any other name for that of a
   * bean.
   */
  public boolean isPlain() {
    return isConstant()
        || onlyName == null
            && NAME_WITH_PART
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .allMatch(name -> name == null || name.equals(ExecutionProperty.EXECUTION));
  }

  private ExpressionException failure(String reason, Throwable cause) {
    return new ExpressionException(
        "Cannot evaluate expression %s: %s".formatted(text, reason), cause);
  }

  /** The names that it may read, as far as the text tells. */
  public Set<String> names() {
    return Stream.concat(
            found(NAME).map(name -> name.group(1)).filter(Objects::nonNull),
            found(VARIABLE).map(variable -> unquoted(variable.group(1))))
        .collect(Collectors.toSet());
  }

  private Stream<MatchResult> found(Pattern pattern) {
    return BODY.matcher(text).results().flatMap(body -> pattern.matcher(body.group(1)).results());
  }

  /**
   * The properties that it reads from a name, outermost first, as far as the text tells: {@code
   * order.city} and {@code order['city']} both read [city] from {@code order}.
   */
  public List<List<String>> partsOf(String name) {
    return found(NAME_WITH_PARTS)
        .filter(found -> name.equals(found.group(1)))
        .map(found -> PART.matcher(found.group(2)).results().map(Expression::part).toList())
        .toList();
  }

  private static String part(MatchResult found) {
    if (found.group(1) != null) {
      return found.group(1);
    }
    return unquoted(found.group(2));
  }

  private static String unquoted(String quoted) {
    return quoted.substring(1, quoted.length() - 1).replaceAll("\\\\(.)", "$1");
  }

  /** Whether it calls a method of the external task. */
  public boolean callsExternalTask() {
    return receivers.contains(Kind.EXTERNAL_TASK);
  }

  public boolean isConstant() {
    return compiled == null;
  }

  /** Whether the whole text is one expression, so that its result need not be a text. */
  boolean isSingle() {
    return single;
  }

  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
