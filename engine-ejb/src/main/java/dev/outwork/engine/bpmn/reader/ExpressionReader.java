package dev.outwork.engine.bpmn.reader;

import dev.outwork.engine.expression.Condition;
import dev.outwork.engine.expression.Expression;
import dev.outwork.engine.expression.ExpressionException;
import dev.outwork.engine.expression.Names;
import dev.outwork.engine.expression.VariableAssignment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Reads expressions of the document; an invalid one is a problem, and the result is empty. */
final class ExpressionReader {
  private final Problems problems;
  private final List<Use> uses = new ArrayList<>();

  /** An element, and the names that its expressions read. */
  record Use(Element owner, Set<String> names) {}

  ExpressionReader(Problems problems) {
    this.problems = problems;
  }

  Problems problems() {
    return problems;
  }

  /** The elements that read variables, in reading order. */
  List<Use> uses() {
    return uses;
  }

  /** A variable that is read by its name, without an expression. */
  void reads(Element owner, String variable) {
    uses.add(new Use(owner, Set.of(variable)));
  }

  /** {@code what} names the text in messages: "a camunda:topic". */
  Optional<Expression> expression(Element owner, String what, String text) {
    return expression(owner, what, text, Properties::checkNoTask);
  }

  /** An expression that can also read the external task. */
  Optional<Expression> expressionAtTask(Element owner, String what, String text) {
    return expression(owner, what, text, Properties::checkExternalTask);
  }

  private Optional<Expression> expression(
      Element owner, String what, String text, Consumer<Expression> check) {
    try {
      Expression expression = Expression.parse(text);
      check(owner, what, expression, Properties::checkExecution);
      check(owner, what, expression, check);
      uses.add(new Use(owner, expression.names()));
      return Optional.of(expression);
    } catch (ExpressionException refused) {
      problems.add(owner, "has %s that is refused: %s".formatted(what, refused.getMessage()));
      return Optional.empty();
    }
  }

  private void check(
      Element owner, String what, Expression expression, Consumer<Expression> check) {
    try {
      check.accept(expression);
    } catch (ExpressionException refused) {
      problems.addUnlessDeployed(
          owner, "has %s that is refused: %s".formatted(what, refused.getMessage()));
    }
  }

  /** An expression that sets a variable; empty if it is refused. */
  Optional<VariableAssignment> assignment(Element owner, String text) {
    try {
      VariableAssignment read = VariableAssignment.parse(text);
      for (Expression part : List.of(read.name(), read.value())) {
        check(owner, "an expression", part, Properties::checkExecution);
        check(owner, "an expression", part, Properties::checkNoTask);
        uses.add(new Use(owner, part.names()));
      }
      return Optional.of(read);
    } catch (ExpressionException refused) {
      problems.add(owner, "has an expression that is refused: " + refused.getMessage());
      return Optional.empty();
    }
  }

  /** The attribute of {@code holder}, reported for {@code owner}; null if it is blank. */
  Expression attribute(Element owner, Element holder, String key) {
    String text = holder.given(key);
    return text == null ? null : expression(owner, "a " + key, text).orElse(null);
  }

  /** The attribute as a number; a constant must be a 32-bit integer. */
  Expression number(Element owner, Element holder, String key) {
    String text = holder.attribute(key);
    Expression number =
        text == null ? null : expression(owner, "a " + key, text.strip()).orElse(null);
    if (number != null && number.isConstant() && !isInt(number.text())) {
      problems.add(owner, "has the %s '%s', which is not a 32-bit integer".formatted(key, text));
    }
    return number;
  }

  private static boolean isInt(String text) {
    try {
      Integer.parseInt(text);
      return true;
    } catch (NumberFormatException none) {
      return false;
    }
  }

  /** The condition of {@code owner}, which is an element of its own. */
  Optional<Condition> condition(Element owner, Element condition) {
    String language = condition.attribute("language");
    if (condition.given("camunda:resource") != null) {
      // That it is a script elsewhere is told already.
      return Optional.empty();
    }
    if (language != null && !language.strip().equalsIgnoreCase("juel")) {
      problems.add(
          owner,
          "has a condition in the language '%s', which is not supported: write an expression such as ${approved}"
              .formatted(language));
      return Optional.empty();
    }
    if (condition.attribute("camunda:resource") != null) {
      // Refusals reports it; the text is elsewhere.
      return Optional.empty();
    }
    try {
      Condition read = Condition.parse(condition.text());
      check(owner, "a condition", read.expression(), Properties::checkExecution);
      check(owner, "a condition", read.expression(), Properties::checkNoTask);
      uses.add(new Use(owner, read.expression().names()));
      return Optional.of(read);
    } catch (ExpressionException refused) {
      problems.add(owner, "has a condition that is refused: " + refused.getMessage());
      return Optional.empty();
    }
  }

  /** Checks a constant; the value of an expression is not known yet. */
  void checkConstant(Element owner, Expression text, Check check) {
    if (text.isConstant()) {
      check(owner, text, check, "cannot be executed");
    }
  }

  /** Checks a text that is evaluated before the process starts. */
  void checkWithoutVariables(Element owner, Expression text, Check check) {
    String refusal =
        text.isConstant()
            ? "cannot be executed"
            : "cannot start a process, which has no variables before its start";
    check(owner, text, check, refusal);
  }

  private void check(Element owner, Expression text, Check check, String refusal) {
    try {
      check.run(text.evaluate(Names.NONE));
    } catch (ExpressionException useless) {
      problems.add(owner, refusal + ": " + useless.getMessage());
    }
  }

  /** Checks a value; throws {@link ExpressionException} if it is not valid. */
  interface Check {
    void run(Object value);
  }

  /** One of the two checks of a text. */
  interface Moment {
    void check(Element owner, Expression text, Check check);
  }
}
