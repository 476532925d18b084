package dev.outwork.engine.bpmn;

import java.util.Optional;

/**
 * Reads texts of the document that are expressions; what is none is a problem and gives an empty
 * result.
 */
final class Texts {
  private final Problems problems;

  Texts(Problems problems) {
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  /** {@code what} names the text in the message: "a camunda:topic". */
  Optional<Expression> expression(Element owner, String what, String text) {
    try {
      return Optional.of(Expression.parse(text));
    } catch (ExpressionException refused) {
      problems.add(owner, "has %s that is refused: %s".formatted(what, refused.getMessage()));
      return Optional.empty();
    }
  }

  Optional<Condition> condition(Element flow, String text) {
    try {
      return Optional.of(Condition.parse(text));
    } catch (ExpressionException refused) {
      problems.add(flow, "has a condition that is refused: " + refused.getMessage());
      return Optional.empty();
    }
  }
}
