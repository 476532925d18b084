package dev.outwork.engine.bpmn;

import dev.outwork.engine.expression.Expression;

/**
 * A variable that is passed on ({@code camunda:in}, {@code camunda:out}).
 *
 * @param value where its value comes from; a plain variable name is read as an expression that
 *     yields null if there is no such variable; null if all variables are passed
 * @param target its name on the other side; null if all variables are passed under their own
 * @param local whether it is set in the very scope that it is passed to, and of all variables only
 *     the scope's own are passed
 */
public record Mapping(Source value, String target, boolean local) {

  /** A variable by its name, or an expression; exactly one of them is there. */
  public record Source(String variable, Expression expression) {}

  /** Whether all variables are passed. */
  public boolean isAll() {
    return value == null;
  }
}
