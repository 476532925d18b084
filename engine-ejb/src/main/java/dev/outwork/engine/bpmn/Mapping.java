package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;

/**
 * A variable that is passed on ({@code camunda:in}, {@code camunda:out}).
 *
 * @param value the source; the name of a variable yields null if there is no such variable; null if
 *     all variables are passed
 * @param target its name on the other side; null if all variables are passed under their own names
 * @param local whether it is set locally in the target scope and, if all variables are passed, only
 *     local ones are
 */
public record Mapping(Source value, String target, boolean local) {

  /** The name of a variable, or an expression; exactly one of them is present. */
  public record Source(String variable, Expression expression) {}

  /** Whether all variables are passed. */
  public boolean isAll() {
    return value == null;
  }
}
