package dev.outwork.engine.expression;

/** A boolean expression. */
public record Condition(Expression expression) {

  /** Refuses an expression that is never a boolean: a text, or an expression mixed with text. */
  public Condition {
    if (!expression.isSingle()) {
      throw new ExpressionException(
          "Condition '%s' yields a text instead of a boolean: write one expression such as ${approved}"
              .formatted(expression.text()));
    }
  }

  /** Throws {@link ExpressionException} if the text is no condition. */
  public static Condition parse(String text) {
    return new Condition(Expression.parse(text.strip()));
  }

  /** Throws {@link ExpressionException} if the result is not a boolean. */
  public boolean holds(Names names) {
    if (expression.evaluate(names) instanceof Boolean result) {
      return result;
    }
    throw new ExpressionException(
        "Condition %s is neither true nor false".formatted(expression.text()));
  }

  /** Like {@link #holds}, but false as long as a name that it reads is unknown. */
  public boolean holdsByNow(Names names) {
    try {
      return holds(names);
    } catch (UnknownNameException notYetKnown) {
      return false;
    }
  }
}
