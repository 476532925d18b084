package dev.outwork.rest.variable;

import dev.outwork.api.variable.TypedValue;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Variables that a path of the wire leads to. */
public interface VariableScope {
  /** Whose variables they are, in the words of the wire's messages. */
  String owner();

  Map<String, TypedValue> all();

  /** One variable, a file with its content. */
  Optional<TypedValue> find(String name);

  /** Sets and removes variables in one transaction. */
  void change(Map<String, TypedValue> modifications, Collection<String> deletions);
}
