package dev.outwork.engine.expression;

/** An expression that says yes or no. */
public record Condition(Expression expression) {

  /** Refuses an expression that can never be true or false: a text, or one mixed with text. */
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

  /** Throws {@link ExpressionException} if the result is neither true nor false. */
  public boolean holds(Names names) {
    if (expression.evaluate(names) instanceof Boolean result) {
      return result;
    }
    throw new ExpressionException(
        "Condition %s is neither true nor false".formatted(expression.text()));
  }

  /** Like {@link #holds}, but false as long as nothing is known of a name that it reads. */
  public boolean holdsByNow(Names names) {
    try {
      return holds(names);
    } catch (UnknownNameException notYetKnown) {
      return false;
    }
  }
}
