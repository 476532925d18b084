package dev.outwork.engine.instance;

import dev.outwork.engine.expression.Names;
import dev.outwork.engine.variable.Variables;
import java.util.List;

/** Sets the variables that somebody has filled in. */
public interface Filling {
  /**
   * Its transaction ends if it throws.
   *
   * @param seen the scopes whose variables can be seen, innermost first
   * @param target the scopes in which to set one, innermost first
   * @param names what expressions see
   */
  void fill(Variables variables, List<String> seen, List<String> target, Names names);
}
