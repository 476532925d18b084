package dev.outwork.engine.instance;

import dev.outwork.engine.expression.Names;
import dev.outwork.engine.variable.Variables;
import java.util.List;

/** Sets the variables of a submitted form. */
public interface Filling {
  /**
   * An exception rolls the transaction back.
   *
   * @param seen the visible scopes, innermost first
   * @param target the scopes in which to set variables, innermost first
   * @param names visible to expressions
   */
  void fill(Variables variables, List<String> seen, List<String> target, Names names);
}
